import { type Forest, predict } from "#lib/forest";
import { runFeatures, type Setting } from "./features.ts";

/** Log-odds of a run that is no part of a body for certain. */
export const NEVER = -12;

/** Log-odds, per run of the page, that it is part of the body. */
export function logOdds(setting: Setting, forest: Forest): Float32Array {
  const { runs, rows, names } = runFeatures(setting);
  const odds = new Float32Array(setting.page.runs.length).fill(NEVER);
  runs.forEach((run, row) => {
    odds[run] = predict(forest, rows, row * names.length);
  });
  return odds;
}
