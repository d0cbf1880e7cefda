/** A log-normal distribution of the ages at which articles are edited. */
export interface AgePart {
  readonly weight: number;
  readonly medianHours: number;
  /** Standard deviation of the logarithm of the age. */
  readonly sigma: number;
}

/** How old articles are when they are edited: a mixture whose weights add up to 1. Written F in the formulas. */
export type EditAges = readonly AgePart[];

/** How the articles of a source, or of one of its sections, are edited. */
export interface Habits {
  /** F: when. */
  readonly ages: EditAges;
  /** m: how often, on average over all articles. */
  readonly meanEdits: number;
  /** k: shape of the Gamma distribution of activity. The smaller, the more do few articles have most of the edits. */
  readonly shape: number;
}
