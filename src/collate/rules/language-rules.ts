/**
 * What the labels know about one language: lists of words, lower case, parted by spaces; a term of several words is written
 * with "_" for its spaces. Forms are listed as they occur: nothing is stemmed.
 */
export interface LanguageRules {
  /** Most frequent words without meaning of their own: they tell the language, and open sentences without being names. */
  readonly grammar: string;
  /** Words that make a statement less certain or leave it to somebody else. */
  readonly hedges: string;
  /** Hedges of figures: they count directly before a number only. */
  readonly approximate: string;
  readonly negations: string;
  /** Ending that negates the word it is written to; null where the language has none. */
  readonly negatedEnding: string | null;
  /** Verbs and phrases that say who said it. */
  readonly speech: string;
  /** Those of them that the source follows: "according to police". */
  readonly sourceAfter: string;
  /** Words that judge what they name. */
  readonly loaded: string;
  /** Forms of address and offices that stand before a name. */
  readonly titles: string;
  readonly weekdays: string;
  /** Words for 0 to 20, then 30, 40 and so on to 100. */
  readonly numbers: string;
  /** True where every noun has a capital, so that a single one tells nothing of a name. */
  readonly nounsCapitalised: boolean;
}
