import type { WordEdit } from "#collate/collation";
import { cutsGrapheme } from "#language/graphemes";
import type { Fence, Passage } from "./passages.ts";
import { differs } from "./tidy.ts";

/** The edits that turn the old text into the new one, given what they have in common and where no edit may run across. */
export function editsBetween(
  oldText: string,
  newText: string,
  passages: readonly Passage[],
  fences: readonly Fence[] = [],
): WordEdit[] {
  const edits: WordEdit[] = [];
  let oldAt = 0;
  let newAt = 0;
  let fence = 0;
  const gapUntil = (oldEnd: number, newEnd: number) => {
    for (; fence < fences.length && isWithin(fences[fence]!, oldEnd, newEnd); fence += 1) {
      const { old, new: now } = fences[fence]!;
      const rest = [oldText.slice(old, oldEnd), newText.slice(now, newEnd)] as const;
      if (old < oldAt || now < newAt || cutsGrapheme(oldText, old) || cutsGrapheme(newText, now)) continue;
      if (!mayPart(oldText.slice(oldAt, old), newText.slice(newAt, now), rest)) continue;
      pushGap(edits, oldText, newText, { oldStart: oldAt, oldEnd: old, newStart: newAt, newEnd: now });
      oldAt = old;
      newAt = now;
    }
    pushGap(edits, oldText, newText, { oldStart: oldAt, oldEnd, newStart: newAt, newEnd });
  };
  for (const passage of passages) {
    const { oldStart, oldEnd, newStart, newEnd } = passage;
    gapUntil(oldStart, newStart);
    if (oldText.slice(oldStart, oldEnd) !== newText.slice(newStart, newEnd))
      edits.push({ oldStart, oldEnd, newStart, newEnd, cosmetic: true });
    oldAt = oldEnd;
    newAt = newEnd;
  }
  gapUntil(oldText.length, newText.length);
  return edits;
}

const isWithin = (fence: Fence, oldEnd: number, newEnd: number): boolean => fence.old <= oldEnd && fence.new <= newEnd;

/**
 * True where a gap is better cut in two: words differ on both sides of the fence, or nothing but space that no one sees stands
 * before it. A space that came or went stays with the words beside it, and what replaced a sentence with what it replaced.
 */
function mayPart(old: string, now: string, [oldRest, newRest]: readonly [string, string]): boolean {
  const [before, after] = [
    { old: old.trim(), new: now.trim() },
    { old: oldRest.trim(), new: newRest.trim() },
  ];
  if (before.old === "" && before.new === "") return !differs(old, now) && old !== now;
  if ((before.old === "" && after.new === "") || (before.new === "" && after.old === "")) return false;
  // All of it was taken out, or put in, at one place.
  if ((before.old === "" && after.old === "") || (before.new === "" && after.new === "")) return false;
  return before.old !== before.new && after.old !== after.new;
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
