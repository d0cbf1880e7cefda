/** Articles that wait to be taken in from before. */
export interface WaitingSeeds {
  readonly count: number;
  /** When the last of them has its turn; null when there is none. */
  readonly lastAt: number | null;
}
