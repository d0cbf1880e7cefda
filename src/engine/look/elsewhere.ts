import { urlKey } from "#lib/url";
import type { Article } from "#model/article";
import type { Hop } from "#model/fetcher";
import { isPermanent } from "./claims.ts";
import type { Verdict } from "./verdict.ts";

/** Home pages have few names: none, an index, a language. */
const HOME_PATH = /^\/(?:(?:index|default|home)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i;

/** Redirected from an article's address to the site's front page: the usual way to bury a page. */
export const isLedHome = (askedUrl: string, finalUrl: string): boolean =>
  isLed(askedUrl, finalUrl) && isHome(finalUrl) && !isHome(askedUrl);

/** Redirected to a page that stands above it: `/harbour/` from `/harbour/2026/lock`. */
export function isLedUp(askedUrl: string, finalUrl: string): boolean {
  const [asked, final] = [new URL(askedUrl), new URL(finalUrl)];
  const folder = final.pathname.replace(/\/$/, "");
  return isLed(askedUrl, finalUrl) && folder !== "" && asked.pathname.startsWith(`${folder}/`);
}

export const isLed = (askedUrl: string, finalUrl: string): boolean => urlKey(askedUrl) !== urlKey(finalUrl);

const isHome = (url: string): boolean => HOME_PATH.test(new URL(url).pathname);

/** What a look amounts to that was led to a page without the article's text. */
export function verdictOfElsewhere(
  article: Pick<Article, "url">,
  final: string,
  hops: readonly Hop[],
  other: Pick<Article, "url"> | null,
): Verdict {
  if (isLedHome(article.url, final)) return { outcome: "gone", met: "gone", reason: { code: "front-page" } };
  if (isLedUp(article.url, final)) return verdictOfList(final);
  if (other) return { outcome: "moved", met: "gone", reason: { code: "another-article", url: other.url } };
  if (hops.every(isPermanent)) return { outcome: "moved", met: "gone", reason: { code: "another-text", url: final } };
  return { outcome: "walled", met: "unchanged", reason: { code: "led-away", url: final } };
}

/** Led to a section, or to a tag. */
export const verdictOfList = (final: string): Verdict => ({
  outcome: "gone",
  met: "gone",
  reason: { code: "section-page", url: final },
});
