/** Month names by language, other forms after "/": what makes "12 March 2024", "le 3 août" or "am 5. Mai" one token. More languages are more rows. */
const MONTHS: Readonly<Record<string, string>> = {
  en: "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sep/Sept October/Oct November/Nov December/Dec",
  de: "Januar/Jänner Februar/Feber März April Mai Juni Juli August September Oktober November Dezember",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  es: "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
};

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.values(MONTHS).flatMap((names) =>
    names.split(" ").flatMap((forms, k) => forms.split("/").map((name) => [name, k + 1] as const)),
  ),
);

export const isMonth = (word: string): boolean => NUMBERS.has(word);

/** 1 to 12; undefined for a word that names no month. */
export const monthNumber = (word: string): number | undefined => NUMBERS.get(word);
