import type { LabelPlace } from "#model/change";
import type { WordEdit } from "../collation.ts";
import type { Place } from "../place.ts";
import type { Rules } from "../rules/find.ts";
import { lowerKeys } from "../rules/lexicon.ts";
import type { Token } from "../token.ts";
import { tokenize } from "../tokens.ts";

/** One side of an edited group, read once for all families of labels. */
export interface SideReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Lower-case keys of the tokens. */
  readonly words: readonly string[];
}

/** A visible edit of the group. */
export interface Spot {
  readonly edit: WordEdit;
  readonly place: LabelPlace;
  /** Whole sentences came, went or took another's place: growth or loss, not a claim that changed its wording. */
  readonly wholeSentences: boolean;
}

export interface Reading {
  readonly old: SideReading;
  readonly new: SideReading;
  readonly spots: readonly Spot[];
}

/** What the families may ask about the rest of the article. */
export interface Context {
  readonly rules: Rules;
  /** True when the words occur anywhere in the old (new) version, but for cosmetics. */
  readonly inOld: (words: string) => boolean;
  readonly inNew: (words: string) => boolean;
}

/** Longer groups are no paragraphs (a text without breaks); their labels are not worth seconds of reading. */
const MAX_LENGTH = 200_000;

/** Null for a group that was added or removed, or is too long. */
export function readPlace({ field, group, oldText, newText }: Place): Reading | null {
  if (group.old.length === 0 || group.new.length === 0 || oldText.length + newText.length > MAX_LENGTH) return null;
  const spots = group.edits
    .filter((edit) => !edit.cosmetic)
    .map((edit): Spot => {
      const place = {
        field,
        old: group.old[lineOf(oldText, edit.oldStart)]!,
        new: group.new[lineOf(newText, edit.newStart)]!,
      };
      // A headline is one claim, however it is worded.
      const wholeSentences =
        field !== "headline" &&
        isWhole(oldText, edit.oldStart, edit.oldEnd) &&
        isWhole(newText, edit.newStart, edit.newEnd);
      return { edit, place, wholeSentences };
    });
  return { old: readSide(oldText), new: readSide(newText), spots };
}

function readSide(text: string): SideReading {
  const tokens = tokenize(text);
  return { text, tokens, words: lowerKeys(tokens) };
}

/** Number of line breaks before an offset: which paragraph of the group it falls into. */
function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

const ENDS = /(?:^|[.!?…؟۔։।॥。！？]["'”’»›)\]」』]*|\n)\s*$/u;

/** An empty stretch, or one from a sentence's start to a sentence's end. */
function isWhole(text: string, start: number, end: number): boolean {
  if (start === end) return true;
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 1);
  return ENDS.test(before) && (after === "" || ENDS.test(text.slice(Math.max(start, end - 8), end)));
}
