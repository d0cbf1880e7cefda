import type { WordEdit } from "#collate/collation";
import { isChanged, type Place } from "#collate/place";
import type { Rules } from "#language/rules/rules";
import { saidAlike } from "#language/said-alike";
import type { Label } from "#model/change";
import { quoted } from "./reason.ts";

/** Quotes, dashes and spaces, spelling, and where paragraphs break: one label for the whole article, at the first place. */
export function cosmeticLabels(places: readonly Place[], rules: Rules): Label[] {
  const quiet = places.filter(({ group }) => !isChanged(group));
  const marks = quiet.filter(({ group }) => group.old.length === group.new.length && group.edits.length > 0);
  const breaks = quiet.filter(({ group }) => group.kind === "split" || group.kind === "merged");
  // What differs in a field is said of the field.
  const respelled = places.filter(
    (place) => place.field === "body" && isChanged(place.group) && onlyLooks(place, rules),
  );
  const punctuation = respelled.filter(onlyMarks);
  const spelling = respelled.filter((place) => !punctuation.includes(place));
  const reasons = [
    marks.length > 0 ? `only quotes, dashes or spaces differ in ${paragraphs(marks.length)}` : "",
    punctuation.length > 0 ? `only ${marksOf(punctuation)} in ${paragraphs(punctuation.length)}` : "",
    spelling.length > 0 ? `only spelling differs in ${paragraphs(spelling.length)}: ${sampleOf(spelling[0]!)}` : "",
    breaks.length > 0 ? `only the breaks differ in ${paragraphs(breaks.length)}` : "",
  ].filter((reason) => reason !== "");
  const first = marks[0] ?? respelled[0] ?? breaks[0];
  if (!first) return [];
  const { field, group } = first;
  const place = { field, old: group.old[0] ?? null, new: group.new[0] ?? null };
  return [{ kind: "cosmetic", reason: reasons.join("; "), place }];
}

/**
 * True where a reader reads the same in both: marks that say nothing by themselves, capitals, spelling, the number of a list item, a
 * word printed twice. Decided by what is read, not by the class of a character: a minus, "?" or "★" is never looks alone.
 */
export function onlyLooks({ group, oldText, newText }: Place, rules: Rules): boolean {
  if (group.kind === "added" || group.kind === "removed") return false;
  return group.edits.every((edit) => {
    if (edit.cosmetic) return true;
    if (isFarApart(edit, oldText, newText)) return false;
    const old = saidAlike(oldText, edit.oldStart, edit.oldEnd, rules);
    const next = saidAlike(newText, edit.newStart, edit.newEnd, rules);
    return old === next || isRepeated(edit, oldText, newText);
  });
}

/** Longest difference in length that spelling makes, in UTF-16 units; templates and addresses make more. */
const MOST_APART = 40;
const LONG_BY_TEMPLATE = /[[/=*_-]/;

/** Asked first: so much text came or went that it is no matter of spelling. */
function isFarApart({ oldStart, oldEnd, newStart, newEnd }: WordEdit, oldText: string, newText: string): boolean {
  const [old, next] = [oldEnd - oldStart, newEnd - newStart];
  if (Math.abs(old - next) <= MOST_APART) return false;
  return !LONG_BY_TEMPLATE.test(old > next ? oldText.slice(oldStart, oldEnd) : newText.slice(newStart, newEnd));
}

const LAST_WORD = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)\s*$/u;
const FIRST_WORD = /^\s*([\p{L}\p{M}]+)(?![\p{L}\p{M}])/u;
const WORD = /^\s*([\p{L}\p{M}]+)\s*$/u;

/** "the the": one of two equal words in a row came or went. */
function isRepeated(edit: WordEdit, oldText: string, newText: string): boolean {
  const isOld = edit.newStart === edit.newEnd;
  if (!isOld && edit.oldStart !== edit.oldEnd) return false;
  const [text, start, end] = isOld ? [oldText, edit.oldStart, edit.oldEnd] : [newText, edit.newStart, edit.newEnd];
  const word = WORD.exec(text.slice(start, end))?.[1]?.toLowerCase();
  if (word === undefined) return false;
  const before = LAST_WORD.exec(text.slice(Math.max(0, start - word.length - 2), start))?.[1];
  const after = FIRST_WORD.exec(text.slice(end, end + word.length + 2))?.[1];
  return before?.toLowerCase() === word || after?.toLowerCase() === word;
}

const HAS_FIGURE = /\p{N}/u;

/** No letter and no figure differs; a comma within a figure is its spelling. */
const onlyMarks = (place: Place): boolean =>
  place.group.edits.every((edit) => {
    const [old, next] = sidesOf(place, edit);
    return edit.cosmetic || (lettersOf(old) === lettersOf(next) && !HAS_FIGURE.test(old));
  });

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

const sidesOf = ({ oldText, newText }: Place, edit: WordEdit): readonly [string, string] => [
  oldText.slice(edit.oldStart, edit.oldEnd),
  newText.slice(edit.newStart, edit.newEnd),
];

const MARKS = /[^\p{L}\p{M}\p{N}\s]/gu;
/** Different marks named in a reason. */
const MOST_MARKS = 4;

/** "“,” differs", "punctuation (“,” “;”) differs". */
function marksOf(places: readonly Place[]): string {
  const found = new Set<string>();
  for (const place of places)
    for (const edit of place.group.edits) {
      const [before, after] = sidesOf(place, edit);
      const [old, next] = [before.match(MARKS) ?? [], after.match(MARKS) ?? []] as [string[], string[]];
      for (const mark of [...old.filter((each) => !next.includes(each)), ...next.filter((each) => !old.includes(each))])
        found.add(mark);
    }
  const signs = [...found].slice(0, MOST_MARKS).map((mark) => `“${mark}”`);
  return signs.length === 0 ? "punctuation differs" : `punctuation (${signs.join(" ")}) differs`;
}

function sampleOf(place: Place): string {
  const edit = place.group.edits.find(({ cosmetic }) => !cosmetic)!;
  const [old, next] = sidesOf(place, edit);
  return old.trim() === "" ? quoted(next) : next.trim() === "" ? quoted(old) : `${quoted(old)} and ${quoted(next)}`;
}

const paragraphs = (count: number): string => (count === 1 ? "a paragraph" : `${count} paragraphs`);
