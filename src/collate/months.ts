/** Month names by language: what makes "12 March 2024", "le 3 août" or "am 5. Mai" one token. More languages are more rows. */
const MONTHS: Readonly<Record<string, string>> = {
  en: "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
  de: "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  es: "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
};

const NAMES: ReadonlySet<string> = new Set(Object.values(MONTHS).flatMap((names) => names.split(" ")));

export const isMonth = (word: string): boolean => NAMES.has(word);
