import { readFileSync } from "node:fs";
import { type Forest, type ForestJson, readForest } from "#lib/forest";

/** What extraction has learned; see docs/reference/models.md. */
export interface Models {
  /** Log-odds of a run to be body, by its features. */
  readonly blocks: Forest;
  /** Log-odds that the rules' verdict is worth beside it: 0 leaves all to the model, infinity all to the rules. */
  readonly trust: number;
}

/**
 * Odds of e to 1. Not fitted: between half and twice of it the scores out of fold are the same. More would lean on phrase
 * lists that were written with the measured pages in view, so that a score there would promise too much.
 */
const TRUST = 1;

/** The models of the package. They lie beside the code, in a checkout as in what is published. */
export const MODELS: Models = { blocks: readModel("blocks"), trust: TRUST };

function readModel(name: string): Forest {
  const file = new URL(`./${name}.json`, import.meta.url);
  return readForest(JSON.parse(readFileSync(file, "utf8")) as ForestJson);
}
