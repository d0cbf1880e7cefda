import { firstString, type Json } from "#extract/page/json-ld";
import { firstMeta, type Metas } from "#extract/page/metas";
import type { Box, Page } from "#extract/page/page";
import { plain } from "#extract/page/plain";
import { isTrail } from "#extract/page/section";
import { bare, collapse } from "#extract/page/text";
import { textOf } from "#extract/page/text-of";
import { attribute, type Element, isText } from "#extract/page/tree";
import { headingText } from "./heading-text.ts";

export interface Headline {
  readonly text: string | null;
  /** The heading it stands in; null when it comes from metadata alone. */
  readonly box: Box | null;
}

/** Longest headline taken from a heading; a longer h1 wraps something else. */
const MAX_LENGTH = 400;
/** Headings looked at; endless pages repeat theirs. */
const MAX_HEADINGS = 400;

/** How much a heading's level counts beside its likeness (0 to 1) to what the metadata call the article. */
const LEVEL: Readonly<Record<string, number>> = { h1: 0.5, h2: 0.1 };
/** A heading in a box that calls itself a menu, teaser or the like, or one of many of its kind. */
const IN_JUNK = 0.45;
/** As many headings of one level and class are the titles of a list: an article's own headline is the only one of its kind. */
const LIST_OF_TITLES = 4;
/** A title of a list that is this like what the metadata call the article is it, whatever others look like it. */
const SURE = 0.8;
const MIN_SCORE = 0.7;
const MIN_LIKENESS = 0.6;

/** The page's own heading that agrees best with what the metadata call the article; metadata only where there is none. */
export function readHeadline(article: Json | null, metas: Metas, page: Page): Headline {
  const claims = claimsOf(article, metas, page);
  const claimed = [...claims, ...segments(page.facts.title)].map((claim) => new Set(wordsOf(claim)));
  let best: Candidate | null = null;
  const all = headings(page);
  const isListed = listedAmong(all);
  for (const box of all) {
    const text = headingText(page, box, claims);
    if (text === "" || text.length > MAX_LENGTH) continue;
    const { name } = box.element;
    const likeness = likenessTo(claimed, text);
    const isAside = box.marks.junk || (likeness < SURE && isListed(box));
    const score = likeness + (LEVEL[name] ?? 0) - (isAside ? IN_JUNK : 0);
    if ((name === "h1" || likeness > MIN_LIKENESS) && (!best || score > best.score + 0.001))
      best = { box, text, score };
  }
  if (best && (best.score >= MIN_SCORE || isOnlyHeading(page, best))) return { text: best.text, box: best.box };
  const claim = claims[0];
  return claim
    ? { text: withoutSite(claim, metas, page), box: null }
    : { text: best?.text ?? null, box: best?.box ?? null };
}

interface Candidate {
  readonly box: Box;
  readonly text: string;
  readonly score: number;
}

/** What the page's metadata call the article, most explicit first. */
const claimsOf = (article: Json | null, metas: Metas, page: Page): readonly string[] =>
  [
    firstString(article?.["headline"]),
    firstMeta(metas, "og:title", "twitter:title", "title", "dc.title"),
    firstString(article?.["name"]),
    page.facts.title,
  ].flatMap((claim) => (claim && plain(claim) !== "" ? [plain(claim)] : []));

/** Parts of a title that have the length of a headline: "Site » Archive » The headline". */
const segments = (title: string): readonly string[] =>
  title.split(/\s+[|–—·•:»-]+\s+/u).filter((part) => part.length < title.length && bare(part).split(" ").length > 3);

/** Headings of a page that may be its headline. One that is nothing but a link to the front page is the site's name. */
const headings = (page: Page): readonly Box[] =>
  page.boxes
    .filter(
      (box) =>
        !box.marks.hidden &&
        (/^h[1-4]$/.test(box.element.name) || /headline|^name$/.test(attribute(box.element, "itemprop"))) &&
        !isHomeLink(box.element) &&
        !isCrumb(box),
    )
    .slice(0, MAX_HEADINGS);

function isHomeLink(heading: Element): boolean {
  let element = heading;
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const solid = element.children.filter((child) => textOf(child).trim() !== "");
    const only = solid[0];
    if (solid.length !== 1 || !only || isText(only)) return false;
    element = only;
    const href = attribute(element, "href").replace(/^https?:\/\/web\.archive\.org\/web\/\w+\//, "");
    if (element.name === "a" && href !== "" && HOME.test(href)) return true;
  }
  return false;
}

/** Elements around the one link of a heading. */
const MAX_WRAPPERS = 4;
const HOME = /^(?:(?:https?:)?\/\/[^/]+)?\/?(?:index\.\w+)?$/;

/** Tells the titles of a list from a heading that stands alone, by level and class. */
function listedAmong(all: readonly Box[]): (box: Box) => boolean {
  const kinds = new Map<string, number>();
  const kindOf = ({ element }: Box) => {
    const named = attribute(element, "class");
    return named === "" ? null : `${element.name} ${named}`;
  };
  for (const box of all) {
    const kind = kindOf(box);
    if (kind !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return (box) => (kinds.get(kindOf(box) ?? "") ?? 0) >= LIST_OF_TITLES;
}

/** The last crumb of a trail repeats the headline or its form for search engines, and is an h1 on some sites. */
function isCrumb(heading: Box): boolean {
  let isItem = false;
  for (let box = heading.parent, climb = 0; box && climb < MAX_WRAPPERS; box = box.parent, climb++) {
    isItem ||= box.element.name === "li";
    if (isItem && isTrail(box.element)) return true;
  }
  return false;
}

/** Metadata may word the headline differently for search engines; the page's one long h1 is still what readers see. */
function isOnlyHeading(page: Page, { box, text }: Candidate): boolean {
  if (box.element.name !== "h1" || box.marks.junk || bare(text).split(" ").length < 4) return false;
  return page.boxes.every(({ element, from, to }) => element.name !== "h1" || element === box.element || from === to);
}

/** Words of a title; where a script writes none apart, pairs of its signs. */
const wordsOf = (title: string): readonly string[] =>
  bare(title)
    .split(" ")
    .flatMap((word) =>
      UNSPACED.test(word) && word.length > 2
        ? Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
        : [word],
    );
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Share of the words that a text has in common with the claim it is most like (Dice). */
function likenessTo(claims: readonly ReadonlySet<string>[], text: string): number {
  const own = new Set(wordsOf(text));
  let most = 0;
  for (const words of claims) {
    let common = 0;
    for (const word of own) if (words.has(word)) common++;
    most = Math.max(most, (2 * common) / (own.size + words.size));
  }
  return most;
}

/** "Headline | The Paper" -> "Headline", when what follows the last separator names the site or is short beside the headline. */
export function withoutSite(title: string, metas: Metas, page: Page): string {
  const site = bare(firstMeta(metas, "og:site_name", "application-name") ?? "");
  const cut = /^(.{15,}?)\s+[|–—·•:»-]+\s+([^|–—·•»]{2,40})$/u.exec(title);
  if (!cut) return title;
  const tail = bare(cut[2]!);
  const named = site !== "" && (tail.includes(site) || site.includes(tail));
  return named || collapse(page.facts.title) === title ? cut[1]! : title;
}
