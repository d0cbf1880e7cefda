import { pairSentences } from "#collate/align/pair-sentences";
import { cutsGrapheme } from "#language/graphemes";
import { hasUnspaced, rememberedWordStarts } from "#language/scripts";
import { type Stretch, sentences } from "#language/sentences";
import type { Token } from "#language/token";
import { tokenize } from "#language/tokens";
import { joinAtoms } from "./atoms.ts";
import { pairedCells } from "./cells.ts";
import { keepNamesWhole } from "./name-edges.ts";
import type { Common, Fence, Passage } from "./passages.ts";
import { slideEdges } from "./slide.ts";
import { partStandingAlone } from "./stand-alone.ts";
import { alignTokens, type Budget } from "./token-alignment.ts";

/** Longer than this, together, texts are not read by sentences: what differs between common head and tail is replaced. */
const MAX_FINE_TEXT = 6_000_000;
/** Sentences at least this long are surely no islands; shorter ones have their words counted. */
const LONG_SENTENCE = 60;

/** What two texts have in common, sentence by sentence, then word by word. */
export function commonPassages(oldText: string, newText: string, budget: Budget): Common {
  const ends = oldText.length + newText.length > MAX_FINE_TEXT ? commonEnds(oldText, newText) : { head: 0, tail: 0 };
  const oldMiddle = oldText.slice(ends.head, oldText.length - ends.tail);
  const newMiddle = newText.slice(ends.head, newText.length - ends.tail);
  const passages: Passage[] = [];
  const fences: Fence[] = [];
  if (ends.head > 0) passages.push(whole(0, ends.head, 0, ends.head));
  if (oldMiddle.length + newMiddle.length <= MAX_FINE_TEXT) {
    const common = byCell(oldMiddle, newMiddle, budget) ?? bySentence(oldMiddle, newMiddle, budget);
    for (const passage of common.passages) passages.push(moved(passage, ends.head, ends.head));
    for (const fence of common.fences) fences.push({ old: fence.old + ends.head, new: fence.new + ends.head });
  }
  if (ends.tail > 0)
    passages.push(whole(oldText.length - ends.tail, oldText.length, newText.length - ends.tail, newText.length));
  return { passages, fences };
}

const whole = (oldStart: number, oldEnd: number, newStart: number, newEnd: number): Passage => ({
  oldStart,
  oldEnd,
  newStart,
  newEnd,
  words: Number.POSITIVE_INFINITY,
});

const moved = (passage: Passage, old: number, next: number): Passage => ({
  oldStart: passage.oldStart + old,
  oldEnd: passage.oldEnd + old,
  newStart: passage.newStart + next,
  newEnd: passage.newEnd + next,
  words: passage.words,
});

/** Lengths of the common head and tail of two texts, each cut back to plain white space. */
function commonEnds(oldText: string, newText: string): { head: number; tail: number } {
  const shorter = Math.min(oldText.length, newText.length);
  let head = 0;
  while (head < shorter && oldText.charCodeAt(head) === newText.charCodeAt(head)) head += 1;
  while (head > 0 && !PLAIN_GAP.test(oldText.slice(head - 1, head + 1) + newText.slice(head, head + 1))) head -= 1;
  let tail = 0;
  const at = (text: string, back: number) => text.charCodeAt(text.length - back);
  while (tail < shorter - head && at(oldText, tail + 1) === at(newText, tail + 1)) tail += 1;
  while (tail > 0 && !PLAIN_GAP.test(oldText.slice(oldText.length - tail - 1, oldText.length - tail + 1))) tail -= 1;
  return { head, tail };
}

/** A space between letters: no grapheme can reach across it. */
const PLAIN_GAP = /^ \p{L}+$/u;

