import { isoInstant } from "#extract/dates/instant";
import { isForeignBox } from "#extract/page/foreign";
import { firstString, type Json, objectsIn, type Structured, strings } from "#extract/page/json-ld";
import { firstMeta, type Metas } from "#extract/page/metas";
import type { Box, Page } from "#extract/page/page";
import { bare } from "#extract/page/text";
import { attribute, type Element, isText } from "#extract/page/tree";
import type { LiveEntry } from "#model/document";
import type { Reason } from "#model/reason";
import type { RunBlock } from "./clean.ts";

export interface Live {
  /** Why the page is taken for a live blog; null when it is not one. */
  readonly evidence: Reason | null;
  readonly entries: readonly LiveEntry[];
}

const NOT_LIVE: Live = { evidence: null, entries: [] };

/** A day of a live blog has some hundred entries. */
const MAX_ENTRIES = 2_000;
/** Dated parts that a body must have to be a live blog; one that calls itself so may have begun a moment ago. */
const MIN_ENTRIES = 3;
const MIN_STATED = 2;
const MAX_CLIMB = 6;
const MAX_ID = 200;

const IN_ADDRESS =
  /(?:^|[/_.-])(?:live-?(?:blog|ticker|updates?|reporting|coverage|news)?|ticker|minute-by-minute|minuto-a-minuto|en-?(?:vivo|direct)|en-directo|ao-vivo|in-?diretta|na-zywo|liveblogg|canli)(?:$|[/_.?-])/iu;
/** Before or after a separator: "We live in stormy times" is no live blog. */
const LIVE_WORD =
  "live(?: ?(?:blog|ticker|updates?))?|liveblogg?|ticker|en direct|en vivo|en directo|ao vivo|in diretta|minuto a minuto|na żywo|canlı|онлайн|прямой эфир|наживо|速報|ライブ|实时|直播|생중계|مباشر";
const IN_HEADLINE = new RegExp(
  `^(?:${LIVE_WORD})\\s*[:：|–—-]|(?:^|[\\s|(-])(?:${LIVE_WORD})(?:\\s*[:：|)–—]|\\s+-|$)`,
  "iu",
);
const SHOUTED = /(?:^|\s)LIVE(?:$|[\s:])/;

const saysLive = (headline: string): boolean =>
  IN_HEADLINE.test(headline.slice(0, MAX_HEADLINE)) || SHOUTED.test(headline.slice(0, MAX_HEADLINE));
/** Characters of a headline in which it may say that it is live; the word stands near one of its ends. */
const MAX_HEADLINE = 300;
/** Kept of an entry's own headline. */
const MAX_ENTRY_HEADLINE = 400;

export interface LiveInput {
  readonly page: Page;
  readonly structured: Structured;
  readonly metas: Metas;
  readonly headline: string | null;
  readonly blocks: readonly RunBlock[];
  readonly url: string;
}

/**
 * Entries of a live blog, and what makes the page one: the publisher's word for it (LiveBlogPosting), or a body of dated
 * parts, side by side, under an address or headline that says live. Times alone say nothing: comments and teasers have them.
 */
export function readLive(input: LiveInput): Live {
  const { structured, blocks, url, headline, metas } = input;
  const stated = isLiveBlog(structured) ? updatesOf(structured) : null;
  const shown = shownEntries(input, stated === null ? MIN_ENTRIES : MIN_STATED);
  const covered = shown.reduce((sum, { from, to }) => sum + to - from, 0);
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  const named = IN_ADDRESS.test(path) || saysLive(headline ?? "") || saysLive(firstMeta(metas, "og:title") ?? "");
  if (stated !== null) {
    const isShown = shown.length >= Math.min(MIN_ENTRIES, Math.max(MIN_STATED, stated.length));
    const entries = isShown ? filled(shown, stated) : located(stated, blocks);
    return { evidence: { code: "live-stated", entries: entries.length }, entries };
  }
  if (named && shown.length >= MIN_ENTRIES && covered > 0)
    return { evidence: { code: "live-shown", entries: shown.length }, entries: shown };
  return NOT_LIVE;
}

const isLiveBlog = ({ article }: Structured): boolean =>
  strings(article?.["@type"]).some((type) => type.slice(-40).endsWith("LiveBlogPosting"));

