import { MAX_FIELD_LENGTH } from "#extract/limits";
import { placeIds } from "#extract/site/rebuilt";
import type { PageTrace } from "#extract/site/trace";
import { canonical } from "#lib/canonical";
import { strings, structured } from "./json-ld.ts";
import type { Page, Run } from "./page.ts";
import { isTable, rowsOf } from "./table.ts";
import { attribute } from "./tree.ts";

/**
 * What a page says, line by line and wherever it stands: what a reading of it was chosen from. Two readings of an article
 * are compared by it when their texts differ, to tell what the publisher did from what the reader did.
 */
export interface PageLines {
  /** Path of the box that was chosen for the body (see `site-path.ts`); null when only metadata state one. */
  readonly container: string | null;
  /** Short names of the page's places, those beside the text too: pages of one design have most of them in common. */
  readonly design: ReadonlySet<string>;
  /** How often each line, and each row of a table of data, stands on the page, in canonical form. */
  readonly counts: ReadonlyMap<string, number>;
  /** Its words in a row, with a space at both ends: also a line that the page cuts in two is found in it. */
  readonly all: string;
  /** What the page states as its titles and descriptions, in its head or as a heading, in the same form. */
  readonly titles: string;
  /** Lines of lists in which every item is nothing but a link, in canonical form. */
  readonly pointers: ReadonlySet<string>;
  /** Lines of lists in which every item holds a link, in canonical form: the pointers, and offers in whole sentences. */
  readonly linked: ReadonlySet<string>;
  /** Where the lines of the body stand, by their first characters (see `sampleOf`). */
  readonly places: ReadonlyMap<string, LinePlace>;
}

export interface LinePlace {
  /** Path of the box around it. */
  readonly box: string;
  /** It stands where the text itself stands (see `TraceBlock.flow`). */
  readonly flow: boolean;
}

export const NO_LINES: PageLines = {
  container: null,
  design: new Set(),
  counts: new Map(),
  all: "",
  titles: "",
  pointers: new Set(),
  linked: new Set(),
  places: new Map(),
};

/** Signs of a page that are searched; the text of the longest articles is a tenth of it. */
const MAX_ALL = 2_000_000;

export function linesOfPage(page: Page, trace: PageTrace): PageLines {
  const counts = new Map<string, number>();
  const rows = page.boxes.filter(isTable).flatMap((table) => rowsOf(page, table));
  for (const { text } of [...page.runs, ...rows]) {
    const line = canonical(text);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return {
    container: trace.container,
    design: placeIds(trace),
    counts,
    all: ` ${page.runs
      .map(({ text }) => wordsOf(text))
      .join(" ")
      .slice(0, MAX_ALL)} `,
    titles: titlesOf(page),
    pointers: linesOfLists(page, ({ linkSize, size }) => linkSize > size * POINTS),
    linked: linesOfLists(page, ({ linkSize }) => linkSize > 0),
    places: new Map(
      trace.blocks.map(({ sample, path, flow }) => [sample, { box: path.replace(/>?[^>]*$/, ""), flow }] as const),
    ),
  };
}

/**
 * The words of a text, one space between them, without the signs around them that designs and editorial systems change:
 * left are letters, digits and what stands between two digits, signs of money and per cent.
 */
export const wordsOf = (text: string): string =>
  canonical(text)
    .replace(/(?<!\p{N})[.,:/-]|[.,:/-](?!\p{N})|[^\p{L}\p{M}\p{N}\p{Sc}%.,:/-]/gu, " ")
    .replace(/ +/g, " ")
    .trim();

const TITLES = new Set(["og:title", "twitter:title", "title", "og:description", "description", "twitter:description"]);
const IS_HEADING = /^h[1-3]$/;
/** Titles are a few hundred signs in all; a page of headings is a list. */
const MAX_TITLES = 20_000;

function titlesOf({ facts, runs, boxes }: Page): string {
  const metas = facts.metas
    .filter((meta) => TITLES.has((attribute(meta, "property") || attribute(meta, "name")).toLowerCase()))
    .map((meta) => attribute(meta, "content"));
  const headings = runs.filter(({ box }) => IS_HEADING.test(boxes[box]?.element.name ?? "")).map(({ text }) => text);
  const { article } = structured(facts.jsonLd);
  const stated = ["headline", "alternativeHeadline", "description"].flatMap((field) => strings(article?.[field]));
  return [facts.title, withoutSite(facts.title), ...metas, ...stated, ...headings]
    .map((title) => ` ${wordsOf(title.slice(0, MAX_FIELD_LENGTH))} `)
    .join("\n")
    .slice(0, MAX_TITLES);
}

/** The title of a window without what stands after its last separator: the name of the house, mostly. */
const withoutSite = (title: string): string =>
  /^(.*\S)\s+[|\u00b7\u2022\u2013\u2014-]\s/u.exec(title.slice(0, MAX_FIELD_LENGTH))?.[1] ?? title;

const LIST = new Set(["ul", "ol"]);
/** A list of fewer is a sentence with a link. */
const MIN_ITEMS = 2;
const POINTS = 0.9;

/** The lines of the lists of which every line is such a one. */
function linesOfLists({ boxes, runs }: Page, isSuch: (run: Run) => boolean): ReadonlySet<string> {
  const lines = new Set<string>();
  let done = 0;
  for (const { element, from, to } of boxes) {
    // Lists in a list that was taken are taken with it.
    if (!LIST.has(element.name) || to - from < MIN_ITEMS || to <= done) continue;
    const items = runs.slice(from, to);
    if (!items.every(isSuch)) continue;
    for (const { text } of items) lines.add(canonical(text));
    done = to;
  }
  return lines;
}
