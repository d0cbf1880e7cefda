import { MINUTE_MS } from "#lib/clock";
import { offsetMs, type When } from "./times.ts";

/** On every page all the time; what a template brings is listed with its site. */
export type AmbientKind = "related-links" | "counters" | "relative-time" | "ads" | "nonces" | "attribute-order";

/**
 * What happens to a page although nobody edits its text:
 * - `quotes-flip`: typographic quotes and dashes become plain ones.
 * - `headline-test`: every second request gets another headline.
 * - `moved`: from then on the address answers 301 to a new one.
 * - `gone`: 404 or 410. `server-error`: 500, 502 or 503. `bot-challenge`: 403 or 429 with Retry-After.
 * - `consent-wall`, `soft-error`: another page stands at the address, with status 200.
 * - `pay-wall`: the text stops after its first paragraphs.
 * - `slow`: the answer takes a while.
 * - `wrong-charset`: the header says ISO-8859-1, the page is UTF-8 and says so.
 * - `bumped-date`: a new modification date, the same text.
 * - `byline`: another name over the same text.
 * - `redesign`: the site changes its markup (whole site).
 * - `stale-304`: 304 although the text has changed; begins with an edit (whole site).
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
  | "slow"
  | "wrong-charset"
  | "bumped-date"
  | "byline"
  | "redesign"
  | "stale-304";

export type NoiseKind = AmbientKind | ScriptedKind;

/** As written in a story; without `to` it lasts. */
export interface Noise {
  readonly kind: ScriptedKind;
  readonly from: When;
  readonly to?: When;
  /** Of `headline-test`: the other headline. */
  readonly headline?: string;
  /** Of `moved`: the last part of the new address. */
  readonly slug?: string;
  /** Of `gone`, `server-error`, `bot-challenge`. */
  readonly status?: number;
  /** Of `byline`. */
  readonly byline?: readonly string[];
}

/** The same on the clock: active from `from` (inclusive) to `to` (exclusive, Infinity when it lasts). */
export interface NoiseSpan extends Omit<Noise, "from" | "to"> {
  readonly from: number;
  readonly to: number;
}

/** How long a site with stale validators goes on saying 304 after an edit: a cache edge that nobody purged. */
export const STALE_304_MS = 40 * MINUTE_MS;

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
