import { placeAt, type ReadPlace } from "#collate/labels/read-place";
import { added, became, removed } from "#collate/labels/reason";
import type { Rules } from "#language/rules/rules";
import type { Label, LabelKind } from "#model/change";
import { changedStems, type Features, featuresOf, isRewritten } from "./features.ts";
import { type Models, rowFor, scoreOf, wordFeatures } from "./models.ts";

/** What is counted or dated, and who says so, is another claim by itself, however few its words. */
const SAYS_OTHERWISE: ReadonlySet<LabelKind> = new Set<LabelKind>(["number", "date", "attribution"]);

/** Words inside a quotation changed; marks put round words or taken off say less. */
const isMisquoted = (features: Features): boolean => features["unquoted"] === 0 && features["newly quoted"] === 0;

/** What the models make of one place. */
export interface Judgement {
  /** Those that were proposed and believed, and those that the models see by themselves. */
  readonly labels: readonly Label[];
  /** Chance that a reader of the old wording calls the new one worth knowing, 0-1. */
  readonly rank: number;
  /** The new wording says something different to a reader. */
  readonly isOfSubstance: boolean;
}

/** Of the labels that the rules propose for a place, those to believe; `others` are of the place too, and are not asked about. */
export function judge(
  place: ReadPlace,
  { rules, language }: { readonly rules: Rules; readonly language: string },
  proposed: readonly Label[],
  others: readonly Label[],
  { words, labels: models, rank, substance }: Models,
): Judgement {
  const features = {
    ...featuresOf(place, rules, [...proposed, ...others]),
    ...wordFeatures(changedStems(place), language, words),
  };
  // All forests have the same features in the same order.
  const row = rowFor(rank.forest, features);
  // The models learned from edits in one language; in the others the rules are believed.
  const isKnown = words.importance[language] !== undefined;
  const isGiven = (kind: LabelKind): boolean => {
    const model = isKnown ? models.get(kind) : undefined;
    if (model === undefined || !(model.everywhere || isRewritten(features))) return true;
    return scoreOf(model.forest, row) >= model.accept;
  };
  const given = new Map<LabelKind, boolean>();
  const labels = proposed.filter(({ kind }) => {
    if (!given.has(kind)) given.set(kind, isGiven(kind));
    return given.get(kind);
  });
  // Where whole sentences came or went the labels of sentences say so.
  for (const [kind, { forest, propose }] of isKnown && others.length === 0 ? models : [])
    if (propose !== null && !proposed.some((label) => label.kind === kind) && scoreOf(forest, row) >= propose)
      labels.push(...seen(kind, place));
  // Of what now speaks of another matter no claim is left that could have changed.
  const topic = labels.find(({ kind }) => kind === "topic");
  const odds = rank.slope * scoreOf(rank.forest, row) + rank.offset;
  return {
    labels: topic ? [topic] : labels,
    rank: 1 / (1 + Math.exp(-odds)),
    isOfSubstance:
      scoreOf(substance.forest, row) >= substance.least ||
      labels.some(({ kind }) => SAYS_OTHERWISE.has(kind) || (kind === "quote" && isMisquoted(features))),
  };
}

/** A label without a rule: its reason is the edit that changed most. None where nothing visible fits it. */
function seen(kind: LabelKind, place: ReadPlace): readonly Label[] {
  const size = ({ edit }: ReadPlace["spots"][number]): number =>
    kind === "detail-added"
      ? edit.newEnd - edit.newStart - (edit.oldEnd - edit.oldStart)
      : kind === "detail-removed"
        ? edit.oldEnd - edit.oldStart - (edit.newEnd - edit.newStart)
        : edit.newEnd - edit.newStart + edit.oldEnd - edit.oldStart;
  const spot = place.spots.toSorted((a, b) => size(b) - size(a))[0];
  if (!spot || size(spot) <= 0) return [];
  const old = place.old.text.slice(spot.edit.oldStart, spot.edit.oldEnd);
  const next = place.new.text.slice(spot.edit.newStart, spot.edit.newEnd);
  const whole = kind === "topic";
  const reason = whole
    ? became(place.old.text, place.new.text)
    : old.trim() === ""
      ? added(next)
      : next.trim() === ""
        ? removed(old)
        : became(old, next);
  return [{ kind, reason, place: placeAt(place, spot) }];
}
