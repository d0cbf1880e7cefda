import { readFileSync } from "node:fs";
import { type Forest, type ForestJson, predict, readForest } from "#lib/forest";
import type { LabelKind } from "#model/change";
import type { Features } from "./features.ts";

/** Log-odds from which a label is given: one that a rule proposes, and one that none does (null: never). */
export interface Bounds {
  /** Asked of every place, not only of rewritten ones: the rules for this kind are often wrong elsewhere too. */
  readonly everywhere: boolean;
  readonly accept: number;
  readonly propose: number | null;
}

/** Weights of the beginnings of words (`changedStems`) that came or went, by language (BCP 47 primary subtag). */
export type StemWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** As `train/claims.ts` writes it. */
export interface ModelsJson {
  /** What words say of importance and of substance; features of all forests. */
  readonly words: { readonly importance: StemWeights; readonly substance: StemWeights };
  readonly labels: Readonly<Partial<Record<LabelKind, Bounds & { readonly forest: ForestJson }>>>;
  /** Importance, 0-1, and the line that makes log-odds of being worth knowing of it. */
  readonly rank: { readonly forest: ForestJson; readonly slope: number; readonly offset: number };
  /** Log-odds that something different is said, and those from which it counts. */
  readonly substance: { readonly forest: ForestJson; readonly least: number };
}

/** What was learned of edits; see docs/reference/models.md. */
export interface Models {
  readonly words: ModelsJson["words"];
  readonly labels: ReadonlyMap<LabelKind, Bounds & { readonly forest: Forest }>;
  readonly rank: { readonly forest: Forest; readonly slope: number; readonly offset: number };
  readonly substance: { readonly forest: Forest; readonly least: number };
}

/** @throws when it is not a model */
export const readModels = ({ words, labels, rank, substance }: ModelsJson): Models => ({
  words,
  labels: new Map(
    Object.entries(labels).map(([kind, { forest, ...bounds }]) => [
      kind as LabelKind,
      { ...bounds, forest: readForest(forest) },
    ]),
  ),
  rank: { ...rank, forest: readForest(rank.forest) },
  substance: { ...substance, forest: readForest(substance.forest) },
});

let models: Models | null = null;

/** The models of the package, read when they are first asked for. They lie beside the code, in a checkout as in what is published. */
export function packagedModels(): Models {
  const file = new URL("./models.json", import.meta.url);
  models ??= readModels(JSON.parse(readFileSync(file, "utf8")) as ModelsJson);
  return models;
}

/** The features of what words say, 0 in a language whose words were not weighed. */
export const wordFeatures = (
  stems: ReadonlySet<string>,
  language: string,
  { importance, substance }: Models["words"],
): Features => ({
  "words of importance": weighed(stems, importance[language]),
  "words of substance": weighed(stems, substance[language]),
});

/** Sum of the weights of the stems. */
export function weighed(stems: ReadonlySet<string>, weights: Readonly<Record<string, number>> = {}): number {
  let sum = 0;
  for (const stem of stems) if (Object.hasOwn(weights, stem)) sum += weights[stem]!;
  return sum;
}

/** A row of features in the order of a forest; what the row has not is 0. */
export const rowFor = (forest: Forest, features: Features): Float32Array =>
  Float32Array.from(forest.features, (name) => features[name] ?? 0);

/** Log-odds, or what a forest was taught to estimate. */
export const scoreOf = (forest: Forest, row: Float32Array): number => predict(forest, row, 0);
