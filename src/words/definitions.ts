import type { LabelKind } from "#model/change";

/** What each kind of label means, in a sentence: on the page about this site, to which chips lead. */
export const DEFINITIONS: Readonly<Record<LabelKind, string>> = {
  headline: "The headline has other words. Another spelling of the same words is cosmetic.",
  standfirst: "The short text under the headline was added, removed or reworded.",
  "correction-note": "A note of correction, clarification or update was added, removed or reworded.",
  number:
    "A number, or what belongs to it (its sign, unit, scale, bound), changed, came or went in a statement that stays.",
  date: "A day, time, period or frequency changed, came or went.",
  quote: "Words inside a quotation changed, or a quotation or its marks came or went in a statement that stays.",
  attribution: "Another source is named for a statement, or none, or the verb of saying has another colour.",
  name: "Another person, organisation, place or work is named, or one was added, dropped or put right.",
  "hedge-added": "A claim became less certain.",
  "hedge-removed": "A claim became more certain, or a plan became a fact.",
  negation: "A claim was denied or reversed, or is no longer denied.",
  "loaded-word": "A word that judges came, went or was replaced.",
  "paragraph-added": "A whole paragraph was added. Neighbours are one label.",
  "paragraph-removed": "A whole paragraph was removed. Neighbours are one label.",
  "paragraph-moved": "A whole paragraph stands elsewhere.",
  "sentence-added": "A whole sentence was added to a paragraph that stays.",
  "sentence-removed": "A whole sentence was removed from a paragraph that stays.",
  "sentence-moved": "A whole sentence stands elsewhere, with hardly any change.",
  "detail-added": "A circumstance (who, where, why, how) was added inside a sentence that stays. Not given yet.",
  "detail-removed": "A circumstance (who, where, why, how) was left out of a sentence that stays. Not given yet.",
  topic: "The headline or sentence now makes another main point.",
  byline: "The names under the headline changed, beside other changes. Not given yet.",
  cosmetic: "Only what reads the same differs: quotation marks, dashes, spaces, punctuation, spelling.",
};

/** Where the definition of a kind is; its anchor is `definitionId(kind)`. */
export const definitionPath = (kind: LabelKind): string => `/about#${definitionId(kind)}`;
export const definitionId = (kind: LabelKind): string => kind;
