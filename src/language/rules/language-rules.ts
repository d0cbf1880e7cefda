/**
 * What the labels know about one language: lists of words, lower case, parted by spaces; a term of several words is written
 * with "_" for its spaces. Forms are listed as they occur: nothing is stemmed.
 */
export interface LanguageRules {
  /** Most frequent words without meaning of their own: they tell the language, and open sentences without being names. */
  readonly grammar: string;
  /** Words that make a statement less certain or leave it to somebody else. */
  readonly hedges: string;
  /** Words for a person that do not say who it is. */
  readonly pronouns: string;
  /** Words that begin another clause: who speaks is named after them. */
  readonly clauses: string;
  /** Hedges of figures: they count directly before a number only. */
  readonly approximate: string;
  readonly negations: string;
  /** Phrases that hold a negation and deny nothing: "not only". */
  readonly notNegations: string;
  /** Ending that negates the word it is written to; null where the language has none. */
  readonly negatedEnding: string | null;
  /** How a negated word begins; null where the language has none. */
  readonly negatedBeginning: string | null;
  /** Verbs that only say that somebody spoke: one for another changes nothing. */
  readonly saying: string;
  /** Other verbs and phrases that say who said it; forms of one verb are joined by "/". */
  readonly speech: string;
  /** Phrases that the source follows: "according to police". */
  readonly sourceAfter: string;
  /** Words that judge what they name. */
  readonly loaded: string;
  /** Forms of address and offices that stand before a name. */
  readonly titles: string;
  readonly weekdays: string;
  /** Days counted from the day of writing: "yesterday". */
  readonly relativeDays: string;
  /** Words for 0 to 20, then 30, 40 and so on to 90. */
  readonly numbers: string;
  /** Words for 1st to 10th, forms joined by "/". */
  readonly ordinals: string;
  /** Letters that stand for a point of the compass in headlines: "s:south". */
  readonly compass: string;
  /** The word for "&". */
  readonly and: string;
  /** Words between the ends of a range: "six to eight". */
  readonly ranges: string;
  /** Indefinite articles: "a year" became "two years". */
  readonly articles: string;
  /** Words that multiply the number before, with the factor: "million:1e6". */
  readonly scales: string;
  /** Words that say how many or how much without a number; forms of one are joined by "/": "dozens". */
  readonly amounts: string;
  /** Words that do so in passing, and mean something only where another amount takes their place: "many". */
  readonly vague: string;
  /** Phrases before a number that bound it, with the sign: "at_least:>=". */
  readonly relations: string;
  /** Units of measure, forms of one joined by "/". */
  readonly measures: string;
  /** Units of time, the singular first, forms of one joined by "/". */
  readonly spans: string;
  /** Phrases for a time, period or frequency; those that mean the same are joined by "/": "each_day/every_day/daily". */
  readonly times: string;
  /** Words that part a month or year, before it: "early". */
  readonly partsOfYear: string;
  /** Before (after) a number with its unit of time: "hace", "ago". */
  readonly agoBefore: string;
  readonly agoAfter: string;
  /** Before an hour that is written like any other number: "a_las". */
  readonly clockAfter: string;
  /** What a rate is given for: "per_day/a_day/daily". */
  readonly per: string;
  /** Words for what a sign beside the number says as well: "percent:%". */
  readonly units: string;
  /** True where every noun has a capital, so that a single one tells nothing of a name. */
  readonly nounsCapitalised: boolean;
}