/** Each cell of a row is compared with its own. Null for what are no two rows with as many cells. */
function byCell(oldText: string, newText: string, budget: Budget): Common | null {
  const pairs = pairedCells(oldText, newText);
  if (!pairs) return null;
  const passages: Passage[] = [];
  const fences: Fence[] = [];
  for (const { old, new: next } of pairs) {
    const common = bySentence(oldText.slice(old.start, old.end), newText.slice(next.start, next.end), budget);
    for (const passage of common.passages) passages.push(moved(passage, old.start, next.start));
    for (const fence of common.fences) fences.push({ old: fence.old + old.start, new: fence.new + next.start });
    if (!old.bar || !next.bar) break;
    const { bar } = old;
    fences.push({ old: bar.start, new: next.bar.start }, { old: bar.end, new: next.bar.end });
    passages.push({ oldStart: bar.start, oldEnd: bar.end, newStart: next.bar.start, newEnd: next.bar.end, words: 0 });
  }
  return { passages, fences };
}

function bySentence(oldText: string, newText: string, budget: Budget): Common {
  const old = sentences(oldText);
  const next = sentences(newText);
  const passages: Passage[] = [];
  const fences: Fence[] = [];
  const beads = pairSentences(read(oldText, old), read(newText, next));
  const areParted = old.length > 1 || next.length > 1;
  for (const bead of beads) {
    const oldSpan = { start: old[bead.oldStart]!.start, end: old[bead.oldEnd - 1]!.end };
    const newSpan = { start: next[bead.newStart]!.start, end: next[bead.newEnd - 1]!.end };
    const compare = bead.equal ? equalPassages : byWord;
    for (const passage of compare(oldText, oldSpan, newText, newSpan, budget)) passages.push(passage);
    if (!areParted) continue;
    fences.push({ old: oldSpan.start, new: newSpan.start });
    fences.push({ old: trimmedEnd(oldText, oldSpan), new: trimmedEnd(newText, newSpan) });
  }
  return { passages, fences };
}

const trimmedEnd = (text: string, { start, end }: Stretch): number => start + text.slice(start, end).trimEnd().length;

const read = (text: string, list: readonly Stretch[]) => list.map(({ start, end }) => text.slice(start, end).trimEnd());

/** Equal sentences are one passage when equal to the letter; else their tokens show where the cosmetic difference is. */
function equalPassages(oldText: string, old: Stretch, newText: string, next: Stretch, budget: Budget): Passage[] {
  const oldRaw = oldText.slice(old.start, old.end);
  const newRaw = newText.slice(next.start, next.end);
  const oldLength = oldRaw.trimEnd().length;
  const cut = cutsGrapheme(oldText, old.start + oldLength) || cutsGrapheme(newText, next.start + oldLength);
  if (cut || oldRaw.slice(0, oldLength) !== newRaw.trimEnd()) return byWord(oldText, old, newText, next, budget);
  const words =
    oldLength >= LONG_SENTENCE ? LONG_SENTENCE : tokenize(oldRaw).reduce((sum, token) => sum + wordsIn(token), 0);
  return [
    { oldStart: old.start, oldEnd: old.start + oldLength, newStart: next.start, newEnd: next.start + oldLength, words },
  ];
}

function byWord(oldText: string, old: Stretch, newText: string, next: Stretch, budget: Budget): Passage[] {
  const oldRaw = oldText.slice(old.start, old.end);
  const newRaw = newText.slice(next.start, next.end);
  budget.characters -= oldRaw.length + newRaw.length;
  if (budget.characters < 0) return [];
  const wordStarts = rememberedWordStarts();
  const oldTokens = joinAtoms(oldRaw, tokenize(oldRaw, wordStarts));
  const newTokens = joinAtoms(newRaw, tokenize(newRaw, wordStarts));
  const pairs = alignTokens(oldTokens, newTokens, budget);
  const slid = slideEdges(oldRaw, oldTokens, newRaw, newTokens, pairs);
  const sides = [
    { text: oldRaw, tokens: oldTokens },
    { text: newRaw, tokens: newTokens },
  ] as const;
  return keepNamesWhole(...sides, partStandingAlone(...sides, slid)).map((pair) => {
    const a = oldTokens[pair.old]!;
    const b = newTokens[pair.new]!;
    return {
      oldStart: old.start + a.start,
      oldEnd: old.start + a.end,
      newStart: next.start + b.start,
      newEnd: next.start + b.end,
      words: wordsIn(a),
    };
  });
}

function wordsIn(token: Token): number {
  if (token.kind === "mark") return 0;
  return hasUnspaced(token.key) ? token.key.length : 1;
}
