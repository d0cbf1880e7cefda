/**
 * Why something was decided, met or refused: a short code that stays, and the facts to it. Numbers, addresses and the words of
 * others are facts; what is said of them in English is in `#words/reasons`, so that it can change without a stored row.
 */

/** "number" and "text" as they say, with "?" where it may be missing; a list names the only values there are. */
type FactKind = "number" | "text" | "number?" | "text?" | readonly string[];

/** Looks in a row that saw the text, and from its first sight to the last of them. */
const STAYED = { looks: "number", overMs: "number" } as const;
/** Looks in a row that saw the text so far, how many it needs, and over how long. */
const HELD = { looks: "number", needs: "number", overMs: "number" } as const;
const HOLDS = ["confirm", "headline", "collapse", "return", "stranger"] as const;
/** `quote`: the page's own words that showed it. */
const NOTICE = { quote: "text?" } as const;
const HOST = { host: "text" } as const;

/** Facts of what was decided about a text. */
const DECIDED = {
  "first-text": {},
  "same-text": {},
  "same-other-reading": {},
  "same-site-repeats": {},
  "same-rebuilt": {},
  "same-whole-again": { looks: "number" },
  "same-again": { hold: HOLDS, looks: "number" },
  "new-replayed": {},
  "new-shared-lines": {},
  "new-latest-gone": { looks: "number" },
  "new-stayed": { hold: ["confirm", "headline", "stranger"], ...STAYED },
  "new-shorter-stayed": { belowPercent: "number", ...STAYED },
  "new-head-stayed": STAYED,
  "new-alternating-stayed": STAYED,
  "restored-version": { version: "number", ...STAYED },
  "held-text": HELD,
  "held-text-under-passing-head": HELD,
  "held-headline": { differs: ["headline", "standfirst", "both"], ...HELD },
  "held-shorter": { leftPercent: "number", ...HELD },
  "held-stranger": HELD,
  "held-version": { version: "number", ...HELD },
  "alternating-head": HELD,
  "alternating-text": HELD,
  "alternating-version": { version: "number", ...HELD },
} as const;

/** Facts of what a look saw in place of a text, or before it came to one. */
const SEEN = {
  "same-bytes": {},
  "not-modified": {},
  "not-modified-unasked": {},
  "not-modified-unknown": {},
  "http-status": { status: "number" },
  "login-needed": { status: "number" },
  "asked-to-stay-away": { status: "number" },
  "no-page": { type: "text" },
  "front-page": {},
  /** The address leads to a list of articles: a section, a tag. */
  "section-page": { url: "text" },
  /** It leads to another article: one that is known, or a text that has nothing of this one. */
  "another-article": { url: "text" },
  "another-text": { url: "text" },
  /** It leads elsewhere for the moment: an advertisement, a waiting room. */
  "led-away": { url: "text" },
  /** The page at an address that was to be the article's does not have its text. */
  "address-unproved": { url: "text" },
  wall: NOTICE,
  "text-locked": { shown: "number", words: "number" },
  "text-scrambled": {},
  /** The text is the same at other articles of the site, and is none of theirs. */
  "same-at-others": { articles: "number" },
  /** A few lines of another page in the place of an article that was announced and never seen. */
  "not-as-announced": NOTICE,
  "consent-page": NOTICE,
  "challenge-page": NOTICE,
  "gone-page": NOTICE,
  "error-page": NOTICE,
  "links-only": {},
  /** The page is nothing but a redirect, made by a meta refresh or a script. */
  "leads-on": { url: "text", by: ["refresh", "script"] },
  "no-text": {},
  "no-readable-text": {},
  "live-stated": { entries: "number" },
  "live-shown": { entries: "number" },
  "page-too-long": { maxChars: "number" },
  "too-many-elements": { max: "number" },
  "too-deep": { max: "number" },
  "page-unreadable": { detail: "text" },
  "another-address": { url: "text", of: "text" },
  "joined-with": { url: "text", of: "text" },
  "came-too-late": {},
} as const;

/** Facts of how an article or a subscription stands. */
const STANDING = {
  "looked-at-as": { url: "text" },
  "robots-weekly": {},
  "robots-for-now": {},
  "address-refused": {},
  "few-edits-expected": {},
  "long-unreachable": { days: "number" },
  "gone-for-good": {},
  "no-article": {},
  "from-archive": {},
  "taken-in": {},
  "not-taken-in": { looks: "number" },
  "hub-status": { status: "number", quote: "text?" },
  "hub-denied": { quote: "text?" },
} as const;

