import { attributionLabels } from "#collate/labels/attribution";
import { cosmeticLabels, onlyLooks } from "#collate/labels/cosmetic";
import { fieldLabels } from "#collate/labels/fields";
import { figureLabels } from "#collate/labels/figures";
import { nameLabels } from "#collate/labels/names";
import { paragraphLabels } from "#collate/labels/paragraphs";
import { quoteLabels } from "#collate/labels/quotes";
import { type Context, readPlace } from "#collate/labels/read-place";
import { sentenceLabels } from "#collate/labels/sentences";
import { wordingLabels } from "#collate/labels/wording";
import { comparable } from "#language/comparable";
import { rulesFor } from "#language/rules/find";
import type { Rules } from "#language/rules/rules";
import { type Label, MAX_LABELS } from "#model/change";
import type { Collation } from "./collation.ts";
import { isChanged, joined, type Place } from "./place.ts";
import { isSilent, rankLabels } from "./rank.ts";

/** What a change did to what the article says. */
export interface Assessment {
  /** Most telling first, at most `MAX_LABELS`. */
  readonly labels: readonly Label[];
  /** 0-1, from the stated weights of all labels. */
  readonly rank: number;
  /** Substance changed and no correction note was added. */
  readonly silent: boolean;
}

/** Edited groups read closely; an article with more is a live page or was replaced, and has labels enough. */
const MAX_READ = 400;
/** Text of each version in which a name or quotation is looked for, in UTF-16 units. */
const MAX_SEARCHED = 2_000_000;

/**
 * Labels for two lists of paragraphs, as `collate` aligned them. Without a `language` (BCP 47 tag) the text tells which it is; a
 * language without rules gets the labels that need none.
 *
 * @example
 * const old = ["The flood reportedly killed 12 people in the valley, police said."];
 * const next = ["The flood killed 15 people in the valley, police said."];
 * assessParagraphs(old, next, collate(old, next), "en").labels.map((label) => label.reason)
 * // ["12 became 15", "“reportedly” was removed"]
 */
export function assessParagraphs(
  old: readonly string[],
  next: readonly string[],
  { groups }: Collation,
  language?: string | null,
): Assessment {
  const places = groups.map((group): Place => {
    return { field: "body", group, oldText: joined(group.old, old), newText: joined(group.new, next) };
  });
  return assess(places, old, next, language);
}

/** Labels for all fields of an article; `old` and `next` are all its texts, in which names and quotations are looked for. */
export function assess(
  places: readonly Place[],
  old: readonly string[],
  next: readonly string[],
  language?: string | null,
): Assessment {
  const context: Context = {
    rules: rulesFor(language, () => next.slice(0, 20).join("\n")),
    inOld: searcher(old),
    inNew: searcher(next),
    isCommon: wordFinder([...old, ...next]),
  };
  const found = [
    ...fieldLabels(places, context.rules),
    ...paragraphLabels(places),
    ...cosmeticLabels(places, context.rules),
  ];
  const readings = places
    .filter(({ group }) => isChanged(group))
    .slice(0, MAX_READ)
    .map((place) => (place.field === "correction" ? null : readPlace(place)))
    .filter((reading) => reading !== null);
  for (const label of sentenceLabels(readings, places, context)) found.push(label);
  for (const reading of readings) {
    for (const family of [figureLabels, quoteLabels, nameLabels, attributionLabels, wordingLabels])
      for (const label of family(reading, context)) found.push(label);
  }
  const { labels, rank } = rankLabels(
    found,
    next.length,
    places.some((place) => isReworded(place, context.rules)),
  );
  return { labels: labels.slice(0, MAX_LABELS), rank, silent: isSilent(labels) };
}

/** Looks single words up as they are written, in texts that are read only when asked. */
function wordFinder(texts: readonly string[]): (word: string) => boolean {
  let words: Set<string> | null = null;
  return (word) => {
    words ??= new Set(
      texts
        .join("\n")
        .slice(0, MAX_SEARCHED)
        .match(/[\p{L}\p{M}]+/gu) ?? [],
    );
    return words.has(word.toLowerCase());
  };
}

const isReworded = (place: Place, rules: Rules): boolean =>
  place.oldText !== "" && place.newText !== "" && isChanged(place.group) && !onlyLooks(place, rules);

/** Looks words up in all texts of a version, which are folded once and only when asked. */
function searcher(texts: readonly string[]): (words: string) => boolean {
  let all: string | null = null;
  return (words) => {
    all ??= comparable(texts.join("\n").slice(0, MAX_SEARCHED)).toLowerCase();
    return all.includes(comparable(words).toLowerCase());
  };
}
