/** The versions of a live page in a row: one entry in every list, because such a page changes for hours. */
export interface Running {
  /** Number of the first. */
  readonly from: number;
  /** How many there are. */
  readonly versions: number;
  /** First sight of the first. */
  readonly since: number;
}
