/** A stretch of the old text and one of the new that say the same, equal but for cosmetics. UTF-16 offsets. */
export interface Passage {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
  /** Words in it, as far as it matters whether it is an island: characters count in unspaced scripts. */
  readonly words: number;
}

/** A place in both texts at which sentences that answer each other begin or end: no edit runs across it. */
export interface Fence {
  readonly old: number;
  readonly new: number;
}

/** What two texts have in common, and where their sentences meet; both ordered, the passages not overlapping. */
export interface Common {
  readonly passages: readonly Passage[];
  readonly fences: readonly Fence[];
}
