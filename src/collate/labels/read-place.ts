import type { Group, WordEdit } from "#collate/collation";
import type { Place } from "#collate/place";
import type { ClaimWords } from "#language/claims/claim-words";
import { type ReadText, readText } from "#language/read-text";
import type { Rules } from "#language/rules/rules";
import { sentences, spansSentences } from "#language/sentences";
import { countWords } from "#language/word-count";
import type { LabelPlace } from "#model/change";

/** A visible edit of the group. */
export interface Spot {
  readonly edit: WordEdit;
  /** Whole sentences (or what is as long) came, went or took another's place: growth or loss, not a claim that changed its wording. */
  readonly wholeSentences: boolean;
  /** A short sentence in other words, although the aligner holds it for another. */
  readonly reworded: boolean;
}

export interface ReadPlace {
  readonly field: LabelPlace["field"];
  readonly group: Group;
  readonly old: ReadText;
  readonly new: ReadText;
  readonly spots: readonly Spot[];
}

/** Names or quotations of one edit that are looked for in the whole article; more than that is another article. */
export const MAX_LOOKED_UP = 100;

/** What the families may ask about the rest of the article. */
export interface Context {
  readonly rules: Rules;
  /** How its language qualifies and colours a claim; null where that has no lists. */
  readonly claims: () => ClaimWords | null;
  /** True when the words occur anywhere in the old (new) version, but for cosmetics. */
  readonly inOld: (words: string) => boolean;
  readonly inNew: (words: string) => boolean;
  /** True if either version has the word in small letters: with a capital it is then not a name, but a heading or an office. */
  readonly isCommon: (word: string) => boolean;
}

/** Longer groups are no paragraphs (a text without breaks); their labels are not worth seconds of reading. */
const MAX_LENGTH = 200_000;

/** Null for a group that was added or removed, or is too long. */
export function readPlace({ field, group, oldText, newText }: Place): ReadPlace | null {
  if (group.old.length === 0 || group.new.length === 0 || oldText.length + newText.length > MAX_LENGTH) return null;
  // A headline is one claim, however it is worded, and so is a sentence that stands alone.
  const isOne = field === "headline" || (isOneSentence(oldText) && isOneSentence(newText));
  const spots = group.edits
    .filter((edit) => !edit.cosmetic)
    .map((edit): Spot => {
      const old = oldText.slice(edit.oldStart, edit.oldEnd);
      const next = newText.slice(edit.newStart, edit.newEnd);
      const whole =
        spansSentences(oldText, edit.oldStart, edit.oldEnd) && spansSentences(newText, edit.newStart, edit.newEnd);
      const reworded = whole && isShortReworded(old, next);
      const wholeSentences = !isOne && (isLongAlone(old, next) || (whole && !reworded));
      return { edit, wholeSentences, reworded };
    });
  return { field, group, old: readText(oldText), new: readText(newText), spots };
}

/** Longer texts are not asked: no sentence has so many letters. */
const LONGEST_SENTENCE = 2000;
const isOneSentence = (text: string): boolean => text.length <= LONGEST_SENTENCE && sentences(text).length === 1;

interface Stand {
  readonly start: number;
}

/** Where words stand that an edit took or brought; without them, where the edit begins on that side. */
export function placeAt(
  { field, group, old, new: next }: ReadPlace,
  spot: Spot,
  gone?: Stand | null,
  come?: Stand | null,
): LabelPlace {
  const before = lineAt(old.text, gone?.start ?? spot.edit.oldStart);
  const after = lineAt(next.text, come?.start ?? spot.edit.newStart);
  return {
    field,
    old: group.old[before.line]!,
    new: group.new[after.line]!,
    oldOffset: before.offset,
    newOffset: after.offset,
  };
}

/** Which paragraph of the group an offset falls into (the number of line breaks before it), and where in it. */
function lineAt(text: string, offset: number): { readonly line: number; readonly offset: number } {
  let line = 0;
  let start = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, offset: offset - start };
}

/** Words that only came or went: more are no qualification of a claim but a statement by itself. */
const MOST_ALONE = 10;

const isLongAlone = (old: string, next: string): boolean =>
  (old.trim() === "" || next.trim() === "") && countWords(old + next) > MOST_ALONE;

/** Words of a sentence so short that two others make it another to the aligner: "No one was hurt" and "Two people were hurt". */
const MOST_SHORT = 8;
/** Letters of a word that two sentences do not share by chance. */
const TELLING = /[\p{L}\p{M}]{4,}/gu;

function isShortReworded(old: string, next: string): boolean {
  if (old.trim() === "" || next.trim() === "" || Math.max(old.length, next.length) > 20 * MOST_SHORT) return false;
  if (Math.max(countWords(old), countWords(next)) > MOST_SHORT) return false;
  const words = new Set(old.toLowerCase().match(TELLING) ?? []);
  return (next.toLowerCase().match(TELLING) ?? []).some((word) => words.has(word));
}
