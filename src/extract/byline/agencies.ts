import { bare } from "#extract/page/text";

/** News agencies of the world under the signs they are credited by. Signs that are given names too (Ana, Ina, Una) are left out. */
const SIGNS = new Set(
  `aap adnkronos afp afx agerpres angop ani anp ansa antara ap apa askanews awp belga bernama bloomberg bta cna cnnwire ctk
  čtk dapd ddp dpa dts efe ians idnes interfax irna isna itar jiji keystone kna kathpress kyodo lusa mti ntb pa pap pti
  reuters rador ritzau rtr sana sda sipa stt tanjug tasr tass télam telam ukrinform upi wafa xinhua yonhap zuma epd epa
  imago getty europapress 新华社 新華社 共同通信 共同 時事通信 時事 中新社 中央社 연합뉴스 뉴시스 тасс интерфакс укринформ укрінформ уніан
  рейтер رويترز وام وكالات`.split(/\s+/),
);

const NAMES = new Set([
  "france presse",
  "associated press",
  "bloomberg news",
  "anadolu agency",
  "canadian press",
  "la presse canadienne",
  "cnn wire",
  "deutsche presse agentur",
  "dow jones",
  "europa press",
  "jiji press",
  "kyodo news",
  "pa media",
  "prensa latina",
  "press association",
  "press trust of india",
  "ria novosti",
  "риа новости",
  "thomson reuters",
  "united press international",
  "xinhua news agency",
  "yonhap news",
  "vietnam news agency",
  "中国新闻社",
  "فرانس برس",
]);

/** "AFP", "dpa/AFX", "AFP Deutschland", "ITAR-TASS": nothing but agencies and what their desks are called by. */
export function isAgency(name: string): boolean {
  const text = bare(name).replace(/^(?:the|agencia|agence|agentur|agenzia|agência) /, "");
  if (NAMES.has(text)) return true;
  const words = text.split(" ");
  const known = words.filter((word) => SIGNS.has(word));
  // A second word is a desk or a country; "Getty" may also be a person's name, with another before it.
  return known.length > 0 && SIGNS.has(words[0]!) && words.length <= known.length + 1;
}

/** Words for a newsroom as a whole, as they stand where no person is named. */
const NEWSROOM =
  /(?:^|[\s/,.-])(?:(?:\p{L}+-?)?redaktion|redaktør\p{L}*|redaksjon(?:en)?|redaktionen|redactie|redakcja|redakce|redakcija|redakció|redacci[oó]n|redazione|rédaction|redação|redacția|toimitus|newsroom|news ?desk|web ?desk|desk|staff|staff reports?|staff reporter|editorial (?:board|team|staff)|editors|agency|agencies|agenturen|agentur(?:meldung)?|agencias?|agences?|agenzie|agentschappen|byråer|team|online|redakteur|editor|editorial|presse(?:stelle|mitteilung|portal)?|press release|news|nachrichten|media|verlag|zeitung|magazin|tv|radio|gmbh|e\.?v|inc|ltd|llc|stiftung|university|universität|correspondents?|reporters?|contributors?|guest|gast(?:autor|beitrag)|wires?)(?:$|[\s/,.)-])|^(?:red|redsk|onl|npr|bbc|cnn|redaktion)$|редакци|корреспондент|编辑部|编辑|編集部|取材班|新闻网|日报|日報|新聞|社説|보도팀|편집국|뉴스팀|تحرير|מערכת|บรรณาธิการ|tòa soạn|ban biên tập/iu;

export const isNewsroom = (name: string): boolean => NEWSROOM.test(name.slice(0, 120));
