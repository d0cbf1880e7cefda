import { sameSite, urlKey } from "#lib/url";
import type { FoundArticle } from "#model/found";
import { articleUrlScore } from "./article-url.ts";
import { readLink } from "./link.ts";
import type { Anchor } from "./page-reader.ts";
import { plainTitle } from "./plain.ts";

/** Links taken from one page; the fullest front pages show about 300 articles. */
const MAX_ARTICLE_LINKS = 200;
/** Points of address, text and place together that a link needs. */
const MIN_SCORE = 4;

/** Other hosts of a site are shops and editions in other languages more often than desks of the same newsroom. */
const OTHER_HOST_SCORE = -2;

interface Candidate {
  readonly url: string;
  title: string | null;
  score: number;
}

/**
 * The links of a front or section page that lead to articles of the same site. An article is often linked several
 * times (picture, headline, "read more"): the best text names it, the best place counts.
 */
export function articleLinks(anchors: readonly Anchor[], base: string, pageUrl: string): readonly FoundArticle[] {
  const candidates = new Map<string, Candidate>();
  const pageHost = new URL(pageUrl).host;
  const pageKey = urlKey(readLink(pageUrl, pageUrl) ?? pageUrl);
  for (const anchor of anchors) {
    const url = readLink(anchor.href, base);
    if (url === null || urlKey(url) === pageKey || !sameSite(url, pageUrl)) continue;
    consider(candidates, url, anchor, new URL(url).host === pageHost ? 0 : OTHER_HOST_SCORE);
  }
  const likely = [...candidates.values()].filter((candidate) => candidate.score >= MIN_SCORE);
  const uses = Map.groupBy(likely, ({ title }) => title);
  return likely.slice(0, MAX_ARTICLE_LINKS).map(({ url, title }) => ({
    url,
    // A text that stands on links to several articles ("News from our desk") is the name of none.
    title: uses.get(title)!.length === 1 ? title : null,
    publishedAt: null,
    updatedAt: null,
  }));
}

function consider(candidates: Map<string, Candidate>, url: string, anchor: Anchor, ofHost: number): void {
  const ofUrl = articleUrlScore(url);
  if (ofUrl <= 0) return;
  const title = plainTitle(anchor.text, "text");
  const score = ofUrl + ofHost + textScore(title) + (anchor.inHeading ? 2 : 0) - (anchor.inFurniture ? 3 : 0);
  const key = urlKey(url);
  const known = candidates.get(key);
  if (!known) candidates.set(key, { url, title: headline(title), score });
  else {
    // A repeated address adds evidence only through its best mention.
    known.score = Math.max(known.score, score);
    known.title = better(known.title, headline(title), anchor.inHeading);
  }
}

/** Headlines have several words (or letters, in scripts without spaces); labels of sections have one or two. */
function textScore(title: string | null): number {
  if (title === null) return 0;
  const size = textSize(title);
  return size >= 5 ? 2 : size >= 3 ? 1 : -1;
}

const textSize = (text: string): number => {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return text.split(" ").length + Math.floor(unspaced / 2);
};

/** Texts like "Read more" or "12 comments" name nothing. */
const headline = (title: string | null): string | null => (title !== null && textSize(title) >= 3 ? title : null);

function better(known: string | null, title: string | null, inHeading: boolean): string | null {
  if (known === null || title === null) return known ?? title;
  return inHeading && title.length < known.length ? title : known;
}
