import type { Label, LabelKind, LabelPlace } from "#model/change";

/**
 * How much a label of each kind says that the change matters, as the chance that a reader who saw the old text would want to
 * know. Stated by judgement, not learned: they order a list, they measure nothing. What speaks for each:
 */
export const WEIGHTS: Readonly<Record<LabelKind, number>> = {
  // The publisher says so.
  "correction-note": 0.6,
  // Reverses a statement.
  negation: 0.4,
  // Another story under the same address.
  topic: 0.22,
  // What most readers see of an article; but one in five headlines changes, many only to be tried out.
  headline: 0.35,
  // Somebody is accused, credited or dead who was not before.
  name: 0.3,
  // Changed words of another person are either an error or a falsehood.
  quote: 0.3,
  // Tolls and sums are what is quoted from an article; most rise as an event goes on.
  number: 0.3,
  // A claim became a fact.
  "hedge-removed": 0.28,
  // A fact became a claim.
  "hedge-added": 0.25,
  attribution: 0.22,
  // Whose word is used for a thing takes sides.
  "loaded-word": 0.2,
  date: 0.25,
  // Text taken away cannot be seen by who comes later.
  "paragraph-removed": 0.16,
  standfirst: 0.15,
  // A circumstance that was left out cannot be seen by who comes later.
  "detail-removed": 0.12,
  // As a paragraph, and less of it; the words count beside it.
  "sentence-removed": 0.1,
  // News grows: the usual change.
  "paragraph-added": 0.08,
  "detail-added": 0.05,
  "paragraph-moved": 0.04,
  "sentence-added": 0.03,
  "sentence-moved": 0.03,
  byline: 0.03,
  cosmetic: 0,
};

/** A second label of a kind counts half of the first, and so on: forty new figures are not forty times one. */
const AGAIN = 0.5;
/** Each doubling of a run of paragraphs or sentences counts half of a single one more; so long a run counts like any longer. */
const DOUBLING = 0.5;
const LONGEST_RUN = 16;
const HEADLINE = 1.5;
const STANDFIRST = 1.2;
/** The end of a body counts this much of its beginning: news is written in falling order of weight. */
const LAST = 0.7;
const MOST = 0.9;

/** Labels with the most telling first, those of equal weight in the order of the text. */
export const ordered = (labels: readonly Label[], bodyLength: number): readonly Label[] =>
  weighed(labels, bodyLength).map(({ label }) => label);

const weighed = (labels: readonly Label[], bodyLength: number) =>
  labels.map((label) => ({ label, weight: weightOf(label, bodyLength) })).sort((a, b) => b.weight - a.weight);

/** A place that was read closely. */
export interface RankedPlace {
  readonly field: LabelPlace["field"];
  /** Its paragraph in the new body. */
  readonly at: number;
  /** Chance that it alone makes the change worth knowing. */
  readonly rank: number;
}

/**
 * The chance that at least one thing makes the change worth knowing: a place that was read, or a label for a whole (a paragraph, a note).
 * The second heaviest place counts half of itself, the third a quarter, and so on; labels of one kind do so too, and one that says
 * what another said already adds nothing: an article with forty small edits is no larger than its largest.
 */
export function rankOf(places: readonly RankedPlace[], whole: readonly Label[], bodyLength: number): number {
  const ranks = places
    .map(({ field, at, rank }) => (field === "body" ? rank * fallen(at, bodyLength) : rank))
    .sort((a, b) => b - a);
  let unmoved = ranks.reduce((left, rank, k) => left * (1 - rank * AGAIN ** k), 1);
  const read = new Set(places.map(({ field }) => field));
  const seen = new Map<LabelKind, number>();
  const said = new Set<string>();
  for (const { label, weight } of weighed(whole, bodyLength)) {
    // The wording of a headline was read as a place already.
    if (label.place.field !== "body" && label.kind === label.place.field && read.has(label.place.field)) continue;
    if (said.has(sayingOf(label))) continue;
    said.add(sayingOf(label));
    const times = seen.get(label.kind) ?? 0;
    seen.set(label.kind, times + 1);
    unmoved *= 1 - weight * AGAIN ** times;
  }
  return Math.round(1000 * (1 - unmoved)) / 1000;
}

