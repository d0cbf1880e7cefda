import type { ForestJson } from "#lib/forest";
import { boost, type Settings } from "./boost.ts";
import type { Lesson } from "./pages.ts";

/** Small trees, many rows a leaf: 455 pages are few, and the scores were flat around these values. */
export const SETTINGS: Settings = {
  trees: 100,
  depth: 5,
  rate: 0.1,
  minRows: 20,
  lambda: 5,
  bins: 64,
  columnShare: 0.5,
  rowShare: 0.7,
  loss: "logistic",
  seed: 1,
};

/** The block classifier, learned from all runs of the pages. */
export function learnBlocks(lessons: readonly Lesson[], settings: Settings = SETTINGS): ForestJson {
  const names = lessons[0]!.features.names;
  const rows = lessons.reduce((sum, { targets }) => sum + targets.length, 0);
  const values = new Float32Array(rows * names.length);
  const targets = new Float32Array(rows);
  const weights = new Float32Array(rows);
  let at = 0;
  for (const lesson of lessons) {
    values.set(lesson.features.rows, at * names.length);
    targets.set(lesson.targets, at);
    weights.set(lesson.weights, at);
    at += lesson.targets.length;
  }
  return boost({ rows, columns: names.length, values, names, targets, weights }, settings).model;
}
