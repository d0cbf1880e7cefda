import type { Label, LabelKind } from "#model/change";

/** The bit of each kind in `change.label_bits`. Stored: never give a number to another kind. At most 52, which a number holds exactly. */
const BITS: Readonly<Record<LabelKind, number>> = {
  headline: 0,
  standfirst: 1,
  "correction-note": 2,
  number: 3,
  date: 4,
  quote: 5,
  attribution: 6,
  name: 7,
  "hedge-added": 8,
  "hedge-removed": 9,
  negation: 10,
  "loaded-word": 11,
  "paragraph-added": 12,
  "paragraph-removed": 13,
  "paragraph-moved": 14,
  "sentence-added": 15,
  "sentence-removed": 16,
  cosmetic: 17,
  "sentence-moved": 18,
  "detail-added": 19,
  "detail-removed": 20,
  topic: 21,
  byline: 22,
};

/** A set of kinds as a number. */
export const labelBits = (labels: readonly Pick<Label, "kind">[]): number =>
  [...new Set(labels.map(({ kind }) => BITS[kind]))].reduce((sum, bit) => sum + 2 ** bit, 0);
