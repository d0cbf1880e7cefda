import { type Answer, type Asked, html, movedTo } from "#newsroom/answer";
import { type Article, active, isAway, pathAt } from "#newsroom/article";
import type { House } from "#newsroom/house";
import type { NoiseKind, NoiseSpan } from "#newsroom/noise";
import { mix, pick } from "#newsroom/random";
import { twinPath } from "./addresses.ts";
import { gatePage, gatePath, ledAway, refreshed, SEEN } from "./led-away.ts";
import { baseAt, gateHost, hostIn, newHost } from "./other-hosts.ts";
import { linklessPage, sentAway, TAG_PATH, whither } from "./sent-away.ts";
import type { Conduct } from "./spans.ts";
import { type StrangeKind, strangePage } from "./strange-page.ts";

/** A path as one spells it: codes of letters, "-" and "~" are the signs themselves (RFC 3986, 6.2.2). */
export const plainPath = (path: string): string =>
  path
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replaceAll("%2D", "-")
    .replaceAll("%7E", "~");

/** Whether the article is served at this path now. */
export function isAddressOf(article: Article, asked: string, now: number): boolean {
  const path = pathAt(article, now);
  const twin = active(article, "twin", now);
  const paths = [
    path,
    ...(twin ? [twinPath(path, twin.seed!)] : []),
    ...(goesOn(article, now) ? [firstPath(article)] : []),
  ];
  return paths.some((one) => plainPath(asked) === plainPath(one));
}

const firstPath = (article: Article): string => article.site.articlePath(article);

/** How old addresses of a site end: by a redirect, by a page that leads on, or not at all, with the new one declared. */
function wayOf({ site, noise }: Article, { seed }: NoiseSpan): "redirect" | "page" | "declared" {
  // Without a list that names articles, or a page that declares its address, no one could know.
  const says = !site.feeds.some(({ undated }) => undated) && noise.every(({ kind }) => kind !== "astray");
  return pick(["redirect", "redirect", "page", says ? "declared" : "redirect"] as const, mix(seed!, 61));
}

/** Whether the address before the renaming still shows the article. */
function goesOn(article: Article, now: number): boolean {
  const span = active(article, "renamed", now);
  return span !== undefined && (wayOf(article, span) === "declared" || now < span.from + (span.lagMs ?? 0));
}

/** What stands in an article's place because its site misbehaves; null where nothing does. */
export function misbehaviourInstead(
  house: House,
  article: Article,
  asked: Asked,
  met: ReadonlyMap<NoiseKind, NoiseSpan>,
  now: number,
): Answer | null {
  const sent = met.get("sent-away");
  if (sent)
    return { ...sentAway(asked.base, sent.seed!, otherArticle(house, article, asked.base, sent)), met: ["sent-away"] };
  const led = met.get("led-away");
  if (led && asked.query !== SEEN) return { ...ledAway(asked, hostIn(asked.base), led.seed!), met: ["led-away"] };
  const wall = met.get("walled-off");
  if (!wall) return null;
  const page = strangePage(pick(WALLS, wall.seed!), wall.seed!, mix(article.number, now));
  return { ...html(200, page), met: ["walled-off"] };
}

const WALLS: readonly StrangeKind[] = ["challenge", "shell", "browser", "region", "maintenance", "consent"];

/** The newest that was there when this one was removed, and still is. */
function otherArticle(house: House, article: Article, base: string, { from }: NoiseSpan): string | null {
  const others = house.published(from).filter((one) => one.number !== article.number);
  const other = others.find((one) => !isAway(one, Number.MAX_SAFE_INTEGER));
  return other ? base + pathAt(other, from) : null;
}

/** What an address answers under which the article was before. */
export function oldAddress(article: Article, asked: Asked, now: number): Answer {
  const to = asked.base + pathAt(article, now);
  const span = active(article, "renamed", now);
  if (!span) return movedTo(to);
  return { ...(wayOf(article, span) === "page" ? refreshed(to, span.seed!) : movedTo(to)), met: ["renamed"] };
}

/** Pages of a misbehaving house that are no article: other hosts, where it leads to, where it went; null for all others. */
export function otherPage(house: House, conduct: Conduct, asked: Asked, now: number): Answer | null {
  const { host, name } = house.site;
  const label = hostIn(asked.base);
  const { kinds, seed, movesAt } = conduct;
  if (label === gateHost(host, seed) || asked.path === gatePath(seed)) return gatePage(seed, now);
  const isMoved = movesAt !== null && now >= movesAt;
  if (label !== host && !(isMoved && label === newHost(host, seed))) return html(404, "");
  if (isMoved && label === host) {
    const query = asked.query === "" ? "" : `?${asked.query}`;
    return { ...movedTo(baseAt(asked.base, newHost(host, seed)) + asked.path + query), met: ["site-moved"] };
  }
  if (!kinds.has("sent-away")) return null;
  const lists = { front: "/", section: "/news/", tag: TAG_PATH, article: "/" };
  return asked.path === lists[whither(seed)] ? linklessPage(name, seed, now) : null;
}
