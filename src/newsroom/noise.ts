import { MINUTE_MS } from "#lib/clock";
import type { Misbehaviour } from "./misbehaviours/kinds.ts";
import { mix } from "./random.ts";
import { offsetMs, type When } from "./times.ts";

/**
 * On every page all the time; what a template brings is listed with its site. `inline-related` is a link to another
 * article between two paragraphs, `ticker` a line of prices that changes every minute. `teaser-stream` is a list of the newest
 * articles with their summaries, above, inside or below the text. `stamps` is a line that says when the page was made or how many
 * read it, `moving-line` one in words that no list knows, with figures that are others every minute.
 */
export type AmbientKind =
  | "related-links"
  | "inline-related"
  | "counters"
  | "relative-time"
  | "ads"
  | "nonces"
  | "attribute-order"
  | "ticker"
  | "teaser-stream"
  | "stamps"
  | "moving-line"
  | "moving-amounts"
  | "unseen-signs"
  | "hidden-lines"
  | "first-letters"
  | "shadow-roots"
  | "pagers";

/**
 * What happens to a page although no one edits its text:
 * - `quotes-flip`: typographic quotes and dashes become plain ones.
 * - `headline-test`: some requests get another headline.
 * - `moved`: from then on the address answers 301 to a new one.
 * - `gone`: 404 or 410. `server-error`: 500, 502 or 503. `bot-challenge`: 403 or 429 with Retry-After.
 * - `consent-wall`, `soft-error`: another page stands at the address, with status 200.
 * - `pay-wall`: the text stops after its first paragraphs, and the page says so. `cut`: it stops and nothing says so.
 * - `empty-body`: headline and standfirst stand alone, as during a deploy.
 * - `notice`: the house says something to all its readers, above or below every text (whole site).
 * - `slow`: the answer takes a while.
 * - `wrong-charset`: the header says ISO-8859-1, the page is UTF-8 and says so.
 * - `bumped-date`: a new modification date, the same text.
 * - `byline`: another name over the same text.
 * - `redesign`: the site changes its markup (whole site).
 * - `stale-304`: 304 although the text has changed; begins with an edit (whole site).
 * - `stale-page`: some requests get the page before the edit that it begins with, from an edge that lags (whole site).
 * Of what sites do that misbehave see `MISBEHAVIOURS`.
 */
export type ScriptedKind =
  | "quotes-flip"
  | "headline-test"
  | "moved"
  | "gone"
  | "server-error"
  | "bot-challenge"
  | "consent-wall"
  | "soft-error"
  | "pay-wall"
  | "cut"
  | "empty-body"
  | "notice"
  | "slow"
  | "wrong-charset"
  | "bumped-date"
  | "byline"
  | "redesign"
  | "stale-304"
  | "stale-page"
  | Misbehaviour;

/**
 * Whom a noise meets while it is active: everybody, every second request, two requests in five by lot, or everybody in
 * every second stretch of 25 minutes. Lots are drawn again for each request, as for a visitor without cookies.
 */
export type Meets = "all" | "every-second" | "lots" | "windows";

export type NoiseKind = AmbientKind | ScriptedKind;

/** As written in a story; without `to` it lasts. */
export interface Noise {
  readonly kind: ScriptedKind;
  readonly from: When;
  readonly to?: When;
  /** "every-second" for `headline-test`, "lots" for `stale-page`, else "all". */
  readonly meets?: Meets;
  /** Of `headline-test`: the other headline. */
  readonly headline?: string;
  /** Of `notice`: what the house has to say, and whether it mostly says so above the text and not below it. */
  readonly line?: string;
  readonly first?: boolean;
  /** Of `moved` and `renamed`: the last part of the new address. */
  readonly slug?: string;
  /** Of `gone`, `gone-and-back`, `server-error`, `bot-challenge`. */
  readonly status?: number;
  /** Of `renamed`: how long the old address goes on. */
  readonly lagMs?: number;
  /** Of misbehaviours: decides their wording and their way. */
  readonly seed?: number;
  /** Of `byline`, `new-byline`. */
  readonly byline?: readonly string[];
}

/** The same on the clock: active from `from` (inclusive) to `to` (exclusive, Infinity when it lasts). */
export interface NoiseSpan extends Omit<Noise, "from" | "to"> {
  readonly from: number;
  readonly to: number;
}

/** How long a site with stale validators goes on saying 304 after an edit: a cache edge that no one purged. */
export const STALE_304_MS = 40 * MINUTE_MS;

/** How long some edges of a network go on serving the old page after an edit. */
export const EDGE_LAG_MS = 8 * MINUTE_MS;

const WINDOW_MS = 25 * MINUTE_MS;
const LOTS = 5;
const WINNING = 2;

/** Whether a noise that is active meets a request: `visit` numbers the requests for this page, `own` tells pages apart. */
export function isMet(span: NoiseSpan, now: number, visit: number, own: number): boolean {
  switch (meetsOf(span)) {
    case "all":
      return true;
    case "every-second":
      return visit % 2 === 1;
    case "lots":
      return mix(own, visit, span.from / MINUTE_MS) % LOTS < WINNING;
    case "windows":
      return Math.floor((now - span.from) / WINDOW_MS) % 2 === 0;
  }
}

export const meetsOf = (span: NoiseSpan): Meets => span.meets ?? USUALLY[span.kind] ?? "all";

const USUALLY: Readonly<Partial<Record<ScriptedKind, Meets>>> = {
  "headline-test": "every-second",
  "stale-page": "lots",
};

export function noiseSpans(noise: readonly Noise[], startAt: number): readonly NoiseSpan[] {
  return noise.map(({ from, to, ...rest }) => ({
    ...rest,
    from: startAt + offsetMs(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : startAt + offsetMs(to),
  }));
}

export const activeAt = (span: { readonly from: number; readonly to: number }, now: number): boolean =>
  span.from <= now && now < span.to;

/** The plain-typewriter form of a text: what a content system does that stops "educating" quotes. */
export function plainQuotes(text: string): string {
  return text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/[–—]/g, "-").replace(/…/g, "...");
}
