/** The result of collating two witnesses (texts as lists of paragraphs). All indices are 0-based. */
export interface Collation {
  /** In reading order of the new witness; a removed group stands where it stood. Every paragraph of both witnesses is in exactly one group. */
  readonly groups: readonly Group[];
}

/** Aligned paragraphs: `added` has no old ones, `removed` no new ones, `split` 1 to n, `merged` n to 1. */
export type GroupKind = "equal" | "edited" | "added" | "removed" | "split" | "merged";

/** Paragraphs of both witnesses that belong together, by index, ascending on either side; one side may be empty. */
export interface Group {
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly kind: GroupKind;
  /** The paragraphs stand elsewhere in the order than before. */
  readonly moved: boolean;
  /**
   * Ordered, not overlapping. Offsets are UTF-16 into the group's paragraphs of each side joined by "\n". Replacing each
   * old stretch by its new one gives the new side exactly. Empty for `added` and `removed`.
   */
  readonly edits: readonly WordEdit[];
}

/** A stretch of the old side of a group and its new text; either may be empty, not both. */
export interface WordEdit {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
  /** Same canonical text: quotes, dashes, spaces, or a paragraph break moved by a split or merge. Not marked in pages. */
  readonly cosmetic: boolean;
}

/** What really differs within the phrase of an edit: offsets as in the edit, one side may be empty. */
export type InnerEdit = Omit<WordEdit, "cosmetic">;

/** One stretch of a paragraph as a page prints it. */
export interface Piece {
  readonly op: "equal" | "deleted" | "inserted";
  readonly text: string;
}
