/** A stretch of the old text and one of the new that say the same, equal but for cosmetics. UTF-16 offsets. */
export interface Passage {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
  /** Words in it, as far as it matters whether it is an island: characters count in unspaced scripts. */
  readonly words: number;
}
