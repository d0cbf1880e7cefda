import type { ReadPlace } from "#collate/labels/read-place";
import { topicLabel } from "#collate/labels/topic";
import type { Rules } from "#language/rules/rules";
import type { Label, LabelKind } from "#model/change";
import { type Features, featuresOf, isRewritten } from "./features.ts";
import { type Models, rowFor, scoreOf } from "./models.ts";

/** What figures say, and who says so, is another claim by itself, however few its words. */
const EXACT: ReadonlySet<LabelKind> = new Set<LabelKind>(["number", "date", "attribution"]);
/** So are quotations, denials and hedges, where the models have learned nothing. */
const SAYS_OTHERWISE: ReadonlySet<LabelKind> = new Set<LabelKind>([
  "quote",
  "negation",
  "hedge-added",
  "hedge-removed",
]);

/** What the models make of one place. */
export interface Judgement {
  /** Those that were proposed and believed; another main point may be seen without a proposal. */
  readonly labels: readonly Label[];
  /** Chance that a reader of the old wording calls the new one worth knowing, 0-1. */
  readonly rank: number;
  /** The new wording says something different to a reader. */
  readonly isOfSubstance: boolean;
}

/** Of the labels that the rules propose for a place, those to believe; `others` are of the place too, and are not asked about. */
export function judge(
  place: ReadPlace,
  setting: { readonly rules: Rules; readonly language: string },
  proposed: readonly Label[],
  others: readonly Label[],
  { languages, labels: models, rank, substance }: Models,
): Judgement {
  const features = featuresOf(place, setting, [...proposed, ...others]);
  // All forests have the same features in the same order.
  const row = rowFor(rank.forest, features);
  // The models learned from edits in one language; in the others the rules are believed.
  const isKnown = languages.has(setting.language);
  const isGiven = (kind: LabelKind): boolean => {
    const model = isKnown ? models.get(kind) : undefined;
    if (model === undefined || !(model.everywhere || isRewritten(features))) return true;
    return scoreOf(model.forest, row) >= model.accept;
  };
  // Another main point that no rule saw. Where whole sentences came or went the labels of sentences say so.
  const isSeen = (): boolean => {
    const model = isKnown && others.length === 0 ? models.get("topic") : undefined;
    if (!model || model.propose === null || proposed.some(({ kind }) => kind === "topic")) return false;
    return scoreOf(model.forest, row) >= model.propose;
  };
  const given = new Map<LabelKind, boolean>();
  const labels = proposed.filter(({ kind }) => {
    if (!given.has(kind)) given.set(kind, isGiven(kind));
    return given.get(kind);
  });
  // Of what now speaks of another matter no claim is left that could have changed.
  const topic = labels.find(({ kind }) => kind === "topic") ?? (isSeen() ? topicLabel(place) : undefined);
  const odds = rank.slope * scoreOf(rank.forest, row) + rank.offset;
  return {
    labels: topic ? [topic] : labels,
    rank: 1 / (1 + Math.exp(-odds)),
    isOfSubstance:
      scoreOf(substance.forest, row) >= substance.least ||
      isMisquoted(labels, features) ||
      labels.some(({ kind }) => EXACT.has(kind) || (!isKnown && SAYS_OTHERWISE.has(kind))),
  };
}

/** Words inside quotation marks differ; marks that were put round words or taken off alone are judged by the model. */
const isMisquoted = (labels: readonly Label[], features: Features): boolean =>
  labels.some(({ kind }) => kind === "quote") &&
  features["quotes"] === 0 &&
  features["quotes gone"]! > 0 &&
  features["quotes come"]! > 0;
