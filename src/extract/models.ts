import { readFileSync } from "node:fs";
import { type Forest, type ForestJson, readForest } from "./forest.ts";

/** What extraction has learned; see docs/reference/models.md. */
export interface Models {
  /** Log-odds of a run to be body, by its features. */
  readonly blocks: Forest;
}

/** The models of the package. They lie beside the code, in a checkout as in what is published. */
export const MODELS: Models = { blocks: readModel("blocks") };

function readModel(name: string): Forest {
  const file = new URL(`./models/${name}.json`, import.meta.url);
  return readForest(JSON.parse(readFileSync(file, "utf8")) as ForestJson);
}
