import { clipEnd, clipStart } from "#collate/words/clip";
import type { Label, LabelKind } from "#model/change";
import type { WordEdit } from "./collation.ts";
import type { Place } from "./place.ts";

export interface Sample {
  readonly old: string;
  readonly new: string;
}

/** Longest wording shown of an edit, and longest context on each side of it, in UTF-16 units: together under 200. */
const MAX_WORDING = 110;
const MAX_CONTEXT = 40;

/**
 * The edit that matters most, with a few words around it: what its labels say of it decides, then figures, quotes, names, then
 * the length. A removed claim stands before a headline that was reworded.
 * @param labels of these places; offsets in what the paragraphs say
 */
export function sampleOf(places: readonly Place[], labels: readonly Label[] = []): Sample {
  let best: { place: Place; edit: WordEdit; score: number } | null = null;
  for (const place of places) {
    for (const edit of editsOf(place)) {
      const score = Math.max(tellingness(place, edit), ...labels.map((label) => weightAt(label, place, edit)));
      if (best === null || score > best.score) best = { place, edit, score };
    }
  }
  return best === null ? { old: "", new: "" } : inContext(best.place, best.edit);
}

function editsOf({ group, oldText, newText }: Place): readonly WordEdit[] {
  if (group.kind === "added" || group.kind === "removed")
    return [{ oldStart: 0, oldEnd: oldText.length, newStart: 0, newEnd: newText.length, cosmetic: false }];
  return group.edits.filter((edit) => !edit.cosmetic);
}

/** What a label makes of the edit that it is about. Headlines by themselves have 100. */
const BY_KIND: Readonly<Partial<Record<LabelKind, number>>> = {
  "sentence-removed": 130,
  "paragraph-removed": 130,
  "detail-removed": 112,
  negation: 128,
  "hedge-removed": 110,
  "hedge-added": 108,
  attribution: 109,
};
/** A claim: what is said of someone, or is said by someone. A removed passage without one stands behind a new headline. */
const CLAIMING: ReadonlySet<LabelKind> = new Set<LabelKind>(["sentence-removed", "paragraph-removed"]);
const LEAST_CLAIM = 20;

function weightAt({ kind, place: at }: Label, { field, group }: Place, edit: WordEdit): number {
  const weight = BY_KIND[kind];
  if (weight === undefined || at.field !== field) return 0;
  const isHere = (at.new !== null && group.new.includes(at.new)) || (at.old !== null && group.old.includes(at.old));
  if (!isHere) return 0;
  if (CLAIMING.has(kind))
    return edit.oldEnd - edit.oldStart >= LEAST_CLAIM && edit.newEnd - edit.newStart < LEAST_CLAIM ? weight : 0;
  return at.oldOffset === undefined || isIn(at, group, edit) ? weight : 0;
}

/** Offsets count in one paragraph; in a group of several any edit may be meant. */
const isIn = ({ oldOffset, newOffset }: Label["place"], group: Place["group"], edit: WordEdit): boolean =>
  group.old.length > 1 ||
  group.new.length > 1 ||
  (oldOffset !== undefined && oldOffset >= edit.oldStart && oldOffset <= edit.oldEnd) ||
  (newOffset !== undefined && newOffset >= edit.newStart && newOffset <= edit.newEnd);

const HEADLINE = 100;
/** The publisher itself says what was wrong. */
const CORRECTION = 140;
const STANDFIRST = 8;
const NUMBER = 40;
const QUOTE = 30;
const NAME = 20;
/** Length decides last, with ever less weight: it never lifts an edit into the class above. */
const MAX_LENGTH_SCORE = 7;

function tellingness({ field, group, oldText, newText }: Place, edit: WordEdit): number {
  const old = oldText.slice(edit.oldStart, edit.oldEnd);
  const next = newText.slice(edit.newStart, edit.newEnd);
  const length = Math.min(MAX_LENGTH_SCORE, Math.log2(1 + Math.max(old.length, next.length)));
  if (field === "headline") return HEADLINE + length;
  if (field === "correction") return CORRECTION + length;
  const base = length + (field === "standfirst" ? STANDFIRST : 0);
  if (group.kind === "added" || group.kind === "removed") return base;
  if (/\p{N}/u.test(old) && /\p{N}/u.test(next) && numbers(old) !== numbers(next)) return base + NUMBER;
  if (insideQuote(oldText, edit.oldStart) && insideQuote(newText, edit.newStart)) return base + QUOTE;
  return base + (hasName(old) || hasName(next) ? NAME : 0);
}

const numbers = (text: string): string => (text.match(/\p{N}+/gu) ?? []).join(" ");

/** True when a quotation opened before `at` in its paragraph is not closed yet. */
function insideQuote(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const opened = before.match(/[“„«「『]/g)?.length ?? 0;
  const closed = before.match(/[”»」』]/g)?.length ?? 0;
  return opened > closed || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** A capitalised word that does not open the wording: in most languages a name. */
const hasName = (text: string): boolean => /(?<=\S\s)\p{Lu}\p{Ll}|^\p{Lu}\p{Ll}+\s\p{Lu}/u.test(text);

function inContext({ oldText, newText }: Place, edit: WordEdit): Sample {
  // What follows an edit is shown on both sides or on none: else it would look as if it had been taken away.
  const follows = Math.max(edit.oldEnd - edit.oldStart, edit.newEnd - edit.newStart) <= MAX_WORDING;
  return {
    old: wording(oldText, edit.oldStart, edit.oldEnd, follows),
    new: wording(newText, edit.newStart, edit.newEnd, follows),
  };
}

function wording(text: string, start: number, end: number, follows: boolean): string {
  if (text === "") return "";
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineBreak = text.indexOf("\n", end);
  const before = clipStart(text.slice(lineStart, start), MAX_CONTEXT);
  const edited = clipEnd(text.slice(start, end), MAX_WORDING);
  const after = text.slice(end, lineBreak === -1 ? text.length : lineBreak);
  const shown = follows ? clipEnd(after, MAX_CONTEXT) : after === "" || edited.endsWith("…") ? "" : "…";
  return `${before}${edited}${shown}`.replace(/\s+/g, " ").trim();
}
