import type { Group, WordEdit } from "#collate/collation";
import type { CellPiece } from "./cell.ts";

/** Where an old paragraph ended and no new one does: in text that stayed, or within words that were taken out. */
type Break =
  | { readonly within: "new"; readonly at: number }
  | { readonly within: number /** Offset in the old words of that edit. */; readonly at: number };

/**
 * The paragraphs of a group in one column, with a piece without text wherever an old paragraph ended within a new one.
 * `oldText` is the group's old side joined by line feeds, `runs` its new paragraphs with the old words in them.
 */
export function withBreaks(
  group: Group,
  oldText: string,
  newText: string,
  runs: readonly (readonly CellPiece[])[],
): readonly (readonly CellPiece[])[] {
  if (!oldText.includes("\n")) return runs;
  let start = 0;
  const breaks = breaksOf(group, oldText, newText);
  return runs.map((run) => {
    const marked = breaks.reduce((pieces, each) => marking(pieces, start, each), run);
    start += newLength(run) + 1;
    return marked;
  });
}

function breaksOf(group: Group, oldText: string, newText: string): readonly Break[] {
  const marked = group.edits.filter((edit) => !edit.cosmetic);
  return group.edits.flatMap((edit) => {
    const old = oldText.slice(edit.oldStart, edit.oldEnd);
    if (!old.includes("\n") || newText.slice(edit.newStart, edit.newEnd).includes("\n")) return [];
    return [...old.matchAll(/\n/g)].map(({ index }): Break => placeOf(edit, marked.indexOf(edit), index));
  });
}

const placeOf = (edit: WordEdit, nth: number, at: number): Break =>
  nth < 0 ? { within: "new", at: edit.newStart } : { within: nth, at };

const newLength = (run: readonly CellPiece[]): number =>
  run.reduce((sum, { op, text }) => (op === "deleted" ? sum : sum + text.length), 0);

/** The run with the break in it, when it is in this run, which begins at `start` of the new side. */
function marking(run: readonly CellPiece[], start: number, { within, at }: Break): readonly CellPiece[] {
  let here = within === "new" ? start : 0;
  for (const [i, piece] of run.entries()) {
    const counts = within === "new" ? piece.op !== "deleted" : piece.op === "deleted" && piece.edit === within;
    if (!counts) continue;
    if (here <= at && at < here + piece.text.length) return run.toSpliced(i, 1, ...parted(piece, at - here));
    here += piece.text.length;
  }
  return run;
}

const parted = (piece: CellPiece, at: number): readonly CellPiece[] =>
  [
    { ...piece, text: piece.text.slice(0, at) },
    { op: "equal", text: "", edit: null, broke: true } as const,
    { ...piece, text: piece.text.slice(at) },
  ].filter(({ text, ...each }) => text !== "" || "broke" in each);
