import { Random } from "./random.ts";

/** Word stock of an invented language of news: enough to build sentences of believable repetition. */
interface Stock {
  readonly name: string;
  readonly space: string;
  readonly stop: string;
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly places: readonly string[];
  readonly tails: readonly string[];
  /** Names and less common words are made of these. */
  readonly syllables: readonly string[];
  /** Short paragraphs that repeat within an article. */
  readonly boilerplate: readonly string[];
}

const list = (text: string): string[] => text.split("|");

export const STOCKS: readonly Stock[] = [
  {
    name: "English",
    space: " ",
    stop: ".",
    subjects: list(
      "The mayor|Officials|A spokesman for the port|Residents of the valley|The finance ministry|Two witnesses|Opposition leader Carla Venn|The court|Engineers|A report by the audit office|Police in the harbour town|Union members|The prime minister|Farmers along the river|Professor Idris Hale|The airline|Teachers|The central bank|Rescue teams|Prosecutors",
    ),
    verbs: list(
      "said on Monday that|denied that|warned that|confirmed that|had hoped that|told reporters that|wrote in a letter that|insisted that|reported that|did not say whether|found that|feared that",
    ),
    objects: list(
      "the bridge would reopen|12 people had been injured|the budget was short by 3.5 million crowns|water levels were falling|no agreement had been reached|the vote would be repeated|the storm had cut power to 4,200 homes|the talks were going well|prices would rise again|the evidence was incomplete|the strike could last|schools would stay closed|the contract had been broken|a second inquiry was needed|the harvest had failed|three suspects were in custody",
    ),
    places: list(
      "in the old town of Ems|near the northern border|at the harbour of Lund Bay|in the capital|outside the parliament|along the coast road|in four districts|at the central station|on the island of Marre|in the upper valley",
    ),
    tails: list(
      "until the end of the month|despite earlier promises|after a night of heavy rain|for the first time since 2011|according to a draft seen on Tuesday|as winter approaches|without giving details|in spite of the protests|while the inquiry continues|before the summer break",
    ),
    syllables: list("ka|lo|mi|ren|tas|vo|del|hu|sar|ni|bel|or|qui|zan|pe|dru|fi|mon|ta|gre"),
    boilerplate: list("Advertisement|Read more|Related coverage|* * *|Share this article"),
  },
  {
    name: "German",
    space: " ",
    stop: ".",
    subjects: list(
      "Die Bürgermeisterin|Das Verkehrsministerium|Ein Sprecher der Hafenbehörde|Die Anwohnerinnen|Der Rechnungshof|Zwei Augenzeugen|Oppositionsführer Jonas Kell|Das Landgericht|Die Feuerwehr|Die Gewerkschaft|Der Wetterdienst|Die Stadtwerke",
    ),
    verbs: list(
      "erklärte am Montag,|bestritt,|warnte,|bestätigte,|hatte gehofft,|teilte mit,|berichtete,|befürchtet,|betonte,",
    ),
    objects: list(
      "dass die Donaudampfschifffahrtsgesellschaft schließt|dass 12 Menschen verletzt wurden|dass im Haushalt 3,5 Millionen fehlen|dass der Wasserstand sinkt|dass keine Einigung erzielt wurde|dass die Wahl wiederholt wird|dass 4.200 Haushalte ohne Strom sind|dass die Preise wieder steigen|dass die Schulen geschlossen bleiben|dass ein zweiter Untersuchungsausschuss nötig ist",
    ),
    places: list(
      "in der Altstadt von Ems|nahe der Nordgrenze|am Hafen|in der Hauptstadt|vor dem Landtag|an der Küstenstraße|in vier Bezirken",
    ),
    tails: list(
      "bis zum Monatsende|trotz früherer Zusagen|nach einer Nacht mit Starkregen|erstmals seit 2011|laut einem Entwurf|vor der Sommerpause|ohne Einzelheiten zu nennen",
    ),
    syllables: list("ber|gen|hau|stei|lich|wal|dor|fer|klo|schaf|rich|ung|ein|mar|tel|kor|bru|nach"),
    boilerplate: list("Anzeige|Mehr zum Thema|Lesen Sie auch|* * *|Artikel teilen"),
  },
  {
    name: "Arabic",
    space: " ",
    stop: ".",
    subjects: list(
      "رئيس البلدية|المسؤولون|وزارة المالية|سكان الوادي|المحكمة|الشرطة|زعيم المعارضة|المزارعون|البنك المركزي|فرق الإنقاذ",
    ),
    verbs: list("قال يوم الاثنين إن|نفى أن|حذر من أن|أكد أن|أعلن أن|ذكر في رسالة أن|يخشى أن"),
    objects: list(
      "الجسر سيعاد فتحه|12 شخصا أصيبوا|الميزانية ينقصها 3.5 مليون|منسوب المياه ينخفض|المحادثات تسير جيدا|الأسعار سترتفع مجددا|المدارس ستبقى مغلقة|الإضراب قد يستمر|التصويت سيعاد",
    ),
    places: list("في المدينة القديمة|قرب الحدود الشمالية|في الميناء|في العاصمة|أمام البرلمان|على طريق الساحل"),
    tails: list("حتى نهاية الشهر|رغم الوعود السابقة|بعد ليلة من الأمطار|للمرة الأولى منذ 2011|وفقا لمسودة|قبل الصيف"),
    syllables: list("با|كا|دي|مو|را|سي|نو|لا|تو|في|حا|جا|مي|دو|كو|سا"),
    boilerplate: list("إعلان|اقرأ المزيد|مواضيع ذات صلة|* * *|شارك المقال"),
  },
  {
    name: "Chinese",
    space: "",
    stop: "。",
    subjects: list(
      "市长|官员们|港口发言人|山谷居民|财政部|两名目击者|反对党领袖|法院|工程师|审计署的报告|警方|工会成员|总理|农民|中央银行|救援队",
    ),
    verbs: list("周一表示，|否认|警告说，|证实，|曾希望|对记者说，|在信中写道，|坚称|报告说，|担心"),
    objects: list(
      "大桥将重新开放|有12人受伤|预算短缺350万元|水位正在下降|尚未达成协议|投票将重新举行|风暴造成4200户停电|谈判进展顺利|价格将再次上涨|证据不完整|罢工可能持续|学校将继续停课|需要进行第二次调查|收成不好",
    ),
    places: list("在老城区，|在北部边境附近，|在港口，|在首都，|在议会外，|在沿海公路上，|在四个地区，|在中央车站，"),
    tails: list(
      "直到月底|尽管此前有承诺|在一夜大雨之后|这是2011年以来的第一次|根据周二的草案|随着冬天临近|没有透露细节",
    ),
    syllables: list("海|林|石|花|金|木|江|湖|松|云|龙|凤|明|德|文|华|永|光|平|安|春|秋|东|西"),
    boilerplate: list("广告|阅读更多|相关报道|* * *|分享本文"),
  },
  {
    name: "Thai",
    space: "",
    stop: " ",
    subjects: list(
      "นายกเทศมนตรี|เจ้าหน้าที่|โฆษกท่าเรือ|ชาวบ้านในหุบเขา|กระทรวงการคลัง|พยานสองคน|ศาล|วิศวกร|ตำรวจ|สหภาพแรงงาน|นายกรัฐมนตรี|เกษตรกร|ธนาคารกลาง|ทีมกู้ภัย",
    ),
    verbs: list("กล่าวเมื่อวันจันทร์ว่า|ปฏิเสธว่า|เตือนว่า|ยืนยันว่า|บอกผู้สื่อข่าวว่า|เขียนในจดหมายว่า|รายงานว่า|กลัวว่า"),
    objects: list(
      "สะพานจะเปิดอีกครั้ง|มีผู้บาดเจ็บ12คน|งบประมาณขาดไป3.5ล้าน|ระดับน้ำกำลังลดลง|ยังไม่มีข้อตกลง|การลงคะแนนจะจัดใหม่|พายุทำให้ไฟดับ4,200หลัง|การเจรจาเป็นไปด้วยดี|ราคาจะสูงขึ้นอีก|โรงเรียนจะปิดต่อไป",
    ),
    places: list("ในเมืองเก่า|ใกล้ชายแดนภาคเหนือ|ที่ท่าเรือ|ในเมืองหลวง|หน้ารัฐสภา|ตามถนนเลียบชายฝั่ง|ในสี่อำเภอ"),
    tails: list("จนถึงสิ้นเดือน|แม้จะเคยสัญญาไว้|หลังฝนตกหนักทั้งคืน|เป็นครั้งแรกตั้งแต่ปี2011|ตามร่างเมื่อวันอังคาร|ก่อนฤดูร้อน"),
    syllables: list("กา|โล|มี|เรน|ทาส|โว|เดล|หู|สา|นี|เบล|ออ|ควี|ซาน|เป|ดรู"),
    boilerplate: list("โฆษณา|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|* * *|แบ่งปันบทความนี้"),
  },
];

