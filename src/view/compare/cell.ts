import type { Piece } from "#collate/collation";
import type { BlockKind, SpanKind } from "#model/document";

/** `edit` is the place in the row's marked edits of the one that a piece belongs to, so that both columns name it alike. */
export interface CellPiece extends Piece {
  readonly edit: number | null;
  /** A piece without text, where an old paragraph ended and the new one goes on. */
  readonly broke?: boolean;
  /** What the publisher's markup says of it. */
  readonly span?: SpanKind;
}

/** A paragraph as one column shows it. */
export interface Cell {
  /** Place in its witness, counted from 1. */
  readonly number: number;
  readonly kind: BlockKind;
  readonly pieces: readonly CellPiece[];
}
