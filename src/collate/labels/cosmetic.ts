import { isChanged, type Place } from "#collate/place";
import { tokenize } from "#language/tokens";
import type { Label } from "#model/change";

/** Quotes, dashes and spaces, and where paragraphs break: one label for the whole article, at the first place. */
export function cosmeticLabels(places: readonly Place[]): Label[] {
  const quiet = places.filter(({ group }) => !isChanged(group));
  const marks = quiet.filter(({ group }) => group.old.length === group.new.length && group.edits.length > 0);
  const breaks = quiet.filter(({ group }) => group.kind === "split" || group.kind === "merged");
  const punctuation = places.filter((place) => isChanged(place.group) && onlyMarks(place));
  const reasons = [
    marks.length > 0 ? `only quotes, dashes or spaces differ in ${paragraphs(marks.length)}` : "",
    punctuation.length > 0 ? `only punctuation differs in ${paragraphs(punctuation.length)}` : "",
    breaks.length > 0 ? `only the breaks differ in ${paragraphs(breaks.length)}` : "",
  ].filter((reason) => reason !== "");
  const first = marks[0] ?? punctuation[0] ?? breaks[0];
  if (!first) return [];
  const { field, group } = first;
  const place = { field, old: group.old[0] ?? null, new: group.new[0] ?? null };
  return [{ kind: "cosmetic", reason: reasons.join("; "), place }];
}

/** Every word and number stayed where it was: a comma came, a quotation has other marks. */
export function onlyMarks({ group, oldText, newText }: Place): boolean {
  if (group.kind === "added" || group.kind === "removed") return false;
  return group.edits.every(
    (edit) =>
      edit.cosmetic ||
      wordsIn(oldText.slice(edit.oldStart, edit.oldEnd)) === wordsIn(newText.slice(edit.newStart, edit.newEnd)),
  );
}

const wordsIn = (text: string): string =>
  tokenize(text)
    .filter(({ kind }) => kind !== "mark")
    .map(({ key }) => key)
    .join(" ");

const paragraphs = (count: number): string => (count === 1 ? "a paragraph" : `${count} paragraphs`);
