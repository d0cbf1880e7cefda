import { HOUR_MS } from "#lib/clock";
import { mix, pick } from "#newsroom/random";

/** An address that a page declares and that is not its own: of a section, of nothing, of a template that no one filled in. */
export function astrayCanonical(base: string, seed: number, number: number): string {
  const https = base.replace(/^http:/, "https:");
  return pick(
    [
      `${base}/news/`,
      `${base}/archive/${number}-none`,
      `${base}/{slug}`,
      `${base}/news/%7B%7Bslug%7D%7D`,
      `${base}/`,
      `${https}/news/story-${number}`,
      "{{ canonical_url }}",
    ],
    mix(seed, 51),
  );
}

/** Second addresses of one article. */
const TWINS = ["/amp", "/print", "/amp/"];
export const twinPath = (path: string, seed: number): string => path + pick(TWINS, mix(seed, 52));

/** Whether a list names an article's second address at this hour. */
export const namesTwin = (seed: number, number: number, now: number): boolean =>
  mix(seed, number, Math.floor(now / HOUR_MS)) % 3 === 0;

type Spelling = (url: string) => string;

const lower: Spelling = (url) => url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
const upper: Spelling = (url) => url.replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase());
const withQuery =
  (query: string): Spelling =>
  (url) =>
    `${url}?${query}`;

/** Each house has two ways beside the plain one. */
const SPELLINGS: readonly Spelling[] = [
  lower,
  upper,
  (url) => url.replace(/-(?=[^/]*$)/, "%2D"),
  (url) => url.replace("~", "%7E"),
  withQuery("partner=rss&emc=rss"),
  withQuery("ref=rss"),
  withQuery("source=newsfeed"),
  withQuery("utm_source=feed&utm_medium=rss"),
  (url) => `${url}#tail`,
  (url) => `${url}?`,
];

/** An article's address as a list spells it at this hour. */
export function respelled(url: string, seed: number, now: number): string {
  const ways = [(plain: string) => plain, pick(SPELLINGS, mix(seed, 53)), pick(SPELLINGS, mix(seed, 54))];
  return pick(ways, mix(seed, Math.floor(now / HOUR_MS)))(url);
}
