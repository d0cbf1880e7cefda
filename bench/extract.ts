import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { extract } from "#extract/index";
import { EXTRACTORS } from "./extract/extractors.ts";
import { scoreFields } from "./extract/fields.ts";
import type { Measured } from "./extract/measure.ts";
import { BODY_SETS, FIELD_SETS, type GoldPage, ownPages } from "./extract/pages.ts";
import { stability } from "./extract/stability.ts";
import { printTable } from "./table.ts";

const OWN = join(import.meta.dirname, "..", "test", "pages");

/**
 * Body, fields, speed and memory of extraction on real news pages, beside Readability (--data DIR; --stability for pages fetched twice).
 *
 * Bodies are scored as the article-extraction-benchmark does: 4-word shingles, each page scaled to weigh the same, F1 of
 * mean precision and mean recall. Captions are left out of our text because neither gold has them. Each extractor runs
 * over each set in a process of its own; CPU time covers parsing and extraction, not reading and decompressing.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  if (flags["stability"] !== undefined) return printStability(data, flags["verbose"] !== undefined);
  const sets = data === undefined ? ["own"] : Object.keys(BODY_SETS).filter((set) => existsSync(join(data, set)));
  for (const set of sets) printBodies(set, data ?? OWN);
  printFields(data);
}

const percent = (share: number | null): string => (share === null ? "-" : `${(share * 100).toFixed(1)}%`);

function printBodies(set: string, data: string): void {
  const rows = Object.keys(EXTRACTORS).map((extractor) => {
    const { score, pagesPerCpuSecond, peakBytes } = measured(extractor, set, data);
    return [
      extractor,
      score.f1.toFixed(4),
      score.precision.toFixed(4),
      score.recall.toFixed(4),
      percent(score.exactShare),
      percent(score.tailShare),
      pagesPerCpuSecond.toFixed(0),
      `${(peakBytes / 1e6).toFixed(0)} MB`,
    ];
  });
  printTable(
    `${set}: body`,
    ["extractor", "F1", "precision", "recall", "exact", "under 0.80", "pages/cpu-s", "peak RSS"],
    rows,
  );
}

function measured(extractor: string, set: string, data: string): Measured {
  const child = join(import.meta.dirname, "extract", "measure.ts");
  // linkedom and Readability warn on the console about pages they do not like; only the result is read.
  const out = execFileSync(process.execPath, [child, extractor, set, data], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(out.slice(out.lastIndexOf('{"score"'))) as Measured;
}

function printFields(data: string | undefined): void {
  const sets: readonly (readonly [string, readonly GoldPage[]])[] =
    data === undefined
      ? [["own", ownPages(OWN)]]
      : Object.entries(FIELD_SETS).flatMap(([set, load]) =>
          existsSync(join(data, set)) ? [[set, load(join(data, set))] as const] : [],
        );
  const rows = sets.map(([set, pages]) => {
    const score = scoreFields(
      pages,
      pages.map((page) => extract(page.html(), { url: page.url })),
    );
    return [
      set,
      score.pages,
      percent(score.headline),
      percent(score.headlineStated),
      percent(score.headlineSeen),
      percent(score.namedF1),
      percent(score.bylineF1),
      percent(score.day),
      percent(score.notArticle),
    ];
  });
  const head = [
    "set",
    "pages",
    "headline same",
    "stated by the page",
    "same where it is a heading",
    "people and credits F1",
    "byline F1",
    "publishedAt same day",
    "not an article",
  ];
  printTable("fields of variorum", head, rows);
}

function printStability(data: string | undefined, verbose: boolean): void {
  if (data === undefined) throw new Error("--stability needs --data DIR with revisions-dev in it.");
  const kinds = stability(data);
  const rows = kinds.map(({ kind, pairs, differing }) => [kind, pairs, differing, percent(differing / pairs)]);
  printTable(
    "the same page fetched twice: pairs whose canonical text differs",
    ["label", "pairs", "differ", "share"],
    rows,
  );
  if (verbose) for (const { kind, wrong } of kinds) for (const pair of wrong) console.log(`${kind}: ${pair}`);
}
