import { hostsOf, type Selection } from "#extract/body/select";
import type { Headline } from "#extract/headline/headline";
import type { Page, Run } from "#extract/page/page";
import { pathsOf } from "#extract/page/paths";
import { within } from "#extract/page/sums";
import { bare } from "#extract/page/text";
import { aroundReader, isIn, putAround } from "./box-features.ts";
import {
  isLike,
  isOfNextArticle,
  kinOf,
  putArticle,
  putPath,
  putPlace,
  putShares,
  sharesOf,
  titlesOf,
} from "./place-features.ts";
import { Sheet } from "./sheet.ts";
import { putText } from "./text-features.ts";

/** What a page's runs are judged by, besides themselves. */
export interface Setting {
  readonly page: Page;
  readonly headline: Headline;
  readonly selection: Selection;
  /** JSON-LD's articleBody with letters and digits only; empty when there is none. */
  readonly stated: string;
}

export interface Features {
  readonly names: readonly string[];
  /** Indices of the runs that are judged; all others are no part of a body for certain. */
  readonly runs: readonly number[];
  /** A row for each of them, one after another. */
  readonly rows: Float32Array;
}

/** Runs before and after one whose signs count for it too. */
const NEIGHBOURS = [-2, -1, 1, 2].map((step) => ({
  step,
  names: {
    size: `size ${step}`,
    link: `link ${step}`,
    prose: `prose ${step}`,
    heading: `heading ${step}`,
    junk: `junk ${step}`,
    isDense: `isDense ${step}`,
  },
}));
const WINDOW = 8;
/** Characters of a run that are looked for in what JSON-LD states. */
const MAX_KEY = 400;
/** Longer runs do not repeat the headline. */
const MAX_TITLE = 250;

/** Less prose than this in the lines around it (logarithms of sizes, summed): about one short sentence. */
const QUIET = 6;

const SHARES = { host: sharesOf("host"), parent: sharesOf("parent"), box: sharesOf("box") };

/** One row per run that may be body. The same rows teach and judge; no word of any language is read. */
export function runFeatures(setting: Setting): Features {
  const { page } = setting;
  const context = contextOf(setting);
  const judged: number[] = [];
  for (let i = 0; i < page.runs.length; i++) if (!isCertain(page.runs[i]!, i, setting, context)) judged.push(i);
  const sheet = new Sheet(judged.length);
  for (const i of judged) {
    putRun(sheet, i, setting, context);
    putNeighbours(sheet, i, setting, context);
    sheet.endRow();
  }
  return { names: sheet.names, runs: judged, rows: sheet.cells };
}

/** What is worked out once for all runs of a page. */
type Context = ReturnType<typeof contextOf>;

function contextOf({ page, headline, selection }: Setting) {
  const { runs, boxes } = page;
  const sums = selection.raw;
  const prose = Float32Array.from(runs, (_, i) => Math.log1p(sums.mass[i + 1]! - sums.mass[i]!));
  const proseSums = new Float64Array(runs.length + 1);
  for (let i = 0; i < runs.length; i++) proseSums[i + 1] = proseSums[i]! + prose[i]!;
  const repeats = new Map<string, number>();
  for (const { text } of runs) repeats.set(text, (repeats.get(text) ?? 0) + 1);
  return {
    sums,
    prose,
    /** Prose of the runs from `from` up to `to`. */
    near: (from: number, to: number): number => proseSums[Math.min(runs.length, to)]! - proseSums[Math.max(0, from)]!,
    aroundOf: aroundReader(boxes.length),
    hosts: hostsOf(boxes),
    paths: pathsOf(page, sums, selection.host),
    kin: kinOf(page, selection),
    titles: titlesOf(page, headline),
    title: new Set(bare(headline.text ?? "").split(" ")),
    repeats,
  };
}

/**
 * Half of a page's runs are links and labels far from any prose, outside the box that the rules chose: they are not worth
 * a judgement. On 455 pages 1 in 300 of all body runs was lost so, none of them a paragraph. And on an endless page, what
 * follows the title of a further article is not this one's.
 */
function isCertain(run: Run, i: number, { page, selection: { box } }: Setting, context: Context): boolean {
  const around = context.aroundOf(page.boxes[run.box]!);
  if (isIn(around, "nav") || (i >= context.kin.to && isOfNextArticle(i, context.titles))) return true;
  if (i >= box.from && i < box.to) return false;
  if (around.hidden > 0 || isIn(around, "footer")) return true;
  if (context.prose[i]! > 0) return false;
  return run.linkSize > run.size * 0.8 || context.near(i - WINDOW, i) + context.near(i + 1, i + 1 + WINDOW) < QUIET;
}

function putRun(sheet: Sheet, i: number, { page, headline, selection, stated }: Setting, context: Context): void {
  const run = page.runs[i]!;
  const box = page.boxes[run.box]!;
  const host = context.hosts[box.index]!;
  const parent = host.parent ?? host;
  putText(sheet, run);
  putAround(sheet, context.aroundOf(box), box);
  sheet.put("prose", context.prose[i]!);
  putPlace(sheet, i, host, headline, selection, context.kin);
  putArticle(sheet, i, context.titles, selection, context.kin);
  putShares(sheet, SHARES.host, host, context.sums);
  putShares(sheet, SHARES.parent, parent, context.sums);
  putShares(sheet, SHARES.box, box, context.sums);
  sheet.put("hostPlace", Math.min(60, i - host.from));
  sheet.put("hostLeft", Math.min(60, host.to - i));
  sheet.put(
    "parentBefore",
    within(context.sums.mass, { from: parent.from, to: i }) / (within(context.sums.mass, parent) || 1),
  );
  putPath(sheet, context.paths[run.box]!, context.sums);
  const isShort = run.text.length <= MAX_TITLE;
  const key = isShort || stated !== "" ? bare(run.text.slice(0, MAX_KEY)) : "";
  sheet.put("stated", stated === "" ? 0.5 : stated.includes(key) ? 1 : 0);
  sheet.put("repeated", context.repeats.get(run.text)!);
  sheet.put("title", isShort ? shareIn(context.title, key) : 0);
}

function putNeighbours(sheet: Sheet, i: number, { page, selection }: Setting, context: Context): void {
  for (const { step, names } of NEIGHBOURS) {
    const other = page.runs[i + step];
    const box = other && page.boxes[other.box]!;
    sheet.put(names.size, other ? Math.log1p(other.size) : -1);
    sheet.put(names.link, other ? other.linkSize / other.size : -1);
    sheet.put(names.prose, other ? context.prose[i + step]! : -1);
    sheet.put(names.heading, box ? context.aroundOf(box).heading : -1);
    sheet.put(names.junk, box ? context.aroundOf(box).junk : -1);
    sheet.put(names.isDense, box && isLike(context.hosts[box.index]!, selection.host) ? 1 : 0);
  }
  sheet.put("prose before", context.near(i - WINDOW, i));
  sheet.put("prose after", context.near(i + 1, i + 1 + WINDOW));
}

function shareIn(words: ReadonlySet<string>, text: string): number {
  const own = text.split(" ");
  let common = 0;
  for (const word of own) if (words.has(word)) common++;
  return common / own.length;
}