/** Facts of failures (`#model/failure`), under their own codes. `failure` is any other one, in its own words. */
const FAILED = {
  "body-too-large": { maxBytes: "number" },
  "headers-too-large": HOST,
  "bad-response": { ...HOST, why: ["hints", "pieces", "http"], detail: "text?" },
  "whole-timeout": {},
  "bad-url": { url: "text" },
  "bad-port": { port: "number" },
  "private-address": { target: "text" },
  "redirect-loop": { url: "text" },
  "too-many-redirects": { max: "number" },
  "bad-redirect": { to: "text" },
  dns: { ...HOST, why: ["unknown", "not-now", "failed", "no-address"] },
  "connect-refused": HOST,
  "connect-timeout": HOST,
  "connect-failed": { ...HOST, why: ["host", "network", "other"], detail: "text?" },
  "headers-timeout": HOST,
  "truncated-body": { ...HOST, why: ["closed", "length"] },
  reset: HOST,
  tls: { ...HOST, detail: "text" },
  "bad-encoding": { why: ["layers", "content", "headers"], layers: "number?", encoding: "text?", detail: "text?" },
  "robots-unreachable": { status: "number?" },
  "robots-disallowed": { url: "text" },
  "host-busy": { ...HOST, waitMs: "number" },
  "day-cap": HOST,
  "page-too-heavy": { task: ["read", "compare"], limit: ["cpu-ms", "wall-ms", "memory-mb"], max: "number" },
  "page-unread": { task: ["read", "compare"], detail: "text" },
  "render-timeout": {},
  "render-led-away": {},
  "render-failed": { detail: "text" },
  "feed-status": { status: "number" },
  "source-gone": {},
  "not-a-feed": { url: "text", found: ["html", "opml", "unknown"] },
  "bad-feed": { url: "text" },
  "bad-gzip": { url: "text", detail: "text" },
  "feed-too-large": { url: "text", maxBytes: "number" },
  failure: { failure: "text", message: "text" },
} as const;

/** What an older program wrote, as it wrote it, where nothing tells the code; and the words of whoever else says why. */
const SENTENCE = { sentence: { text: "text" } } as const;

const FACTS = { ...DECIDED, ...SEEN, ...STANDING, ...FAILED, ...SENTENCE } as const;

type Value<Kind> = Kind extends "number" | "number?"
  ? number
  : Kind extends "text" | "text?"
    ? string
    : Kind extends readonly (infer Name)[]
      ? Name
      : never;

type Missing<Facts> = { [Name in keyof Facts]: Facts[Name] extends "number?" | "text?" ? Name : never }[keyof Facts];

type FactsOf<Facts> = { readonly [Name in Exclude<keyof Facts, Missing<Facts>>]: Value<Facts[Name]> } & {
  readonly [Name in Missing<Facts>]?: Value<Facts[Name]>;
};

export type ReasonCode = keyof typeof FACTS;
export type FailureCode = keyof typeof FAILED;

interface Aside {
  /** The look that this is the reason of also found the article at another address. */
  readonly movedTo?: string;
  /** The host was asked for its robots.txt, which comes before anything else. */
  readonly forRobots?: boolean;
  /** The sentence that stands for it in a row of an older program: that is what is shown, and what stays stored. */
  readonly said?: string;
}

/** Why something is so: a stable code and the facts that belong to it, as plain JSON. `#words/reasons` says it in English. */
export type Reason = {
  [Code in ReasonCode]: Aside & { readonly code: Code } & FactsOf<(typeof FACTS)[Code]>;
}[ReasonCode];

/** Whether a value from outside is a reason: of a known code, with all its facts. */
export function isReason(value: unknown): value is Reason {
  if (typeof value !== "object" || value === null || !("code" in value) || typeof value.code !== "string") return false;
  if (!Object.hasOwn(FACTS, value.code)) return false;
  const kinds: Readonly<Record<string, FactKind>> = { ...FACTS[value.code as ReasonCode], ...ASIDES };
  const facts = value as Readonly<Record<string, unknown>>;
  return Object.entries(kinds).every(([name, kind]) => fits(facts[name], kind)) && typeof facts["said"] === "undefined";
}

const ASIDES = { movedTo: "text?" } as const;

function fits(fact: unknown, kind: FactKind): boolean {
  if (typeof kind !== "string") return kind.includes(fact as string);
  if (fact === undefined) return kind.endsWith("?");
  return typeof fact === (kind.startsWith("number") ? "number" : "string");
}
