import { judge } from "#collate/judgement/judge";
import { type Models, packagedModels } from "#collate/judgement/models";
import { claimLabels } from "#collate/labels/claims";
import { cosmeticLabels, onlyLooks } from "#collate/labels/cosmetic";
import { fieldLabels } from "#collate/labels/fields";
import { figureLabels } from "#collate/labels/figures";
import { nameLabels } from "#collate/labels/names";
import { isNote, noteLabels } from "#collate/labels/notes";
import { paragraphLabels } from "#collate/labels/paragraphs";
import { type Context, type ReadPlace, readPlace } from "#collate/labels/read-place";
import { sentenceLabels } from "#collate/labels/sentences";
import { tellsAnother, topicLabel } from "#collate/labels/topic";
import { claimsOf } from "#language/claims/find";
import { comparable } from "#language/comparable";
import { languageOf, rulesOf } from "#language/rules/find";
import type { Rules } from "#language/rules/rules";
import { type Label, MAX_LABELS } from "#model/change";
import type { Collation } from "./collation.ts";
import { isChanged, joined, type Place } from "./place.ts";
import { isDisclosed, isLoss, ordered, rankOf } from "./rank.ts";

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
export const assess = (
  places: readonly Place[],
  old: readonly string[],
  next: readonly string[],
  language?: string | null,
): Assessment => decide(propose(places, old, next, language), next.length, packagedModels());

/** What the rules say of a place, before it is weighed. */
export interface Proposed {
  readonly place: ReadPlace;
  /** Labels for its words. */
  readonly labels: readonly Label[];
  /** Labels for its sentences. */
  readonly sentences: readonly Label[];
}

export interface Proposals {
  readonly rules: Rules;
  /** Primary subtag of the text's language; empty when it is not known. */
  readonly language: string;
  readonly read: readonly Proposed[];
  /** Labels for whole fields and paragraphs, and for looks. */
  readonly whole: readonly Label[];
}

/** All that the rules find. */
export function propose(
  places: readonly Place[],
  old: readonly string[],
  next: readonly string[],
  tag?: string | null,
): Proposals {
  const language = languageOf(tag, () => next.slice(0, 20).join("\n"));
  const context: Context = {
    rules: rulesOf(language),
    claims: () => claimsOf(language),
    inOld: searcher(old),
    inNew: searcher(next),
    isCommon: wordFinder([...old, ...next]),
  };
  const { rules } = context;
  const readings = places
    .filter((place) => isChanged(place.group) && !onlyLooks(place, rules))
    .slice(0, MAX_READ)
    .map((place) => (place.field === "correction" ? null : readPlace(place)))
    .filter((reading) => reading !== null);
  const sentences = Map.groupBy(sentenceLabels(readings, places, context), ({ place }) => placeKey(place));
  const families = [figureLabels, nameLabels, claimLabels];
  return {
    rules,
    language,
    read: readings.map((place) => ({
      place,
      labels: [
        ...(tellsAnother(place, rules) ? [topicLabel(place)] : []),
        ...families.flatMap((family) => family(place, context)),
      ],
      sentences: place.group.old.flatMap((at) => sentences.get(placeKey({ field: place.field, old: at })) ?? []),
    })),
    whole: [
      ...fieldLabels(places, rules),
      ...noteLabels(places),
      ...paragraphLabels(places.filter((place) => !isNote(place))),
      ...cosmeticLabels(places, rules),
    ],
  };
}

/** Sentence labels are of a paragraph of the old side. */
const placeKey = ({ field, old }: Pick<Label["place"], "field" | "old">): string => `${field} ${old}`;

/** The labels to believe, and what they come to. */
export function decide({ read, whole, ...setting }: Proposals, bodyLength: number, models: Models): Assessment {
  const judged = read.map((each) => ({
    ...each,
    judgement: judge(each.place, setting, each.labels, each.sentences, models),
  }));
  const labels = ordered(
    [...whole, ...judged.flatMap(({ judgement, sentences }) => [...sentences, ...judgement.labels])],
    bodyLength,
  );
  const rank = rankOf(
    judged.map(({ place, judgement }) => ({ at: place.group.new[0] ?? 0, field: place.field, rank: judgement.rank })),
    whole,
    bodyLength,
  );
  const isOfSubstance =
    judged.some(({ judgement }) => judgement.isOfSubstance) ||
    isLoss([...whole, ...read.flatMap(({ sentences }) => sentences)]);
  return { labels: labels.slice(0, MAX_LABELS), rank, silent: isOfSubstance && !isDisclosed(labels) };
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

/** Looks words up in all texts of a version, which are folded once and only when asked. */
function searcher(texts: readonly string[]): (words: string) => boolean {
  let all: string | null = null;
  return (words) => {
    all ??= comparable(texts.join("\n").slice(0, MAX_SEARCHED)).toLowerCase();
    return all.includes(comparable(words).toLowerCase());
  };
}
