import { opensAftermath } from "#extract/page/lines";
import type { Box, Page, Run } from "#extract/page/page";
import { within } from "#extract/page/sums";
import { attribute } from "#extract/page/tree";
import { hostOf, type Selection } from "./select.ts";

/** Share of the text's prose that stands above a heading that ends it. */
const MOST_OF_TEXT = 0.6;
/** Lines under a title before the next one: a summary, a time, a name. */
const MAX_UNDER = 4;
const IS_HEADING = /^h[2-6]$/;

/**
 * Marks the runs of other articles under a heading that says so ("More on this"): titles, each a link, a heading or in bold, with
 * the lines under them. They go to the end of the heading's own box if the text goes on behind it.
 */
export function aftermathOf(page: Page, { box: root, sums, first }: Selection): Uint8Array {
  const marked = new Uint8Array(page.runs.length);
  for (let i = first + 1; i < page.runs.length; i++) {
    const run = page.runs[i]!;
    if (marked[i] === 1 || !opensAftermath(run) || !isHeading(page, run)) continue;
    const box = boxOf(page, run, root, first);
    const isOwn = box.from >= i - 1;
    const isLate =
      i >= root.to || within(sums.mass, { from: root.from, to: i }) >= within(sums.mass, root) * MOST_OF_TEXT;
    if (!isOwn && !isLate) continue;
    const to = endOfTitles(page, i, box.to);
    if (to > i && !isBibliography(page, i, to)) marked.fill(1, i, to);
  }
  return marked;
}

/** What links to several houses is a list of sources: a house lists its own under such a heading. */
const isBibliography = ({ facts }: Page, from: number, to: number): boolean => {
  const own = facts.anchors.filter(({ run }) => run >= from && run < to);
  const hosts = own.map(({ element }) => HOST.exec(attribute(element, "href").slice(0, MAX_HREF))?.[1]?.toLowerCase());
  return new Set(hosts.filter((host) => host !== undefined)).size > 1;
};
const HOST = /^\s*(?:https?:)?\/\/([^/?#]+)/i;
/** Signs of an address in which its host is looked for. */
const MAX_HREF = 300;

const isHeading = (page: Page, run: Run): boolean =>
  IS_HEADING.test(page.boxes[run.box]!.element.name) || run.boldSize >= run.size * BOLD || run.linkSize === 0;
const BOLD = 0.9;

/** The widest box around the heading that holds nothing of the text above it. */
function boxOf(page: Page, run: Run, root: Box, first: number): Box {
  let box = hostOf(page, run);
  for (let above = box.parent; above && above.from > first && above !== root; above = above.parent) box = above;
  return box;
}

/** Where the last title's lines end; `from` where no title follows the heading, or where the text seems to go on. */
function endOfTitles(page: Page, from: number, limit: number): number {
  const titles: number[] = [];
  const first = makeOf(page, from + 1);
  for (let i = from + 1; i < limit && first !== null; i++) {
    const make = makeOf(page, i);
    if (make === first) titles.push(i);
    // A heading of another make opens a section of the text.
    else if (make?.startsWith("h")) break;
    else if (titles.length === 0 || i - titles.at(-1)! > MAX_UNDER) break;
  }
  const last = titles.at(-1);
  if (last === undefined || titles[0] !== from + 1) return from;
  const under = Math.max(...titles.slice(1).map((title, i) => title - titles[i]!), 1);
  const end = titles.length > 1 ? last + under : last + 1 + MAX_UNDER;
  if (titles.length > 1) return Math.min(limit, end);
  // One title alone: what is under it ends with the box, or no one knows where it ends.
  return end >= limit ? limit : from;
}

/** What makes a line a title: its element, a link or bold type; null for other lines. The titles of a list are of one make. */
function makeOf(page: Page, index: number): string | null {
  const run = page.runs[index];
  if (!run) return null;
  const { name } = page.boxes[run.box]!.element;
  if (IS_HEADING.test(name)) return name;
  if (run.linkSize >= run.size * BOLD) return "link";
  return run.boldSize >= run.size * BOLD ? "bold" : null;
}
