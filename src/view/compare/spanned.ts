import type { Block, Span } from "#model/document";
import type { CellPiece } from "./cell.ts";

/**
 * The pieces of the paragraphs of one side, cut where the markup of these paragraphs says something of the words. Pieces of the
 * other side, among them, are left alone.
 */
export const withSpans = (
  runs: readonly (readonly CellPiece[])[],
  blocks: readonly Block[],
  foreign: "deleted" | "inserted",
): readonly (readonly CellPiece[])[] =>
  runs.map((run, i) => {
    const spans = blocks[i]?.spans;
    return spans ? cut(run, spans, foreign) : run;
  });

function cut(run: readonly CellPiece[], spans: readonly Span[], foreign: "deleted" | "inserted"): readonly CellPiece[] {
  const pieces: CellPiece[] = [];
  let start = 0;
  for (const piece of run) {
    if (piece.op === foreign || piece.text === "") {
      pieces.push(piece);
      continue;
    }
    const end = start + piece.text.length;
    let at = start;
    const take = (to: number, extra: Pick<CellPiece, "span">) => {
      if (to > at) pieces.push({ ...piece, text: piece.text.slice(at - start, to - start), ...extra });
      at = Math.max(at, to);
    };
    for (const { from, to, kind } of spans) {
      if (to <= start || from >= end) continue;
      take(Math.max(from, start), {});
      take(Math.min(to, end), { span: kind });
    }
    take(end, {});
    start = end;
  }
  return pieces;
}