const sayingOf = ({ kind, reason }: Label): string => `${kind}: ${reason}`;

function weightOf({ kind, place, count = 1 }: Label, bodyLength: number): number {
  const times = 1 + DOUBLING * Math.log2(Math.min(count, LONGEST_RUN));
  const weight = 1 - (1 - WEIGHTS[kind]) ** times;
  if (place.field === "headline") return kind === "headline" ? weight : Math.min(MOST, weight * HEADLINE);
  if (place.field !== "body") return kind === "number" ? weight * STANDFIRST : weight;
  return weight * fallen(place.new ?? place.old ?? 0, bodyLength);
}

/** What is left of a weight at this paragraph of the body. */
const fallen = (at: number, bodyLength: number): number =>
  1 - ((1 - LAST) * Math.min(at, bodyLength)) / Math.max(1, bodyLength);

/** Text that was taken away as a whole. Additions are none: news grows, and a reader finds what is new in the text. */
export const isLoss = (labels: readonly Label[]): boolean =>
  labels.some(
    ({ kind, place }) =>
      kind === "paragraph-removed" ||
      kind === "sentence-removed" ||
      ((kind === "headline" || kind === "standfirst") && place.new === null),
  );

/** The publisher added or changed a note. */
export const isDisclosed = (labels: readonly Label[]): boolean =>
  labels.some(({ kind, place }) => kind === "correction-note" && place.new !== null);

const WORDS: Readonly<Record<LabelKind, readonly [one: string, many: string]>> = {
  "correction-note": ["a correction note", "correction notes"],
  negation: ["a negation", "negations"],
  headline: ["the headline", "the headline"],
  name: ["a name", "names"],
  quote: ["the words of a quotation", "the words of quotations"],
  number: ["a number", "numbers"],
  "hedge-removed": ["less hedging", "less hedging"],
  "hedge-added": ["more hedging", "more hedging"],
  attribution: ["who says so", "who says so"],
  "loaded-word": ["a judging word", "judging words"],
  date: ["a date", "dates"],
  "paragraph-removed": ["text removed", "text removed"],
  standfirst: ["the standfirst", "the standfirst"],
  "paragraph-added": ["text added", "text added"],
  "paragraph-moved": ["text moved", "text moved"],
  "sentence-removed": ["whole sentences removed", "whole sentences removed"],
  "sentence-added": ["whole sentences added", "whole sentences added"],
  "sentence-moved": ["sentences moved", "sentences moved"],
  "detail-added": ["a detail added", "details added"],
  "detail-removed": ["a detail removed", "details removed"],
  topic: ["another main point", "other main points"],
  byline: ["the byline", "the byline"],
  cosmetic: ["looks only", "looks only"],
};

/**
 * What the rank stands on, in words, heaviest first: `["the headline", "3 numbers", "text removed"]`.
 *
 * @example
 * const place = { field: "body", old: 0, new: 0 };
 * rankReasons([
 *   { kind: "number", reason: "12 became 15", place },
 *   { kind: "number", reason: "3 became 4", place },
 *   { kind: "paragraph-moved", reason: "a paragraph was moved: “Rain fell.”", place },
 * ])
 * // ["2 numbers", "text moved"]
 */
export function rankReasons(labels: readonly Label[]): string[] {
  const counts = new Map<LabelKind, number>();
  const different = new Map(labels.map((label) => [sayingOf(label), label]));
  for (const { kind } of different.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => WEIGHTS[b] - WEIGHTS[a])
    .map(([kind, count]) => {
      const [one, many] = WORDS[kind];
      if (count === 1) return one;
      return many === one ? many : many.startsWith("the ") ? many : `${count} ${many}`;
    });
}
