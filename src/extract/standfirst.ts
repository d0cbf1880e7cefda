import type { Headline } from "./headline.ts";
import { firstString, type Json } from "./json-ld.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Box, Page } from "./page.ts";
import type { Selection } from "./select.ts";
import { bare, collapse } from "./text.ts";
import { attribute } from "./tree.ts";

export interface Standfirst {
  readonly text: string | null;
  readonly box: Box | null;
}

const NONE: Standfirst = { text: null, box: null };

const NAMED =
  /-(?:standfirst|stand-first|subtitle|sub-title|subtitulo|subheadline|sub-headline|subheading|sub-heading|subhead|sub-head|deck|dek|lead|lede|leadtext|lead-text|leadin|summary|excerpt|intro|introduction|introtext|introduccion|description|abstract|preamble|ingress|vorspann|chapo|sommario|occhiello|entradilla|bajada|bajadilla|sumario|strapline|tagline|teasertext|teaser-text|kurzfassung|synopsis|headline-sub|lid|anleser)-/;

const MIN_SIZE = 30;
const MAX_SIZE = 700;

/**
 * The lines between headline and body that sum the article up: so named by class or itemprop, or a heading below the h1,
 * or the text that the metadata call the description, if it stands apart from the body's paragraphs.
 * Only what is visible counts: a description in the metadata alone is for search engines, not for readers.
 */
export function readStandfirst(
  page: Page,
  headline: Headline,
  selection: Selection | null,
  article: Json | null,
  metas: Metas,
): Standfirst {
  if (!selection) return NONE;
  const start = headline.box?.from ?? selection.box.from;
  const claimed = [
    firstString(article?.["description"]),
    firstMeta(metas, "og:description", "description", "twitter:description"),
  ]
    .flatMap((text) => (text ? [bare(text)] : []))
    .filter((text) => text.length > MIN_SIZE);
  const title = bare(headline.text ?? "");
  for (const box of page.boxes) {
    if (box.from < start || box.to === box.from || box.index < (headline.box?.end ?? 0)) continue;
    if (box.from > selection.first) break;
    if (box.to > selection.first + 1) continue;
    const text = textOf(page, box);
    const size = page.runs.slice(box.from, box.to).reduce((sum, run) => sum + run.size, 0);
    if (size < MIN_SIZE || size > MAX_SIZE || bare(text) === title || isLinked(page, box)) continue;
    if (box.element.name === "p" && box.parent === selection.host) continue;
    if (isNamed(box) || isSubheading(page, box, headline)) return { text, box };
    const apart = box.to <= selection.box.from || (box.to <= selection.first && isBold(page, box));
    if (apart && claimed.some((claim) => same(claim, bare(text)))) return { text, box };
  }
  return NONE;
}

const textOf = (page: Page, box: Box): string =>
  collapse(
    page.runs
      .slice(box.from, box.to)
      .map((run) => run.text)
      .join(" "),
  );

const isLinked = (page: Page, box: Box): boolean => {
  const runs = page.runs.slice(box.from, box.to);
  return runs.reduce((sum, run) => sum + run.linkSize, 0) > 0.5 * runs.reduce((sum, run) => sum + run.size, 0);
};

const isBold = (page: Page, box: Box): boolean =>
  page.runs.slice(box.from, box.to).every((run) => run.boldSize > run.size * 0.8);

function isNamed(box: Box): boolean {
  const { element } = box;
  const named = `${attribute(element, "class")} ${attribute(element, "id")} ${attribute(element, "itemprop")} ${attribute(element, "data-testid")} ${attribute(element, "data-component")}`;
  const words = `-${named
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")}-`;
  return NAMED.test(words);
}

/** A heading right below the headline: nothing but short lines (a date, a name) between the two. */
function isSubheading(page: Page, box: Box, headline: Headline): boolean {
  if (!headline.box || !/^h[2-6]$/.test(box.element.name)) return false;
  return page.runs.slice(headline.box.to, box.from).every((run) => run.size < 60) && box.from - headline.box.to <= 4;
}

/** The description repeats the whole text or, cut short, its beginning. */
const same = (claim: string, text: string): boolean =>
  claim === text || (claim.length > 60 && text.startsWith(claim.slice(0, -8)));
