import { isRewritten } from "#collate/judgement/features";
import type { ModelsJson } from "#collate/judgement/models";
import { type ForestJson, predict, readForest } from "#lib/forest";
import type { LabelKind } from "#model/change";
import { boost, type Settings } from "../boost.ts";
import type { Example } from "./examples.ts";
import { FOLDS } from "./folds.ts";

/** Small trees, few of them: some thousand edits teach no more, and the package stays light. */
const SETTINGS: Settings = {
  trees: 70,
  depth: 3,
  rate: 0.1,
  minRows: 8,
  lambda: 3,
  bins: 32,
  columnShare: 0.3,
  rowShare: 0.7,
  loss: "logistic",
  seed: 1,
};
/** Trees for the rank, which has one forest for all. */
const RANK_TREES = 150;

/** Kinds that the models judge; the others are given as the rules propose them: too few examples, or exact rules. */
export const LEARNED: readonly LabelKind[] = [
  "number",
  "name",
  "quote",
  "attribution",
  "hedge-added",
  "hedge-removed",
  "loaded-word",
  "topic",
  "detail-added",
  "detail-removed",
];
/** Kinds that a model may see where no rule does: what they are about is the whole wording, not certain words. */
const SEEN: ReadonlySet<LabelKind> = new Set<LabelKind>(["topic"]);

/** Share of the given labels that has to be right, by what the models say of edits they have not learned from. */
const LEAST_PRECISION = 0.7;
/** Of the labels that rules propose for lightly edited places such a share has to be right, or the model is asked there as well. */
const TRUSTED = 0.8;
/** Given labels from which a bound is believed. */
const MIN_GIVEN = 6;
/** Share of the edits without substance that may be called silent. */
const MAX_FALSE = 0.06;

const dueOf =
  (kind: string) =>
  ({ pair }: Example): number =>
    pair.must.includes(kind) ? 1 : pair.may.includes(kind) ? 0.5 : 0;

/** Mean over the readers, 0-3. */
export const importanceOf = ({ pair: { importance } }: Example): number =>
  importance.reduce((sum, each) => sum + each, 0) / importance.length;

const substanceOf = ({ pair: { substance } }: Example): number =>
  substance.filter((each) => each).length / substance.length;

/** All models, learned from the examples; bounds and the line of the rank from what folds say of each other. */
export function learn(all: readonly Example[]): ModelsJson {
  const names = namesOf(all);
  const labels: Record<string, ModelsJson["labels"][LabelKind]> = {};
  for (const kind of LEARNED) {
    const examples = all.filter(({ only }) => only === null || only.has(kind));
    const target = dueOf(kind);
    const scores = unseenScores(examples, names, target, SETTINGS);
    const isRight = ({ pair }: Example) => pair.may.includes(kind);
    const isDue = ({ pair }: Example) => pair.must.includes(kind);
    const isProposed = ({ proposed }: Example) => proposed.has(kind);
    const light = examples.filter((example) => isProposed(example) && !isRewritten(example.features));
    const isDoubted = light.length > 0 && light.filter(isRight).length / light.length < TRUSTED;
    const anywhere = isDoubted ? boundFor(examples, scores, { isRight, isDue, counts: isProposed }) : NEVER;
    // Where the model cannot tell the right ones from the others, a rule for a lightly edited place is believed.
    const everywhere = anywhere < NEVER - 1;
    const isAsked = (example: Example) => isProposed(example) && isRewritten(example.features);
    labels[kind] = {
      everywhere,
      accept: everywhere ? anywhere : boundFor(examples, scores, { isRight, isDue, counts: isAsked }),
      propose: SEEN.has(kind)
        ? boundFor(examples, scores, { isRight, isDue, counts: (example) => !isProposed(example) })
        : null,
      forest: forestOf(examples, names, target, SETTINGS),
    };
  }
  const whole = all.filter(({ only }) => only === null);
  const languages = [...new Set(whole.map(({ proposals }) => proposals.language))].sort().join(" ");
  return { languages, labels, rank: learnRank(whole, names), substance: learnSubstance(whole, names) };
}

const namesOf = (examples: readonly Example[]): readonly string[] => Object.keys(examples[0]!.features);

