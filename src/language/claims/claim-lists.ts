/**
 * How one language qualifies, denies, ascribes and colours a claim. Lists of words, lower case, parted by white space. A term of
 * several words is written with "_" for its spaces. Forms of one word are joined by "/", or written as a stem with endings:
 * "slam|s|med" is "slam", "slams" and "slammed"; "brutal*" has every ending of the language.
 */
export interface ClaimLists {
  /** What "*" stands for, besides nothing: endings of adjectives and the like. */
  readonly endings: string;
  /** Words that leave open whether something is so: "may", "allegedly". */
  readonly hedges: string;
  /** Phrases that hold one of them and leave nothing open: "could see". */
  readonly notHedges: string;
  /** Words that say something is meant to happen: "set to". They matter only where the other wording says that it did. */
  readonly plans: string;
  /** The word before an infinitive that is a plan by itself in a headline ("Orvik to close"); "" where the language has none. */
  readonly infinitive: string;
  readonly denials: string;
  /** Phrases that hold a denial and deny nothing: "not only". */
  readonly notDenials: string;
  /** How a denied word begins ("n'est"); "" where the language has none. */
  readonly deniedBeginning: string;
  /** Ending that denies the word it is written to; "" where the language has none. */
  readonly deniedEnding: string;
  /** Syllables that turn a word into its opposite: "un". */
  readonly prefixes: string;
  /** Words of which each says the opposite of the other, joined by "~". */
  readonly opposites: string;
  /** Verbs that only say that somebody spoke: one for another changes nothing. */
  readonly says: string;
  /** More of them, that also do without: they count with a clause, a quotation or at the end only ("added that", not "added pumps"). */
  readonly saysThat: string;
  /** Verbs that say how it was said. They count as those do: "denied that", not "denied entry". */
  readonly tells: string;
  /** Phrases before the source: "according to". */
  readonly sourceBefore: string;
  /** Phrases after the source, as in German "Angaben zufolge". */
  readonly sourceAfter: string;
  /** Words after which a clause begins that somebody says: "that". */
  readonly clauseMarks: string;
  /** Verbs that show that a clause follows: "is", "has". */
  readonly finite: string;
  /** Words before a verb of saying that make it none: "to say". */
  readonly notSaying: string;
  /** Those who are named as a source after a dash: "- reports". */
  readonly sources: string;
  /** Words that judge or colour what they name. */
  readonly loaded: string;
  /** A plain word and one that judges, joined by "~": the second counts only where it stands for the first. */
  readonly loadedPairs: string;
  /** Words without a meaning of their own, besides the grammar that tells the language. */
  readonly small: string;
}
