import { plainDigits } from "./digits.ts";

/** Three to twelve, fifteen and twenty, in one order; other forms of a word follow after "/", "-" where it is two words. */
const VALUES = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20] as const;
const WORDS = [
  "three four five six seven eight nine ten eleven twelve fifteen twenty",
  "drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig",
  "trois quatre cinq six sept huit neuf dix onze douze quinze vingt",
  "tres cuatro cinco seis siete ocho nueve diez once doce quince veinte",
  "tre quattro cinque sei sette otto nove dieci undici dodici quindici venti",
  "três quatro cinco seis sete oito nove dez onze doze quinze vinte",
  "tres quatre cinc sis set vuit nou deu onze dotze quinze vint",
  "drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig",
  "tre fyra fem sex sju åtta nio tio elva tolv femton tjugo",
  "tre fire fem seks sju/syv åtte/otte ni ti elleve/elve tolv femten tjue/tyve",
  "kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista viisitoista kaksikymmentä",
  "trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć dziesięć jedenaście dwanaście piętnaście dwadzieścia",
  "tři čtyři pět šest sedm osm devět deset jedenáct dvanáct patnáct dvacet",
  "tri štyri päť šesť sedem osem deväť desať jedenásť dvanásť pätnásť dvadsať",
  "tri štiri/četiri pet šest sedam/sedem osam/osem devet deset jedanaest/enajst dvanaest/dvanajst petnaest/petnajst dvadeset/dvajset",
  "három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő tizenöt húsz",
  "trei patru cinci șase șapte opt nouă zece unsprezece doisprezece cincisprezece douăzeci",
  "три/трёх/трех четыре/четырёх пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать пятнадцать двадцать",
  "три чотири п’ять/п'ять шість сім вісім дев’ять/дев'ять десять одинадцять дванадцять п’ятнадцять двадцять",
  "три четири пет шест седем осем девет десет единадесет дванадесет петнадесет двадесет",
  "τρεις/τρία τέσσερις/τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα έντεκα δώδεκα δεκαπέντε είκοσι",
  "üç dört beş altı yedi sekiz dokuz on - - - yirmi",
  "ثلاث/ثلاثة أربع/أربعة خمس/خمسة ست/ستة سبع/سبعة ثماني/ثمانية تسع/تسعة عشر/عشرة - - - عشرون/عشرين",
  "שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה תשע/תשעה עשר/עשרה - - - עשרים",
  "سه چهار پنج شش هفت هشت نه ده یازده دوازده پانزده بیست",
  "तीन चार पांच/पाँच छह/छः सात आठ नौ दस ग्यारह बारह पंद्रह बीस",
  "tiga empat lima enam tujuh delapan sembilan sepuluh sebelas - - -",
  "ba bốn năm sáu bảy tám chín mười - - - -",
] as const;

const NUMBERS: ReadonlyMap<string, ReadonlySet<number>> = read();

function read(): ReadonlyMap<string, ReadonlySet<number>> {
  const numbers = new Map<string, Set<number>>();
  for (const row of WORDS)
    for (const [i, cell] of row.split(" ").entries())
      for (const word of cell === "-" ? [] : cell.split("/"))
        numbers.set(word, (numbers.get(word) ?? new Set()).add(VALUES[i]!));
  return numbers;
}

/** Chinese and Japanese: "十大", "7選". */
const IDEOGRAPHS = "三四五六七八九十";
const WORD = /\p{Nd}+|[\p{L}\p{M}'’]+/gu;
/** Characters that are read: the text is a title. */
const MAX_TITLE = 400;

/** The small numbers that a title names, in figures or in the words of any of these languages. */
export function smallNumbersIn(title: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [word] of title.slice(0, MAX_TITLE).toLowerCase().matchAll(WORD)) {
    const figure = Number(plainDigits(word));
    if (Number.isInteger(figure)) found.add(figure);
    for (const value of NUMBERS.get(word) ?? []) found.add(value);
    for (const sign of word) if (IDEOGRAPHS.includes(sign)) found.add(IDEOGRAPHS.indexOf(sign) + 3);
  }
  return found;
}
