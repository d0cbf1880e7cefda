/**
 * The collation of a change as it is kept with it: the groups in which something changed. All others are equal, one paragraph a
 * side, in order. It counts as long as both texts have so many paragraphs; it is dropped when one of them is read again.
 */
export interface KeptCollation {
  /** Paragraphs of both texts: headline, standfirst, corrections and body as one list. */
  readonly sizes: readonly [old: number, next: number];
  /** Which of that list the groups name. */
  readonly old: readonly number[];
  readonly new: readonly number[];
  /** As `#collate/kept` writes and reads them. */
  readonly groups: readonly (readonly number[])[];
}
