/** A log-normal distribution of the ages at which articles are edited. */
export interface AgePart {
  readonly weight: number;
  readonly medianHours: number;
  /** Standard deviation of the logarithm of the age. */
  readonly sigma: number;
}

/** How old articles are when they are edited: a mixture whose weights add up to 1. Written F in the formulas. */
export type EditAges = readonly AgePart[];

/** How edits bring others after them: a slip is corrected, and then the correction. */
export interface Bursts {
  /** b: edits that follow each edit, on average; less than 1. */
  readonly share: number;
  /** B: after so many hours, on average. */
  readonly hours: number;
}

/** How fast an article ages in each hour of the day, UTC: 24 numbers whose mean is 1. */
export type Day = readonly number[];

/** How the articles of a source, or of one of its sections, are edited. */
export interface Habits {
  /** F: when. */
  readonly ages: EditAges;
  /** m: how often, on average over all articles, but for the edits that only follow others. */
  readonly meanEdits: number;
  /** k: shape of the Gamma distribution of activity. The smaller, the more do few articles have most of the edits. */
  readonly shape: number;
  /** Absent in fits from before bursts were told apart: as usual then. */
  readonly bursts?: Bursts;
  /** Absent when all hours are alike, and in fits from before they were told apart. */
  readonly day?: Day;
}
