import type { Group } from "#collate/collation";
import type { GrainedEdit } from "#collate/grains";
import type { MovedSentence } from "#collate/moved-sentences";
import { joined } from "#collate/place";
import type { CellPiece, SentenceMove } from "./cell.ts";

/** A stretch of one side of a group that moved as a sentence. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly move: SentenceMove;
}

/** What the marks of a row need to know: its edits in two grains, and the sentences of either side that moved. */
export interface Grains {
  readonly edits: readonly GrainedEdit[];
  /** Which of them changed no word, but whether it is struck out. */
  readonly stays: ReadonlySet<number>;
  readonly old: readonly Stretch[];
  readonly new: readonly Stretch[];
}

/** @param moves of the whole text, each with its number from 1 on the page */
export function grainsOf(
  group: Group,
  edits: readonly GrainedEdit[],
  moves: readonly MovedSentence[],
  texts: { readonly old: readonly string[]; readonly new: readonly string[] },
): Grains {
  const stretches = (side: "old" | "new"): readonly Stretch[] => {
    const found: Stretch[] = [];
    let offset = 0;
    for (const index of group[side]) {
      for (const [at, each] of moves.entries())
        if (each[side].paragraph === index) {
          const { start, end } = each[side];
          const move = { number: at + 1, from: each.old.paragraph + 1, to: each.new.paragraph + 1 };
          found.push({ start: offset + start, end: offset + end, move });
        }
      offset += texts[side][index]!.length + 1;
    }
    return found.sort((a, b) => a.start - b.start);
  };
  const [before, after] = [joined(group.old, texts.old), joined(group.new, texts.new)];
  const stays = edits.flatMap(({ oldStart, oldEnd, newStart, newEnd }, at) =>
    before.slice(oldStart, oldEnd) === after.slice(newStart, newEnd) ? [at] : [],
  );
  return {
    edits,
    stays: new Set(stays),
    old: moves.length > 0 ? stretches("old") : [],
    new: moves.length > 0 ? stretches("new") : [],
  };
}

/**
 * The pieces of the paragraphs of one side, cut at the ends of moved sentences, each with what differs in it. A piece of the other
 * side, among them, is counted within its edit.
 */
export function withGrains(
  runs: readonly (readonly CellPiece[])[],
  grains: Grains,
  side: "old" | "new",
): readonly (readonly CellPiece[])[] {
  const foreign = side === "old" ? "inserted" : "deleted";
  const used = new Map<number, number>();
  let at = 0;
  return runs.map((run) => {
    const pieces = run.flatMap((piece): readonly CellPiece[] => {
      const { op, text, edit } = piece;
      if (op !== foreign) at += text.length;
      if (op === "equal" || text === "") return [piece];
      const own = op === "deleted" ? "old" : "new";
      let start = at - text.length;
      if (op === foreign) {
        if (edit === null) return [piece];
        const consumed = used.get(edit) ?? 0;
        used.set(edit, consumed + text.length);
        start = grains.edits[edit]![own === "old" ? "oldStart" : "newStart"] + consumed;
      }
      return cutAt(piece, start, grains[own]).map(([part, from]) => grained(part, from, grains, own));
    });
    at += 1;
    return pieces;
  });
}

/** The piece, cut where moved sentences begin and end, with the offset of each part. */
function cutAt(piece: CellPiece, start: number, moved: readonly Stretch[]): readonly (readonly [CellPiece, number])[] {
  const parts: (readonly [CellPiece, number])[] = [];
  const end = start + piece.text.length;
  let at = start;
  const take = (to: number, move?: SentenceMove) => {
    if (to > at) parts.push([{ ...piece, text: piece.text.slice(at - start, to - start), ...(move && { move }) }, at]);
    at = Math.max(at, to);
  };
  for (const each of moved) {
    // Of a sentence that is marked in part alone, the part says nothing of a move.
    if (each.start < start || each.end > end) continue;
    take(each.start);
    take(each.end, each.move);
  }
  take(end);
  return parts;
}

function grained(piece: CellPiece, start: number, { edits, stays }: Grains, side: "old" | "new"): CellPiece {
  const edit = piece.edit === null ? undefined : edits[piece.edit];
  if (!edit || piece.move) return piece;
  if (stays.has(piece.edit!)) return { ...piece, stays: true };
  if (edit.style) return { ...piece, style: true };
  if (!edit.inner) return piece;
  const end = start + piece.text.length;
  const strong = edit.inner.flatMap((each): readonly (readonly [number, number])[] => {
    const [from, to] = side === "old" ? [each.oldStart, each.oldEnd] : [each.newStart, each.newEnd];
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    return last > first ? [[first - start, last - start]] : [];
  });
  return { ...piece, strong };
}