/** What JSON-LD says of each update, with its address in place of an id. */
function updatesOf({ article, resolve }: Structured): readonly LiveEntry[] {
  const value = article?.["liveBlogUpdate"];
  return objectsIn(Array.isArray(value) ? value.slice(0, MAX_ENTRIES).map(resolve) : resolve(value)).flatMap(
    (update: Json) => {
      const at = isoInstant(firstString(update["datePublished"]) ?? firstString(update["dateModified"]) ?? "");
      const id = firstString(update["@id"]) ?? firstString(update["url"]) ?? at;
      const headline = firstString(update["headline"]) ?? firstString(update["name"]);
      return id === null ? [] : [{ id: id.slice(0, MAX_ID), at, headline, from: 0, to: 0 }];
    },
  );
}

/** Boxes side by side that have a time each: of all such rows the one that holds most blocks of the body. */
function shownEntries({ page, blocks }: LiveInput, least: number): readonly LiveEntry[] {
  const rows = new Map<string, Map<Box, Element>>();
  for (const { element, box } of page.facts.stamps) {
    let inner = isForeignBox(page, box) ? null : (page.boxes[box] ?? null);
    for (let climb = 0; inner?.parent && climb < MAX_CLIMB; climb++, inner = inner.parent) {
      const key = `${inner.parent.index} ${inner.element.name}`;
      const row = rows.get(key) ?? new Map<Box, Element>();
      if (!row.has(inner)) row.set(inner, element);
      rows.set(key, row);
    }
  }
  let best: readonly LiveEntry[] = [];
  let most = 0;
  for (const row of rows.values()) {
    if (row.size < least) continue;
    const entries = [...row].slice(0, MAX_ENTRIES).flatMap(([box, stamp]) => entryOf(page, box, stamp, blocks));
    const filledEntries = entries.filter(({ from, to }) => to > from);
    const held = filledEntries.reduce((sum, { from, to }) => sum + to - from, 0);
    if (filledEntries.length >= least && held > most) {
      most = held;
      best = filledEntries;
    }
  }
  return best;
}

function entryOf(page: Page, box: Box, stamp: Element, blocks: readonly RunBlock[]): readonly LiveEntry[] {
  const from = lowerBound(blocks, box.from);
  const to = lowerBound(blocks, box.to);
  const at = isoInstant(attribute(stamp, "datetime"));
  const id = idOf(box.element) ?? at;
  return id === null ? [] : [{ id, at, headline: headlineIn(page, box), from, to }];
}

/** Index of the first block whose run is not before `run`; blocks are in the order of their runs. */
function lowerBound(blocks: readonly RunBlock[], run: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.run < run) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The name a template gives an entry: `data-post-id`, `data-id`, `id` and the like, on its box or the first one in it. */
function idOf(element: Element): string | null {
  let inner: Element | undefined = element;
  for (let depth = 0; inner && depth < 3; depth++) {
    const named = inner.attrs.filter(
      ({ name, value }) => value !== "" && value.length <= MAX_ID && /^(?:id|data-(?:[a-z]+-)*id|data-key)$/.test(name),
    );
    const best = named.find(({ name }) => name !== "id") ?? named[0];
    if (best) return best.value;
    inner = inner.children.find((child): child is Element => !isText(child));
  }
  return null;
}

function headlineIn(page: Page, box: Box): string | null {
  for (let i = box.index; i < box.end; i++) {
    const inner = page.boxes[i]!;
    if (/^h[1-6]$/.test(inner.element.name) && inner.to > inner.from)
      return page.runs[inner.from]!.text.slice(0, MAX_ENTRY_HEADLINE);
  }
  return null;
}

/** Shown entries with what JSON-LD adds, where its address ends in the entry's id or the headline is the same. */
function filled(shown: readonly LiveEntry[], stated: readonly LiveEntry[]): readonly LiveEntry[] {
  const byEnd = new Map(stated.map((entry) => [entry.id.split(/[#/]/).at(-1)!, entry]));
  const byHeadline = new Map(stated.map((entry) => [bare(entry.headline ?? ""), entry]));
  return shown.map((entry) => {
    const match = byEnd.get(entry.id) ?? (entry.headline === null ? undefined : byHeadline.get(bare(entry.headline)));
    return match ? { ...entry, at: entry.at ?? match.at, headline: entry.headline ?? match.headline } : entry;
  });
}

/** Stated updates at the blocks that are their headlines, each up to the next. */
function located(stated: readonly LiveEntry[], blocks: readonly RunBlock[]): readonly LiveEntry[] {
  const places = new Map(blocks.map((block, i) => [bare(block.text), i]));
  const starts = stated.map(({ headline }) => (headline === null ? undefined : places.get(bare(headline))));
  const sorted = starts.filter((start) => start !== undefined).toSorted((a, b) => a - b);
  return stated.map((entry, i) => {
    const from = starts[i];
    return from === undefined ? entry : { ...entry, from, to: sorted.find((start) => start > from) ?? blocks.length };
  });
}
