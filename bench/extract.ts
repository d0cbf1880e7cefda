import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { extract } from "#extract/index";
import type { Forest } from "#lib/forest";
import { EXTRACTORS } from "./extract/extractors.ts";
import { scoreFields } from "./extract/fields.ts";
import { type FoldedPage, foldModels, readFolded } from "./extract/folds.ts";
import { scoreSources } from "./extract/headline-sources.ts";
import type { Measured } from "./extract/measure.ts";
import type { Memory } from "./extract/memory.ts";
import { BODY_SETS, FIELD_SETS, type GoldPage, ownPages } from "./extract/pages.ts";
import { installPeers } from "./extract/peers.ts";
import { type Score, summarise } from "./extract/score.ts";
import { scoreSnippets } from "./extract/snippets.ts";
import { stability } from "./extract/stability.ts";
import { type FlagValues, isGiven, readFlags, whole } from "./flags.ts";
import { printTable } from "./table.ts";

const OWN = join(import.meta.dirname, "..", "test", "pages");

export const FLAGS = {
  bodies: isGiven,
  fields: isGiven,
  stability: isGiven,
  memory: isGiven,
  verbose: isGiven,
  "no-peers": isGiven,
  sample: whole(0),
};

/**
 * Body, fields, speed and memory of extraction on real news pages, beside Readability and postlight (--data DIR; --bodies or --fields alone,
 * --no-peers without those that have to be installed, --sample N for the slow ones on N pages, --stability for pages fetched twice,
 * --memory over 10,000 pages).
 *
 * Bodies are scored as the article-extraction-benchmark does: 4-word shingles, each page scaled to weigh the same, F1 of
 * mean precision and mean recall. Captions are left out of our text because neither gold has them. Each extractor runs
 * over each set in a process of its own; CPU time covers parsing and extraction, not reading and decompressing.
 *
 * The figure is the one out of fold: each page read by a model that has learned from other hosts alone. Rules and the shipped
 * model have seen the pages they are measured on here, so that their rows ("in sample") promise more than they keep.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const given = readFlags(flags, FLAGS);
  if (given.stability) return printStability(data, given.verbose);
  if (given.memory) return printMemory(data);
  if (given.fields) return printFields(data);
  const sets = data === undefined ? ["own"] : Object.keys(BODY_SETS).filter((set) => existsSync(join(data, set)));
  const models = data === undefined ? [] : foldModels(data);
  const peers = peersOf(given);
  for (const set of sets) printBodies(set, data ?? OWN, models, peers);
  if (data !== undefined && existsSync(join(data, "metadata-dev"))) printSnippets(data);
  if (!given.bodies) printFields(data);
}

/** How the slow peers are measured; null when they are not. */
interface Peers {
  /** Pages of each set; 0 for all. */
  readonly sample: number;
}

function peersOf(given: FlagValues<typeof FLAGS>): Peers | null {
  if (given["no-peers"]) return null;
  const reason = installPeers();
  if (reason === null) return { sample: given.sample };
  console.error(`jsdom and postlight are left out: ${reason}.`);
  return null;
}

const percent = (share: number | null): string => (share === null ? "-" : `${(share * 100).toFixed(1)}%`);

function printBodies(set: string, data: string, models: readonly Forest[], peers: Peers | null): void {
  const folded = models.length === 0 ? [] : readFolded(BODY_SETS[set]!(join(data, set)), models);
  const rows = Object.entries(EXTRACTORS).flatMap(([extractor, { isSlow }]) => {
    if (isSlow && !peers) return [];
    const sample = isSlow ? peers!.sample : 0;
    const { score, pagesPerCpuSecond, peakBytes } = measured(extractor, set, data, sample);
    const name = sample > 0 ? `${extractor} (${score.pages} pages)` : extractor;
    return [[name, ...figures(score), pagesPerCpuSecond.toFixed(0), `${(peakBytes / 1e6).toFixed(0)} MB`]];
  });
  if (folded.length > 0)
    rows.unshift(
      ["variorum, out of fold", ...figures(summarise(folded.map(({ together }) => together))), "", ""],
      ["its classifier alone, out of fold", ...figures(summarise(folded.map(({ alone }) => alone))), "", ""],
    );
  printTable(`${set}: body`, ["extractor", ...FIGURES, "pages/cpu-s", "peak RSS"], rows);
  if (folded.length > 0 && set === "news-gold-dev") printLanguages(set, folded);
}

const FIGURES = ["F1", "precision", "recall", "exact", "under 0.80"];
const figures = ({ f1, precision, recall, exactShare, tailShare }: Score): readonly string[] => [
  f1.toFixed(4),
  precision.toFixed(4),
  recall.toFixed(4),
  percent(exactShare),
  percent(tailShare),
];

/** What is learned must serve all scripts: the same figures by the language that the page claims. */
function printLanguages(set: string, pages: readonly FoldedPage[]): void {
  const languages = Map.groupBy(pages, ({ language }) => language);
  const rows = [...languages]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([language, own]) => [language, own.length, ...figures(summarise(own.map(({ together }) => together)))]);
  printTable(`${set}: body by language, out of fold`, ["language", "pages", ...FIGURES], rows);
}

function printSnippets(data: string): void {
  const rows = scoreSnippets(data).map(
    ({ reading, precision, recall, f1 }) =>
      [reading, ...[f1, precision, recall].map((share) => share.toFixed(3))] as const,
  );
  printTable(
    "metadata-dev: lines that must and must not stand in the text",
    ["reading", "F1", "precision", "recall"],
    rows,
  );
}

function printMemory(data: string | undefined): void {
  if (data === undefined) throw new Error("--memory needs --data DIR.");
  const child = join(import.meta.dirname, "extract", "memory.ts");
  const steps = JSON.parse(execFileSync(process.execPath, [child, data], { encoding: "utf8" })) as readonly Memory[];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  printTable(
    "memory while 10,000 pages are read in one thread, after a full collection",
    ["pages", "heap in use", "resident"],
    steps.map(({ pages, heapBytes, residentBytes }) => [pages, megabytes(heapBytes), megabytes(residentBytes)]),
  );
}

function measured(extractor: string, set: string, data: string, sample: number): Measured {
  const child = join(import.meta.dirname, "extract", "measure.ts");
  // linkedom and Readability warn on the console about pages they do not like; only the result is read.
  const out = execFileSync(process.execPath, [child, extractor, set, data, String(sample)], {
    maxBuffer: 2 ** 26,
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
  printSources(sets);
}

/** What each place that states a headline would give: which of them is meant differs from gold to gold. */
function printSources(sets: readonly (readonly [string, readonly GoldPage[]])[]): void {
  const titled = sets.filter(([, pages]) => pages.some(({ headline }) => headline !== undefined));
  const scores = titled.map(([, pages]) => scoreSources(pages));
  printTable(
    "headline by where it is taken from",
    ["source", ...titled.map(([set]) => set)],
    Object.keys(scores[0] ?? {}).map((source) => [source, ...scores.map((score) => percent(score[source]!))]),
  );
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
