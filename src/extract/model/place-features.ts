import { articleAround, type Selection } from "#extract/body/select";
import type { Headline } from "#extract/headline/headline";
import type { Box, Page, Span } from "#extract/page/page";
import type { Path } from "#extract/page/paths";
import type { Sums } from "#extract/page/sums";
import { attribute } from "#extract/page/tree";
import type { Sheet } from "./sheet.ts";

const clip = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
/** Stands for "there is none" where all real values are larger. */
const NONE = -99;

/**
 * The box with most prose and its brothers of the same element and class, as one span: a body cut up by advertisements
 * stands in many.
 */
export function kinOf({ boxes }: Page, { host }: Selection): Span {
  const { parent } = host;
  if (!parent) return host;
  let [from, to] = [host.from, host.to];
  for (let i = parent.index + 1; i < parent.end; i = boxes[i]!.end) {
    const brother = boxes[i]!;
    if (!isLike(brother, host)) continue;
    from = Math.min(from, brother.from);
    to = Math.max(to, brother.to);
  }
  return { from, to };
}

/** Where a run stands to the headline and to the box with most prose. */
export function putPlace(
  sheet: Sheet,
  i: number,
  host: Box,
  headline: Headline,
  { box, host: dense, first }: Selection,
  kin: Span,
): void {
  sheet.put("fromHeadline", headline.box ? clip(i - headline.box.from, -50, 150) : NONE);
  sheet.put("inBox", i >= box.from && i < box.to ? 1 : 0);
  sheet.put("inDense", i >= dense.from && i < dense.to ? 1 : 0);
  sheet.put("inKin", i >= kin.from && i < kin.to ? 1 : 0);
  sheet.put("isDense", isLike(host, dense) ? 1 : 0);
  sheet.put("fromFirst", clip(i - first, -50, 100));
  sheet.put("toBoxEnd", clip(box.to - i, -50, 60));
  sheet.put("toKinEnd", clip(kin.to - i, -50, 60));
  sheet.put("fromKinStart", clip(i - kin.from, -50, 60));
}

/** One box, or brothers of the same element and class. */
export const isLike = (box: Box, other: Box): boolean =>
  box === other ||
  (box.parent === other.parent &&
    box.element.name === other.element.name &&
    attribute(box.element, "class") === attribute(other.element, "class"));

/** The names of what `putShares` writes, made once: it writes thousands of rows a page. */
export const sharesOf = (name: string) => ({
  prose: `${name} prose`,
  link: `${name} link`,
  size: `${name} size`,
  runs: `${name} runs`,
});

/** What else a box around the run holds. */
export function putShares(sheet: Sheet, names: ReturnType<typeof sharesOf>, box: Box, sums: Sums): void {
  const size = sums.size[box.to]! - sums.size[box.from]!;
  const total = sums.mass[sums.mass.length - 1]! || 1;
  sheet.put(names.prose, (sums.mass[box.to]! - sums.mass[box.from]!) / total);
  sheet.put(names.link, (sums.link[box.to]! - sums.link[box.from]!) / (size || 1));
  sheet.put(names.size, Math.log1p(size));
  sheet.put(names.runs, Math.log1p(box.to - box.from));
}

export function putPath(sheet: Sheet, path: Path, sums: Sums): void {
  sheet.put("path runs", Math.log1p(path.runs));
  sheet.put("path prose", path.mass / (sums.mass[sums.mass.length - 1]! || 1));
  sheet.put("path link", path.link / (path.size || 1));
  sheet.put("path size", Math.log1p(path.size / path.runs));
  sheet.put("path inDense", path.inHost / path.size);
}

/** Titles of articles that begin before a run, so that the text of the next article of an endless page shows. */
export interface Titles {
  /** Number of h1 from the headline up to each run; from the top where the headline stands in no box. */
  readonly since: Int32Array;
  readonly headline: Box | null;
  /** The `<article>` that the headline stands in. */
  readonly article: Box | null;
}

export function titlesOf({ boxes, runs }: Page, { box: headline }: Headline): Titles {
  const since = new Int32Array(runs.length + 1);
  for (const { element, from, to } of boxes) if (element.name === "h1" && to > from) since[from]!++;
  for (let i = 1; i < since.length; i++) since[i]! += since[i - 1]!;
  const own = headline ? since[headline.from]! : 0;
  return { since: since.map((count) => count - own), headline, article: headline && articleAround(headline) };
}

/** Behind the title of another article, and not in the `<article>` of this one. */
export const isOfNextArticle = (i: number, { since, headline, article }: Titles): boolean =>
  headline !== null && since[i]! >= 1 && !(article && i >= article.from && i < article.to);

export function putArticle(sheet: Sheet, i: number, { since, article }: Titles, { raw }: Selection, kin: Span): void {
  sheet.put("titles since", clip(since[i]!, -3, 3));
  sheet.put("ownArticle", article ? (i >= article.from && i < article.to ? 1 : 0) : 0.5);
  // What lies between the densest boxes and a run outside them.
  const [from, to] = i >= kin.to ? [kin.to, i] : i < kin.from ? [i, kin.from] : [i, i];
  sheet.put("gap link", Math.log1p(raw.link[to]! - raw.link[from]!));
  sheet.put("gap size", Math.log1p(raw.size[to]! - raw.size[from]!));
}
