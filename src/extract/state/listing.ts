import type { Page } from "#extract/page/page";
import { weigh } from "#extract/page/text";
import { attribute } from "#extract/page/tree";
import { parseHttpUrl, sameSite } from "#lib/url";
import type { Evidence } from "./evidence.ts";
import { calls } from "./og-type.ts";

const MIN_LINKS = 25;
/** Paragraphs that a list of articles may have of its own: a word of welcome. */
const MAX_LISTING_PROSE = 2;
/** Text that a list of articles may have in all when none of it is prose: teasers that were taken for it. */
const MAX_LISTING_BODY = 1_200;
/** Headings that each link to another page: so many on a page that calls itself a web site, and so many on any other. */
const MIN_HEADINGS_OF_SITE = 5;
const MIN_HEADINGS = 8;
const MOST_HEADINGS = 0.7;
const MIN_PROSE = 120;

/**
 * Front and section pages. They describe no article, claim no date of publication, and link many titles; a home page may
 * hold long teasers, any other page of that kind opens with a paragraph or two at most. Or each of its headings links to another
 * page, and its paragraphs are what is said of those.
 */
export function isListing({ page, blocks, structured, publishedAt, url }: Evidence, size: number): boolean {
  const { article } = structured;
  if (article?.["headline"] !== undefined || article?.["articleBody"] !== undefined || publishedAt !== null)
    return false;
  if (calls(page, "article")) return false;
  const prose = blocks.filter((block) => block.kind === "paragraph" && weigh(block.text) > MIN_PROSE).length;
  const headings = linkedHeadings(page, url);
  if (
    headings >= (calls(page, "website") ? MIN_HEADINGS_OF_SITE : MIN_HEADINGS) &&
    prose <= headings + MAX_LISTING_PROSE
  )
    return true;
  const linked = page.runs.filter((run) => run.linkSize > run.size * 0.7 && run.size > 25).length;
  if (linked < MIN_LINKS || linked < prose * 3) return false;
  return /^https?:\/\/[^/]+\/?$/.test(url) || (size < MAX_LISTING_BODY && prose <= MAX_LISTING_PROSE);
}

/** How many headings are links to other pages of the site; 0 unless they are most headings, as a text with sources at its end has others. */
function linkedHeadings(page: Page, url: string): number {
  const away = new Set<number>();
  for (const { element, run } of page.facts.anchors) {
    const target = parseHttpUrl(attribute(element, "href"), url);
    if (target && sameSite(target.href, url) && target.href !== url.split("#")[0]) away.add(run);
  }
  const headings = page.boxes.filter(({ element, from, to }) => /^h[2-5]$/.test(element.name) && to > from);
  const linked = headings.filter(({ from, to }) => {
    const runs = page.runs.slice(from, to);
    return runs.every(({ linkSize, size }) => linkSize > size * 0.7) && runs.some((_, i) => away.has(from + i));
  }).length;
  return linked >= headings.length * MOST_HEADINGS ? linked : 0;
}
