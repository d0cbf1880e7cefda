import type { WordEdit } from "#collate/collation";
import { cutsGrapheme } from "#language/graphemes";
import type { Passage } from "./passages.ts";
import { differs } from "./tidy.ts";

/** The edits that turn the old text into the new one, given what they have in common. */
export function editsBetween(oldText: string, newText: string, passages: readonly Passage[]): WordEdit[] {
  const edits: WordEdit[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const passage of passages) {
    pushGap(edits, oldText, newText, {
      oldStart: oldAt,
      oldEnd: passage.oldStart,
      newStart: newAt,
      newEnd: passage.newStart,
    });
    const { oldStart, oldEnd, newStart, newEnd } = passage;
    if (oldText.slice(oldStart, oldEnd) !== newText.slice(newStart, newEnd))
      edits.push({ oldStart, oldEnd, newStart, newEnd, cosmetic: true });
    oldAt = oldEnd;
    newAt = newEnd;
  }
  const oldEnd = oldText.length;
  const newEnd = newText.length;
  pushGap(edits, oldText, newText, { oldStart: oldAt, oldEnd, newStart: newAt, newEnd });
  return edits;
}

type Span = Omit<WordEdit, "cosmetic">;

function pushGap(edits: WordEdit[], oldText: string, newText: string, span: Span): void {
  const oldGap = oldText.slice(span.oldStart, span.oldEnd);
  const newGap = newText.slice(span.newStart, span.newEnd);
  if (oldGap === newGap) return;
  if (differs(oldGap, newGap)) edits.push({ ...withoutSharedSpace(oldText, newText, span), cosmetic: false });
  else edits.push({ ...span, cosmetic: true });
}

/** Leaves the white space that both sides share at either end out of the edit, where that parts no grapheme. */
function withoutSharedSpace(oldText: string, newText: string, span: Span): Span {
  let { oldStart, oldEnd, newStart, newEnd } = span;
  const shared = (i: number, j: number) => oldText[i] === newText[j] && SPACE.test(oldText[i]!);
  const clean = (i: number, j: number) => !cutsGrapheme(oldText, i) && !cutsGrapheme(newText, j);
  while (oldStart < oldEnd && newStart < newEnd && shared(oldStart, newStart)) {
    oldStart += 1;
    newStart += 1;
  }
  while (oldStart > span.oldStart && !clean(oldStart, newStart)) {
    oldStart -= 1;
    newStart -= 1;
  }
  while (oldEnd > oldStart && newEnd > newStart && shared(oldEnd - 1, newEnd - 1)) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  while (oldEnd < span.oldEnd && !clean(oldEnd, newEnd)) {
    oldEnd += 1;
    newEnd += 1;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

const SPACE = /\s/;