/** Words of a language beyond its stock phrases; the first are used most, as in any language. */
const VOCABULARY = 3000;

/** A figure, a name, or one of many less common words: what tells one piece of news from the next. */
function detail(random: Random, stock: Stock): string {
  const kind = random.next();
  if (kind < 0.15) return String(random.between(2, 9999));
  const index = kind < 0.3 ? random.between(0, 1e6) : Math.floor(random.next() ** 3 * VOCABULARY);
  const made = new Random(index);
  const word = Array.from({ length: made.between(2, 4) }, () => made.pick(stock.syllables)).join("");
  return kind < 0.3 ? word[0]!.toUpperCase() + word.slice(1) : word;
}

function sentence(random: Random, stock: Stock): string {
  const parts = [random.pick(stock.subjects), random.pick(stock.verbs), random.pick(stock.objects)];
  if (random.chance(0.7)) parts.push(random.pick(stock.places));
  if (random.chance(0.6)) parts.push(random.pick(stock.tails));
  for (let k = random.between(4, 12); k > 0; k -= 1)
    parts.splice(random.between(1, parts.length), 0, detail(random, stock));
  return parts.join(stock.space) + stock.stop;
}

/** A body of `count` paragraphs of 1 to 4 sentences; some short ones, some boilerplate that repeats. */
export function proseBody(random: Random, stock: Stock, count: number): string[] {
  return Array.from({ length: count }, () => {
    if (random.chance(0.04)) return random.pick(stock.boilerplate);
    const length = random.chance(0.08) ? 1 : random.between(1, 4);
    return Array.from({ length }, () => sentence(random, stock))
      .join(stock.space)
      .trim();
  });
}
