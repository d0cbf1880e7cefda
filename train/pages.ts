import { join } from "node:path";
import { select } from "#extract/body/select";
import { readHeadline } from "#extract/headline/headline";
import { type Features, runFeatures } from "#extract/model/features";
import { articleObject, strings } from "#extract/page/json-ld";
import { readMetas } from "#extract/page/metas";
import { bare } from "#extract/page/text";
import { parseTree } from "#extract/page/tree";
import { walk } from "#extract/page/walk";
import { readTeasers } from "#extract/teasers/teasers";
import { BODY_SETS, type GoldPage } from "../bench/extract/pages.ts";
import { labelRuns, tokens } from "./labels.ts";
import { hashOf } from "./random.ts";

export const FOLDS = 5;

/** A page to learn from. */
export interface Lesson {
  readonly set: string;
  /** Pages of one host are in one fold: what is learned of a site's template must not help on its own pages. */
  readonly fold: number;
  readonly features: Features;
  /** Per row of the features: is the run body, and how much it counts. */
  readonly targets: Uint8Array;
  readonly weights: Float32Array;
}

/** Every page of the sets with a body, in the order of the sets. */
export function* lessons(data: string): Generator<Lesson> {
  for (const [set, load] of Object.entries(BODY_SETS))
    for (const page of load(join(data, set))) {
      const lesson = lessonOf(set, page);
      if (lesson) yield lesson;
    }
}

export function foldOf(url: string): number {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
  return hashOf(host) % FOLDS;
}

/** A page's runs count by their share of its text, so that every page weighs about the same; the least for each keeps short foreign lines in view. */
const PAGE_WEIGHT = 30;
const RUN_WEIGHT = 0.05;

function lessonOf(set: string, gold: GoldPage): Lesson | null {
  const page = walk(parseTree(gold.html()));
  const article = articleObject(page.facts.jsonLd);
  const headline = readHeadline(article, readMetas(page.facts), page);
  const selection = select(page, headline, readTeasers(page, headline, article, gold.url));
  if (!selection) return null;
  const stated = bare(strings(article?.["articleBody"])[0] ?? "");
  const features = runFeatures({ page, headline, selection, stated });
  const texts = page.runs.map(({ text }) => text);
  const labels = labelRuns(texts, gold.body ?? "");
  const length = tokens(gold.body ?? "").length || 1;
  return {
    set,
    fold: foldOf(gold.url),
    features,
    targets: Uint8Array.from(features.runs, (run) => labels[run]!),
    weights: Float32Array.from(
      features.runs,
      (run) => Math.min(1, (tokens(texts[run]!).length + 1) / length) * PAGE_WEIGHT + RUN_WEIGHT,
    ),
  };
}
