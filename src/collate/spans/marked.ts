import type { Group, WordEdit } from "#collate/collation";
import { joined } from "#collate/place";
import type { Span } from "#model/document";

/** A paragraph with what its markup says of stretches of it; a `Block` is one. */
export interface MarkedParagraph {
  readonly text: string;
  readonly spans?: readonly Span[];
}

/** Stretches of the paragraphs of one side of a group, in the units of its edits. */
interface Side {
  readonly text: string;
  readonly struck: readonly Stretch[];
  readonly moving: readonly Stretch[];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Groups of a collation as the markup wants them: words that were struck out (or are no longer) are edited although they are
 * the same words, and amounts that move by themselves are not.
 */
export function withMarks(
  groups: readonly Group[],
  old: readonly MarkedParagraph[],
  next: readonly MarkedParagraph[],
): readonly Group[] {
  if (![...old, ...next].some(({ spans }) => spans)) return groups;
  const texts = { old: old.map(({ text }) => text), next: next.map(({ text }) => text) };
  return groups.map((group) => {
    const isMarked = group.old.some((i) => old[i]!.spans) || group.new.some((j) => next[j]!.spans);
    if (!isMarked || group.old.length === 0 || group.new.length === 0) return group;
    return markedGroup(group, sideOf(group.old, old, texts.old), sideOf(group.new, next, texts.next));
  });
}

function sideOf(indices: readonly number[], paragraphs: readonly MarkedParagraph[], texts: readonly string[]): Side {
  const struck: Stretch[] = [];
  const moving: Stretch[] = [];
  let start = 0;
  for (const index of indices) {
    const { text, spans = [] } = paragraphs[index]!;
    for (const { from, to, kind } of spans) {
      const stretch = { from: start + from, to: start + to };
      if (kind === "struck") struck.push(stretch);
      else if (kind === "moving") moving.push(stretch);
    }
    start += text.length + 1;
  }
  return { text: joined(indices, texts), struck, moving };
}

function markedGroup(group: Group, old: Side, next: Side): Group {
  const steady = group.edits.map((edit) => ({ ...edit, cosmetic: edit.cosmetic || onlyMoves(edit, old, next) }));
  const edits = [...steady, ...strikes(group.edits, old, next)].sort((a, b) => a.newStart - b.newStart);
  if (group.kind !== "equal" && group.kind !== "edited") return { ...group, edits };
  const isEdited = edits.some(({ cosmetic }) => !cosmetic);
  return { ...group, kind: isEdited ? "edited" : "equal", edits };
}

/** Without the amounts that move, both sides of it say the same. */
function onlyMoves({ oldStart, oldEnd, newStart, newEnd }: WordEdit, old: Side, next: Side): boolean {
  const was = unmoved(old, oldStart, oldEnd);
  const is = unmoved(next, newStart, newEnd);
  return (was.isShorter || is.isShorter) && was.text.replace(/\s/g, "") === is.text.replace(/\s/g, "");
}

function unmoved({ text, moving }: Side, from: number, to: number) {
  let left = "";
  let at = from;
  for (const stretch of moving) {
    if (stretch.to <= at || stretch.from >= to) continue;
    left += text.slice(at, Math.max(at, stretch.from));
    at = Math.min(to, stretch.to);
  }
  return { text: left + text.slice(at, to), isShorter: at > from };
}

/** Words that both texts have and one of them struck out: each stretch of them as an edit of its own. */
function strikes(edits: readonly WordEdit[], old: Side, next: Side): readonly WordEdit[] {
  const found: WordEdit[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const edit of [...edits, END]) {
    const length = Math.min(edit.oldStart, old.text.length) - oldAt;
    const [was, is] = [inStretch(old.struck, oldAt, length), inStretch(next.struck, newAt, length)];
    for (const { from, to } of [...outside(was, is), ...outside(is, was)])
      found.push({
        oldStart: oldAt + from,
        oldEnd: oldAt + to,
        newStart: newAt + from,
        newEnd: newAt + to,
        cosmetic: false,
      });
    oldAt = edit.oldEnd;
    newAt = edit.newEnd;
  }
  return found;
}

/** Beyond both texts. */
const END: WordEdit = {
  oldStart: Number.POSITIVE_INFINITY,
  oldEnd: 0,
  newStart: Number.POSITIVE_INFINITY,
  newEnd: 0,
  cosmetic: true,
};

/** The parts of stretches that fall into `length` units from `start` on, counted from there. */
const inStretch = (stretches: readonly Stretch[], start: number, length: number): readonly Stretch[] =>
  stretches.flatMap(({ from, to }) => {
    const part = { from: Math.max(0, from - start), to: Math.min(length, to - start) };
    return part.to > part.from ? [part] : [];
  });

/** What of some stretches is in none of others; both in order. */
function outside(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return stretches.flatMap(({ from, to }) => {
    const parts: Stretch[] = [];
    let at = from;
    for (const other of others) {
      if (other.to <= at || other.from >= to) continue;
      if (other.from > at) parts.push({ from: at, to: other.from });
      at = Math.max(at, other.to);
    }
    return at < to ? [...parts, { from: at, to }] : parts;
  });
}
