import type { Piece } from "#collate/collation";
import type { BlockKind, SpanKind } from "#model/document";

/** `edit` is the place in the row's marked edits of the one that a piece belongs to, so that both columns name it alike. */
export interface CellPiece extends Piece {
  readonly edit: number | null;
  /** A piece without text, where an old paragraph ended and the new one goes on. */
  readonly broke?: boolean;
  /** What the publisher's markup says of it. */
  readonly span?: SpanKind;
  /** Of a reworded phrase the stretches that really differ, as offsets in the text; left out where all of it does. */
  readonly strong?: readonly (readonly [from: number, to: number])[];
  /** The same words in another style of writing. */
  readonly style?: true;
  /** The words stay, and the publisher's markup strikes them out now, or no longer does. */
  readonly stays?: true;
  /** A whole sentence that stands elsewhere on the other side. */
  readonly move?: SentenceMove;
}

/** A sentence that moved: its number on the page, and the paragraphs that it left and came to, counted from 1. */
export interface SentenceMove {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** A paragraph as one column shows it. */
export interface Cell {
  /** Place in its witness, counted from 1. */
  readonly number: number;
  readonly kind: BlockKind;
  readonly pieces: readonly CellPiece[];
}
