import { plainDigits } from "./digits.ts";

/** Three to twelve, fifteen and twenty, in one order; other forms of a word follow after "/", "-" where it is two words. */
const VALUES = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20] as const;
const WORDS = [
  ["en", "three four five six seven eight nine ten eleven twelve fifteen twenty"],
  ["de", "drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig"],
  ["fr", "trois quatre cinq six sept huit neuf dix onze douze quinze vingt"],
  ["es", "tres cuatro cinco seis siete ocho nueve diez once doce quince veinte"],
  ["it", "tre quattro cinque sei sette otto nove dieci undici dodici quindici venti"],
  ["pt", "três quatro cinco seis sete oito nove dez onze doze quinze vinte"],
  ["ca", "tres quatre cinc sis set vuit nou deu onze dotze quinze vint"],
  ["nl", "drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig"],
  ["sv", "tre fyra fem sex sju åtta nio tio elva tolv femton tjugo"],
  ["da no nb nn", "tre fire fem seks sju/syv åtte/otte ni ti elleve/elve tolv femten tjue/tyve"],
  [
    "fi",
    "kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista viisitoista kaksikymmentä",
  ],
  [
    "pl",
    "trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć dziesięć jedenaście dwanaście piętnaście dwadzieścia",
  ],
  ["cs", "tři čtyři pět šest sedm osm devět deset jedenáct dvanáct patnáct dvacet"],
  ["sk", "tri štyri päť šesť sedem osem deväť desať jedenásť dvanásť pätnásť dvadsať"],
  [
    "hr sr bs sl",
    "tri štiri/četiri pet šest sedam/sedem osam/osem devet deset jedanaest/enajst dvanaest/dvanajst petnaest/petnajst dvadeset/dvajset",
  ],
  ["hu", "három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő tizenöt húsz"],
  ["ro", "trei patru cinci șase șapte opt nouă zece unsprezece doisprezece cincisprezece douăzeci"],
  [
    "ru",
    "три/трёх/трех четыре/четырёх пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать пятнадцать двадцать",
  ],
  ["uk", "три чотири п’ять/п'ять шість сім вісім дев’ять/дев'ять десять одинадцять дванадцять п’ятнадцять двадцять"],
  ["bg", "три четири пет шест седем осем девет десет единадесет дванадесет петнадесет двадесет"],
  ["el", "τρεις/τρία τέσσερις/τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα έντεκα δώδεκα δεκαπέντε είκοσι"],
  ["tr", "üç dört beş altı yedi sekiz dokuz on - - - yirmi"],
  ["ar", "ثلاث/ثلاثة أربع/أربعة خمس/خمسة ست/ستة سبع/سبعة ثماني/ثمانية تسع/تسعة عشر/عشرة - - - عشرون/عشرين"],
  ["he", "שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה תשע/תשעה עשר/עשרה - - - עשרים"],
  ["fa", "سه چهار پنج شش هفت هشت نه ده یازده دوازده پانزده بیست"],
  ["hi", "तीन चार पांच/पाँच छह/छः सात आठ नौ दस ग्यारह बारह पंद्रह बीस"],
  ["id ms", "tiga empat lima enam tujuh delapan sembilan sepuluh sebelas - - -"],
  ["vi", "ba bốn năm sáu bảy tám chín mười - - - -"],
] as const;

interface NumberWord {
  readonly value: number;
  /** Primary subtags of the languages that have it. */
  readonly languages: readonly string[];
}

const NUMBERS: ReadonlyMap<string, readonly NumberWord[]> = read();

function read(): ReadonlyMap<string, readonly NumberWord[]> {
  const numbers = new Map<string, NumberWord[]>();
  for (const [codes, row] of WORDS)
    for (const [i, cell] of row.split(" ").entries())
      for (const word of cell === "-" ? [] : cell.split("/"))
        numbers.set(word, [...(numbers.get(word) ?? []), { value: VALUES[i]!, languages: codes.split(" ") }]);
  return numbers;
}

/** Letters up to which a number of one language is often another word elsewhere: "on" is ten in Turkish, "fire" four in Danish. */
const SHORT = 4;

/** Chinese and Japanese: "十大", "7選". */
const IDEOGRAPHS = "三四五六七八九十";
const WORD = /\p{Nd}+|[\p{L}\p{M}'’]+/gu;
/** Characters that are read: the text is a title. */
const MAX_TITLE = 400;

/**
 * The small numbers that a title names, in figures or in words: long ones of any of these languages, because pages often state a wrong
 * one, and short ones of the page's own.
 * @param language BCP 47 tag of the page; empty when it states none
 */
export function smallNumbersIn(title: string, language = ""): ReadonlySet<number> {
  const found = new Set<number>();
  const own = language.toLowerCase().split(/[-_]/)[0]!;
  for (const [word] of title.slice(0, MAX_TITLE).toLowerCase().matchAll(WORD)) {
    const figure = Number(plainDigits(word));
    if (Number.isInteger(figure)) found.add(figure);
    for (const { value, languages } of NUMBERS.get(word) ?? [])
      if (own === "" || word.length > SHORT || languages.includes(own)) found.add(value);
    for (const sign of word) if (IDEOGRAPHS.includes(sign)) found.add(IDEOGRAPHS.indexOf(sign) + 3);
  }
  return found;
}
