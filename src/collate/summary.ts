import { bodyPlaces, inParagraphs } from "#collate/spans/places";
import { saidOf } from "#collate/spans/said";
import { countWords } from "#language/word-count";
import type { ChangeSummary } from "#model/change";
import type { VersionText } from "#model/version";
import type { Group } from "./collation.ts";
import { assess } from "./labels.ts";
import { isChanged, joined, type Place } from "./place.ts";
import { sampleOf } from "./sample.ts";
import { blockTexts, paragraphsOf, type TextCollation } from "./texts.ts";

/**
 * Counts what a change did, labels it and picks its most telling edit. Cosmetic edits count nowhere. `language` is the BCP 47
 * tag of the text, whose rules the labels follow; without one the text tells.
 *
 * @example
 * const version = (toll) => ({
 *   headline: "Flood in Ems", standfirst: null, corrections: [], blocks: [{ kind: "paragraph", text: `${toll} people died.` }],
 * });
 * const [old, next] = [version(10), version(12)];
 * const { paragraphsEdited, sample, silent } = summarise(old, next, collateTexts(old, next), "en");
 * [paragraphsEdited, sample, silent]
 * // [1, { old: "10 people died.", new: "12 people died." }, true]
 */
export function summarise(
  old: VersionText,
  next: VersionText,
  collation: TextCollation,
  language?: string | null,
): ChangeSummary {
  const all = placesOf(old, next, collation);
  const places = all.filter(({ group }) => isChanged(group));
  const { labels, rank, silent } = assess(all, textsOf(old), textsOf(next), language);
  const body = collation.body.groups;
  const count = (test: (group: Group) => boolean): number => body.filter(test).length;
  return {
    headlineChanged: collation.headline !== null && isChanged(collation.headline),
    standfirstChanged: collation.standfirst !== null && isChanged(collation.standfirst),
    correctionAdded: collation.corrections.groups.some((group) => group.new.length > 0 && isChanged(group)),
    paragraphsEdited: count((g) => g.kind === "edited"),
    paragraphsAdded: count((g) => g.kind === "added"),
    paragraphsRemoved: count((g) => g.kind === "removed"),
    paragraphsSplit: count((g) => g.kind === "split"),
    paragraphsMerged: count((g) => g.kind === "merged"),
    paragraphsMoved: count((g) => g.moved),
    wordsAdded: places.reduce((sum, place) => sum + wordsIn(place, "new"), 0),
    wordsRemoved: places.reduce((sum, place) => sum + wordsIn(place, "old"), 0),
    // Taking away what was struck out before changes nothing that is said.
    sample: sampleOf(places.length > 0 ? places : printedPlaces(old, next, collation), labels),
    labels: inParagraphs(labels, old.blocks, next.blocks),
    rank,
    // Of a part of an article no one can know whether the rest has a note.
    silent: silent && !old.continuesAt && !next.continuesAt,
  };
}

const textsOf = ({ headline, standfirst, corrections, blocks }: VersionText): readonly string[] => [
  ...paragraphsOf(headline),
  ...paragraphsOf(standfirst),
  ...corrections,
  ...blocks.map((block) => saidOf(block).text),
];

const printedPlaces = (old: VersionText, next: VersionText, { body }: TextCollation): readonly Place[] =>
  placesIn("body", body.groups.filter(isChanged), blockTexts(old.blocks), blockTexts(next.blocks));

function placesOf(
  old: VersionText,
  next: VersionText,
  { headline, standfirst, corrections, body }: TextCollation,
): Place[] {
  return [
    ...placesIn("headline", [headline], paragraphsOf(old.headline), paragraphsOf(next.headline)),
    ...placesIn("standfirst", [standfirst], paragraphsOf(old.standfirst), paragraphsOf(next.standfirst)),
    ...placesIn("correction", corrections.groups, old.corrections, next.corrections),
    ...bodyPlaces(body.groups, old.blocks, next.blocks),
  ];
}

function placesIn(
  field: Place["field"],
  groups: readonly (Group | null)[],
  old: readonly string[],
  next: readonly string[],
): Place[] {
  return groups
    .filter((group) => group !== null)
    .map((group) => ({ field, group, oldText: joined(group.old, old), newText: joined(group.new, next) }));
}

function wordsIn(place: Place, side: "old" | "new"): number {
  const text = side === "old" ? place.oldText : place.newText;
  if (place.group.kind === "added" || place.group.kind === "removed") return countWords(text);
  let words = 0;
  for (const edit of place.group.edits) {
    if (edit.cosmetic) continue;
    words += countWords(
      side === "old" ? text.slice(edit.oldStart, edit.oldEnd) : text.slice(edit.newStart, edit.newEnd),
    );
  }
  return words;
}