function forestOf(
  examples: readonly Example[],
  names: readonly string[],
  target: (example: Example) => number,
  settings: Settings,
): ForestJson {
  const values = tableOf(examples, names);
  const targets = Float32Array.from(examples, target);
  const weights = new Float32Array(examples.length).fill(1);
  return boost({ rows: examples.length, columns: names.length, names, values, targets, weights }, settings).model;
}

function tableOf(examples: readonly Example[], names: readonly string[]): Float32Array {
  const values = new Float32Array(examples.length * names.length);
  examples.forEach(({ features }, row) => {
    names.forEach((name, column) => {
      values[row * names.length + column] = features[name]!;
    });
  });
  return values;
}

/** What a model says of each example that has learned from the other folds. */
function unseenScores(
  examples: readonly Example[],
  names: readonly string[],
  target: (example: Example) => number,
  settings: Settings,
): Float64Array {
  const scores = new Float64Array(examples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = examples.filter((example) => example.fold !== fold);
    if (rest.length === examples.length) continue;
    const forest = readForest(forestOf(rest, names, target, settings));
    examples.forEach((example, at) => {
      if (example.fold !== fold) return;
      scores[at] = predict(
        forest,
        Float32Array.from(names, (name) => example.features[name]!),
        0,
      );
    });
  }
  return scores;
}

interface Counted {
  readonly isRight: (example: Example) => boolean;
  readonly isDue: (example: Example) => boolean;
  readonly counts: (example: Example) => boolean;
}

/** The score from which what is given is best, precision counting twice as much as recall (van Rijsbergen's F with beta 0.5). */
function boundFor(examples: readonly Example[], scores: Float64Array, { isRight, isDue, counts }: Counted): number {
  const order = [...examples.keys()].filter((at) => counts(examples[at]!)).sort((a, b) => scores[b]! - scores[a]!);
  const due = order.filter((at) => isDue(examples[at]!)).length;
  let [right, found, bound, best] = [0, 0, NEVER, 0];
  order.forEach((at, k) => {
    if (isRight(examples[at]!)) right++;
    if (isDue(examples[at]!)) found++;
    const [precision, recall] = [right / (k + 1), found / Math.max(1, due)];
    if (precision < LEAST_PRECISION || k + 1 < MIN_GIVEN) return;
    const f = ((1 + BETA ** 2) * precision * recall) / (BETA ** 2 * precision + recall || 1);
    if (f > best) [best, bound] = [f, scores[at]!];
  });
  return round(bound - EPSILON);
}
const BETA = 0.5;
const NEVER = 99;
const EPSILON = 1e-3;
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function learnRank(examples: readonly Example[], names: readonly string[]): ModelsJson["rank"] {
  const settings: Settings = { ...SETTINGS, trees: RANK_TREES, rate: 0.05, loss: "squared" };
  const target = (example: Example) => importanceOf(example) / 3;
  const scores = unseenScores(examples, names, target, settings);
  const isWorth = examples.map((example) => (importanceOf(example) >= 2 ? 1 : 0));
  return { ...lineFor(scores, isWorth), forest: forestOf(examples, names, target, settings) };
}

/** Logistic regression on one number, by Newton's method (Platt 1999). */
function lineFor(
  scores: Float64Array,
  targets: readonly number[],
): { readonly slope: number; readonly offset: number } {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < 50; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    targets.forEach((target, at) => {
      const x = scores[at]!;
      const p = 1 / (1 + Math.exp(-(slope * x + offset)));
      const w = p * (1 - p);
      ga += (p - target) * x;
      gb += p - target;
      haa += w * x * x;
      hab += w * x;
      hbb += w;
    });
    const det = haa * hbb - hab * hab;
    slope -= (hbb * ga - hab * gb) / det;
    offset -= (haa * gb - hab * ga) / det;
  }
  return { slope: round(slope), offset: round(offset) };
}

function learnSubstance(examples: readonly Example[], names: readonly string[]): ModelsJson["substance"] {
  const scores = unseenScores(examples, names, substanceOf, SETTINGS);
  const plain = [...examples.keys()].filter((at) => substanceOf(examples[at]!) === 0).map((at) => scores[at]!);
  plain.sort((a, b) => b - a);
  const least = plain[Math.floor(plain.length * MAX_FALSE)] ?? 0;
  return { least: round(least + EPSILON), forest: forestOf(examples, names, substanceOf, SETTINGS) };
}
