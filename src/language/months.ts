/** How one language writes its months. Cells are parted by spaces, January first; other forms of a cell follow after "/", "-" is an empty cell. */
interface MonthWords {
  /** As they are written in prose, where the capital counts: "March" is a month, "march" is not. */
  readonly names?: string;
  /** Abbreviations that take a full stop before a number: "Jan. 5". */
  readonly abbreviated?: string;
  /** First letters that show the month although the language is not known; case does not count. */
  readonly stems?: string;
  /** Stems that begin common words as well ("list", "des"): only for a text that is a date and nothing else. */
  readonly stemsInDates?: string;
}

/** The one list of months. A further language is a further row; which reader uses which column is said at the reader. */
const MONTHS: Readonly<Record<string, MonthWords>> = {
  en: {
    names:
      "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sep/Sept October/Oct November/Nov December/Dec",
    abbreviated: "Jan Feb/Febr Mar Apr - Jun Jul Aug Sep/Sept Oct Nov Dec",
    stems: "jan feb mar apr may jun jul aug sep oct nov dec",
  },
  de: {
    names: "Januar/Jänner Februar/Feber März April Mai Juni Juli August September Oktober November Dezember",
    abbreviated: "Jan Feb - Apr - - - Aug Sep/Sept Okt Nov Dez",
    stems: "jan feb mär apr mai jun jul aug sep okt nov dez",
    stemsInDates: "- - mrz/mae - - - - - - - - -",
  },
  fr: {
    names: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    abbreviated: "janv févr - avr - - juil - sept oct nov déc",
    stems: "jan fév mar avr mai juin juil août/aou sep oct nov déc",
  },
  es: {
    names: "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    abbreviated: "ene feb - abr - - - ago - - - dic",
    stems: "ene feb mar abr may jun jul ago sep/set oct nov dic",
  },
  it: {
    names: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    stems: "gen feb mar apr mag giu lug ago set ott nov dic",
  },
  pt: {
    names: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    stems: "jan fev mar abr mai jun jul ago set out nov dez",
  },
  nl: {
    names: "januari februari maart april mei juni juli augustus september oktober november december",
    stems: "jan feb maa/mrt apr mei jun jul aug sep okt nov dec",
  },
  ru: {
    names: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    stems: "янв фев мар апр мая/май июн июл авг сен окт ноя дек",
  },
  pl: {
    stems: "sty lut mar kwi maj cze lip sie wrz paź - gru",
    stemsInDates: "- - - - - - - - - - lis -",
  },
  uk: { stems: "січ лют бер кві тра чер лип сер вер жов - гру" },
  tr: { stems: "oca şub mar nis may haz tem ağu eyl eki kas ara" },
  cs: { stems: "led úno bře dub - - - - - - - -" },
  nb: { stemsInDates: "- - - - - - - - - - - des" },
};

const EMPTY_CELL = "-";

const formsIn = (cells: string): readonly (readonly string[])[] =>
  cells.split(" ").map((cell) => (cell === EMPTY_CELL ? [] : cell.split("/")));

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.values(MONTHS).flatMap(({ names }) =>
    names === undefined ? [] : formsIn(names).flatMap((forms, k) => forms.map((name) => [name, k + 1] as const)),
  ),
);

export const isMonth = (word: string): boolean => NUMBERS.has(word);

/** 1 to 12; undefined for a word that is not the name of a month. */
export const monthNumber = (word: string): number | undefined => NUMBERS.get(word);

/** Abbreviated months of all languages, without their full stop. */
export const ABBREVIATED_MONTHS: readonly string[] = Object.values(MONTHS).flatMap(({ abbreviated }) =>
  abbreviated === undefined ? [] : formsIn(abbreviated).flat(),
);

export const LANGUAGES_WITH_MONTHS: readonly string[] = Object.keys(MONTHS);

/** For each of the twelve months the stems of these languages; `inDates` adds those that are safe only in a text that is a date. */
export function monthStems(languages: readonly string[], inDates: boolean): readonly (readonly string[])[] {
  const columns = languages.flatMap((language) => {
    const { stems, stemsInDates } = MONTHS[language] ?? {};
    return [stems, inDates ? stemsInDates : undefined].filter((cells) => cells !== undefined).map(formsIn);
  });
  return Array.from({ length: 12 }, (_, k) => [...new Set(columns.flatMap((months) => months[k] ?? []))]);
}
