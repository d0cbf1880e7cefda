import assert from "node:assert/strict";
import { test } from "node:test";
import { sentences } from "#language/sentences";

/** Language, and a text with "|" where a sentence ends that is not the last. */
const CASES: readonly (readonly [string, string])[] = [
  ["en", "Dr. Kim left. |Mrs. Venn and Sgt. Bo stayed."],
  ["en", "The U.S. Army built it. |Nobody in the U.S. |The mayor knew."],
  ["en", "Room No. 5 was shut. |He said no. |Then he left."],
  ["en", "J. K. Rowe and T. S. Venn wrote it. |It sold well."],
  ["en", "It fell on Jan. 5 at noon. |It stood until Jan. |Then it fell."],
  ["en", "They met at 5 p.m. |The crowd left."],
  ["en", "Grain, oil, etc. |The rest stayed."],
  ["en", "It was Gov. Hart vs. Sen. Lund. |“We won.” |He left."],
  ["en", "See, e.g. Ems or i.e. Skerrow. |Boats drifted 10 km. |The mill burned."],
  ["en", "What?! |Nobody knew … |Not yet. |He paid $3.5 million."],
  ["en", "Lt. Col. Ada Lund of the BBC. |She left the NHS. |Boats drifted."],
  ["en", "She holds a Ph.D. from Ems. |So does he."],
  ["de", "Das gilt z. B. für Wien, d. h. Österreich. |Es regnet."],
  ["de", "Am 12. März kam Dr. Venn mit Prof. Lund. |Nr. 5 blieb."],
  ["de", "Rund 3 Mio. Euro kostete es, u.a. Berlin zahlte. |Frau Dr. med. Venn blieb."],
  ["fr", "Mme Venn et M. Lund sont là. |Le Dr. Roux aussi. |Il pleut."],
  ["fr", "« Il pleut. » |Elle part… |Il reste."],
  ["es", "El Sr. Venn y la Dra. Lund salieron. |¿Quién? |Nadie, dijo el núm. 5."],
  ["pt", "O Sr. Venn e a Sra. Lund saíram. |Choveu. |A pág. 5 sumiu."],
  ["it", "Il Sig. Rossi e il Dott. Venn partono. |Piove. |L'Ing. Lund resta."],
  ["nl", "Dhr. Venn en mevr. Lund bleven. |Het regent, bijv. Gent. |De dijk hield."],
  ["pl", "Przy ul. Mostowej stał prof. Nowak. |Padało, np. Kraków. |Koniec."],
  ["cs", "MUDr. Novák a Ing. Venn odešli. |Dům č. 5 hořel. |Prší."],
  ["sv", "Det började kl. 10 hos dr. Venn. |Det regnar. |Bron höll."],
  ["tr", "Dr. Yılmaz ve Sn. Kaya geldi. |Yağmur yağdı. |Köprü yıkıldı."],
  ["ru", "На ул. Мира жил проф. Иванов, т.е. Пётр. |Шёл дождь. |Мост упал."],
  ["uk", "На вул. Миру жив ген. Коваль. |Йшов дощ. |Міст упав."],
  ["el", "Ο κ. Παππάς, π.χ. Αθήνα. |Έβρεχε. |Η γέφυρα έπεσε."],
  ["ar", "وصل د. محمد. |هل انهار الجسر؟ |نعم."],
  ["ur", "بارش ہوئی۔ |پل ٹوٹ گیا۔ |سب گئے۔"],
  ["hi", "डॉ. सिंह आए। |बारिश हुई। |पुल टूटा।"],
  ["bn", "ডা. রহমান এলেন। |বৃষ্টি হলো। |সেতু ভাঙল।"],
  ["hy", "Անձրև եկավ։ |Կամուրջը փլվեց։"],
  ["am", "ዝናብ ዘነበ። |ድልድዩ ፈረሰ።|ሰዎች ሄዱ፡፡ |ዶ.ር. አበበ ቆዩ።"],
  ["my", "မိုးရွာသည်။ |လမ်း၊ တံတား ပြိုကျသည်။|လူများ ထွက်သွားသည်။"],
  ["km", "ភ្លៀងធ្លាក់។ |ស្ពានបាក់។"],
  ["th", "เมื่อ พ.ศ. 2567 ดร. สมชาย มาถึงเวลา 10.30 น. ฝนตก"],
  ["ja", "雨が降った。|「橋が落ちた。」|市長は3.5億円と述べた。"],
  ["zh", "下雨了。|桥塌了！？|“没有人。”|他走了。"],
  ["ko", "비가 왔다. |다리가 무너졌다. |모두 떠났다."],
  ["ti", "ዝናብ ዘነበ፧ |እወ።"],
];

for (const [language, marked] of CASES)
  test(`sentence ends (${language}): ${marked}`, () => {
    const text = marked.replaceAll("|", "");
    const found = sentences(text).map(({ start, end }) => text.slice(start, end));
    assert.equal(found.join("|"), marked);
  });
