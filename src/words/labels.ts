import type { ChangeSummary, Label, LabelKind } from "#model/change";

/** The English words for labels, rank and silent edits. */

export const LABEL_NAMES: Readonly<Record<LabelKind, string>> = {
  headline: "headline",
  standfirst: "standfirst",
  "correction-note": "correction note",
  number: "number",
  date: "date",
  quote: "quote",
  attribution: "attribution",
  name: "name",
  "hedge-added": "hedging added",
  "hedge-removed": "hedging removed",
  negation: "negation",
  "loaded-word": "loaded word",
  "paragraph-added": "paragraph added",
  "paragraph-removed": "paragraph removed",
  "paragraph-moved": "paragraph moved",
  "sentence-added": "sentence added",
  "sentence-removed": "sentence removed",
  "sentence-moved": "sentence moved",
  "detail-added": "detail added",
  "detail-removed": "detail removed",
  topic: "another main point",
  byline: "byline",
  cosmetic: "cosmetic",
};

export const isLabelKind = (text: string): text is LabelKind => Object.hasOwn(LABEL_NAMES, text);

/** Where a label was given, outside the body. */
export const FIELD_NAMES = { headline: "headline", standfirst: "standfirst", correction: "correction note" } as const;

/** The kinds of the labels, each once, in their order: the most important first. */
export const kindsOf = (labels: readonly Label[]): readonly LabelKind[] => [...new Set(labels.map(({ kind }) => kind))];

/** Families of labels: each has one shape and one colour in every drawing of a change. */
export type Family = "headline" | "note" | "fact" | "tone" | "passage" | "form";

export const FAMILIES: Readonly<Record<LabelKind, Family>> = {
  headline: "headline",
  standfirst: "headline",
  "correction-note": "note",
  number: "fact",
  date: "fact",
  name: "fact",
  quote: "tone",
  attribution: "tone",
  "hedge-added": "tone",
  "hedge-removed": "tone",
  negation: "tone",
  "loaded-word": "tone",
  "paragraph-added": "passage",
  "paragraph-removed": "passage",
  "paragraph-moved": "passage",
  "sentence-added": "passage",
  "sentence-removed": "passage",
  "sentence-moved": "passage",
  "detail-added": "fact",
  "detail-removed": "fact",
  topic: "passage",
  byline: "note",
  cosmetic: "form",
};

export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  headline: "headline or standfirst",
  note: "correction note",
  fact: "number, date or name",
  tone: "quote, source or tone",
  passage: "whole paragraphs or sentences",
  form: "wording",
};

/** The family of a change's most important label; without labels, its counts decide. */
export function familyOf(summary: ChangeSummary): Family {
  const first = summary.labels[0];
  if (first) return FAMILIES[first.kind];
  if (summary.headlineChanged || summary.standfirstChanged) return "headline";
  if (summary.correctionAdded) return "note";
  return summary.paragraphsAdded + summary.paragraphsRemoved + summary.paragraphsMoved > 0 ? "passage" : "form";
}

const RANKS: readonly (readonly [number, string])[] = [
  [0.7, "far-reaching"],
  [0.45, "substantial"],
  [0.2, "moderate"],
];

/** "substantial". Pages print the number beside the word, so a reader need not know where one word ends. */
export function rankWord(rank: number, labels: readonly Label[]): string {
  if (labels.length > 0 && labels.every(({ kind }) => kind === "cosmetic")) return "cosmetic";
  return RANKS.find(([from]) => rank >= from)?.[1] ?? "slight";
}

export const SILENT_NAME = "silent edit";
export const SILENT = "Silent edit: no note of it was found on the page.";

/** A silent edit has no note; says also whether the date was raised. Null if the date proves nothing. */
export function silence(dateRaised: boolean | null): string {
  if (dateRaised === null) return SILENT;
  return dateRaised
    ? "Silent edit: no note of it was found on the page, although the date was raised."
    : "Silent edit: no note of it was found on the page, and the date was not raised.";
}

/** What would have counted as a note, and where it was looked for. */
export const WOULD_COUNT = [
  "a correction, clarification, update or editor’s note, in a box or a paragraph of its own",
  "such a note in brackets or in italics at the beginning or end of a paragraph",
  "a headline that begins with “Corrected” or “Correction”",
  "a sentence that says that the article was corrected, or that the error is regretted",
  "words that the publisher struck out and left to be seen",
] as const;
export const LOOKED_IN =
  "Looked for in the headline, the standfirst, the notes and the text of the newer version, as they were read.";
