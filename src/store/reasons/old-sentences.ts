import { HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { isReason, type Reason, type ReasonCode } from "#model/reason";

/**
 * The sentences that older programs stored as reasons, so that their rows can be found by code as well. A sentence gets a code
 * only where a template fits it exactly; what is shown, and what stays stored, is the sentence. Nothing is ever added
 * here: what is new is stored as a code.
 */

/** How a fact was written, and what it is; `{name:kind}` in a template. */
const KINDS = {
  int: ["\\d+", Number],
  times: ["once|twice|\\d+ times", (text: string) => ({ once: 1, twice: 2 })[text] ?? Number.parseInt(text, 10)],
  span: ["\\d+ (?:hours|minutes|seconds)", spanMs],
  seconds: ["[\\d.]+", (text: string) => Number(text) * SECOND_MS],
  megabytes: ["[\\d.]+", (text: string) => Number(text) * 1024 * 1024],
  word: ["\\S+", String],
  text: [".+", String],
  json: ['".*"', jsonText],
} as const satisfies Readonly<Record<string, readonly [pattern: string, read: (text: string) => unknown]>>;

const UNITS: Readonly<Record<string, number>> = { hours: HOUR_MS, minutes: MINUTE_MS, seconds: SECOND_MS };

function spanMs(text: string): number {
  const [count, unit] = text.split(" ");
  return Number(count) * UNITS[unit!]!;
}

function jsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const HELD = "it counts after {needs:int} looks in a row over {overMs:span}";
const SEEN = "seen {looks:times}";
const STAYED = "seen at {looks:int} looks over {overMs:span}";
const DIFFERS = "the text differs from the latest version";
const SAME = "same text as the latest version";
const AGAIN = "the text of the latest version is back";
const TESTED = "because these are tested on readers";

type Constant = { readonly code: ReasonCode } & Readonly<Record<string, string | number>>;

export const OLD_TEMPLATES: readonly (readonly [template: string, reason: Constant])[] = [
  ["first text seen", { code: "first-text" }],
  [SAME, { code: "same-text" }],
  [`${SAME}: both pages say the same, and only their readings differed`, { code: "same-other-reading" }],
  [`${SAME}: what differed repeats on the pages of its site`, { code: "same-site-repeats" }],
  [`${SAME}: the page was rebuilt around it, and nothing but a standfirst came or went`, { code: "same-rebuilt" }],
  [`the whole text is back, after a text without most of its body was ${SEEN}`, { code: "same-whole-again" }],
  [`${AGAIN}: a new text, ${SEEN}, did not stay`, { code: "same-again", hold: "confirm" }],
  [`${AGAIN}: a new headline or standfirst, ${SEEN}, did not stay`, { code: "same-again", hold: "headline" }],
  [`${AGAIN}: a text from before, ${SEEN}, did not stay`, { code: "same-again", hold: "return" }],
  [`${DIFFERS}; it was replayed, so that one sighting has to do`, { code: "new-replayed" }],
  [`${DIFFERS}; it goes on changing, but two looks saw the same new lines`, { code: "new-shared-lines" }],
  [`${DIFFERS}, which {looks:int} looks or more did not see again`, { code: "new-latest-gone" }],
  [`a new text that stayed: ${STAYED}`, { code: "new-stayed", hold: "confirm" }],
  [`a new headline or standfirst that stayed: ${STAYED}`, { code: "new-stayed", hold: "headline" }],
  [`less than {belowPercent:int} % of the body is left, and that stayed: ${STAYED}`, { code: "new-shorter-stayed" }],
  [`a headline or standfirst that had come and gone before stayed: ${STAYED}`, { code: "new-head-stayed" }],
  [`a text that alternated with the latest version stayed: ${STAYED}`, { code: "new-alternating-stayed" }],
  [`the text of version {version:int} came back and stayed: ${STAYED}`, { code: "restored-version" }],
  [`a new text, ${SEEN}: ${HELD}`, { code: "held-text" }],
  [
    `a new text under a headline or standfirst that came and went before, ${SEEN}: ${HELD}`,
    { code: "held-text-under-passing-head" },
  ],
  [`only the headline differs, ${SEEN}: ${HELD}, ${TESTED}`, { code: "held-headline", differs: "headline" }],
  [`only the standfirst differs, ${SEEN}: ${HELD}, ${TESTED}`, { code: "held-headline", differs: "standfirst" }],
  [`only headline and standfirst differ, ${SEEN}: ${HELD}, ${TESTED}`, { code: "held-headline", differs: "both" }],
  [
    `{leftPercent:int} % of the body is left, ${SEEN}: ${HELD}, because walls and faults look like that`,
    { code: "held-shorter" },
  ],
  [`a headline or standfirst that came and went before, ${SEEN}: ${HELD}`, { code: "alternating-head" }],
  [
    `a text that came and went before and alternates with the latest version, ${SEEN}: ${HELD}`,
    { code: "alternating-text" },
  ],
  [`the text of version {version:int} came back, ${SEEN}: ${HELD}`, { code: "held-version" }],
  [`the text of version {version:int} came back and may go again, ${SEEN}: ${HELD}`, { code: "alternating-version" }],
  ["the page is the same to the byte", { code: "same-bytes" }],
  ["the server says: not modified", { code: "not-modified" }],
  ["the server says: not modified, although it was asked for the whole page", { code: "not-modified-unasked" }],
  ["the server answered {status:int}", { code: "http-status" }],
  ["the server answered {status:int}: not without log-in", { code: "login-needed" }],
  ["the server answered {status:int}: it does not want to be asked now", { code: "asked-to-stay-away" }],
  ["the address serves {type:text}, not a page", { code: "no-page" }],
  ["the address now leads to the front page", { code: "front-page" }],
  ["the text stands behind a wall", { code: "wall" }],
  ["the text stops at a wall (“{quote:text}”)", { code: "wall" }],
  ["the publisher locks the text and shows {shown:int} of about {words:int} words", { code: "text-locked" }],
  ["a consent page stands in place of the text", { code: "consent-page" }],
  ["a consent page stands in place of the text (“{quote:text}”)", { code: "consent-page" }],
  ["a challenge for robots stands in place of the text", { code: "challenge-page" }],
  ["a bot challenge or refusal stands in place of the text (“{quote:text}”)", { code: "challenge-page" }],
  ["the page says that the article is gone", { code: "gone-page" }],
  ["the page says that the article does not exist (“{quote:text}”)", { code: "gone-page" }],
  ["an error page stands in place of the text", { code: "error-page" }],
  ["an error page was served as if it were content (“{quote:text}”)", { code: "error-page" }],
  ["a list of links, not an article", { code: "links-only" }],
  ["links to articles, and no article of its own", { code: "links-only" }],
  ["the page has no text", { code: "no-text" }],
  ["nothing to read on the page", { code: "no-readable-text" }],
  ["no readable text was found", { code: "no-readable-text" }],
  ["the page is longer than {maxChars:int} characters", { code: "page-too-long" }],
  ["more than {max:int} elements", { code: "too-many-elements" }],
  ["elements nested more than {max:int} deep", { code: "too-deep" }],
  ["the page could not be read: {detail:text}", { code: "page-unreadable" }],
  ["captured before the last look that is known: it came too late to tell of a version", { code: "came-too-late" }],
  ["The publisher's robots.txt asks us not to look at this page; we ask again once a week.", { code: "robots-weekly" }],
  ["The address lies in a private network or is otherwise refused.", { code: "address-refused" }],
  [
    "Hardly any edit is to be expected of it any more: it is left alone until something tells of one.",
    { code: "few-edits-expected" },
  ],
  ["It could not be reached for over {days:int} days and won't be checked again.", { code: "long-unreachable" }],
  ["The publisher says that this page no longer exists.", { code: "gone-for-good" }],
  ["What stands at this address is not an article.", { code: "no-article" }],
  ["It came from an archive, and nobody watches it.", { code: "from-archive" }],
  ["the hub answered {status:int}", { code: "hub-status" }],
  ["the hub answered {status:int}: {quote:text}", { code: "hub-status" }],
  ["the hub denied it", { code: "hub-denied" }],
  ["the hub denied it: {quote:text}", { code: "hub-denied" }],
  ["The body is larger than {maxBytes:int} bytes and was not read further.", { code: "body-too-large" }],
  ["{host:word} sends more headers than are read.", { code: "headers-too-large" }],
  ["{host:word} sends hints of an answer without end, and no answer.", { code: "bad-response", why: "hints" }],
  [
    "{host:word} sends the body in so many pieces that it was not read further.",
    { code: "bad-response", why: "pieces" },
  ],
  ["{host:word} does not speak correct HTTP ({detail:text}).", { code: "bad-response", why: "http" }],
  ["The answer did not come to its end within the time allowed for all of it.", { code: "whole-timeout" }],
  ["{url:text} is not an absolute http or https address.", { code: "bad-url" }],
  ["Port {port:int} belongs to another service than the web and is not asked.", { code: "bad-port" }],
  ["{target:word} is or leads to an address that is not public, and is not asked.", { code: "private-address" }],
  ["The redirects lead back to {url:word}, which was asked before.", { code: "redirect-loop" }],
  ["The server redirects more than {max:int} times.", { code: "too-many-redirects" }],
  ["The server redirects to {to:json}, which is no http address.", { code: "bad-redirect" }],
  ["{host:word} has no address: the name does not exist or its name server is wrong.", { code: "dns", why: "unknown" }],
  ["The address of {host:word} could not be looked up just now.", { code: "dns", why: "not-now" }],
  ["The address of {host:word} could not be looked up.", { code: "dns", why: "failed" }],
  ["{host:word} has no address.", { code: "dns", why: "no-address" }],
  ["{host:word} refuses connections.", { code: "connect-refused" }],
  ["{host:word} did not accept a connection in time.", { code: "connect-timeout" }],
  ["{host:word} cannot be reached from here.", { code: "connect-failed", why: "host" }],
  ["The network of {host:word} cannot be reached from here.", { code: "connect-failed", why: "network" }],
  ["{host:word} could not be asked ({detail:text}).", { code: "connect-failed", why: "other" }],
  ["{host:word} took the request but did not begin to answer in time.", { code: "headers-timeout" }],
  ["{host:word} closed the connection before the body was complete.", { code: "truncated-body", why: "closed" }],
  ["{host:word} sent less than its Content-Length says.", { code: "truncated-body", why: "length" }],
  ["{host:word} closed the connection before it answered.", { code: "reset" }],
  ["No secure connection to {host:word} could be made ({detail:word}).", { code: "tls" }],
  ["The body is encoded {layers:int} times over.", { code: "bad-encoding", why: "layers" }],
  [
    "The body is not what its Content-Encoding {encoding:text} says ({detail:word}).",
    { code: "bad-encoding", why: "content" },
  ],
  ["its body is not encoded as its headers say", { code: "bad-encoding", why: "headers" }],
  ["The host's robots.txt could not be reached, so nothing is asked of it for now.", { code: "robots-unreachable" }],
  [
    "The host's robots.txt answered with status {status:int}, so nothing is asked of it for now.",
    { code: "robots-unreachable" },
  ],
  ["The host's robots.txt asks not to fetch {url:word}.", { code: "robots-disallowed" }],
  ["The host {host:word} is busy for another {waitMs:seconds} s; the look is put off.", { code: "host-busy" }],
  [
    "{host:word} has had all requests that a day may see (setting daily-cap); it is asked again tomorrow.",
    { code: "day-cap" },
  ],
  [
    "Reading the page took more than {max:seconds} s of processor time and was stopped.",
    { code: "page-too-heavy", task: "read", limit: "cpu-ms" },
  ],
  [
    "Reading the page took more than {max:seconds} s and was stopped.",
    { code: "page-too-heavy", task: "read", limit: "wall-ms" },
  ],
  [
    "Reading the page needed more than {max:int} MB of memory and was stopped.",
    { code: "page-too-heavy", task: "read", limit: "memory-mb" },
  ],
  ["Reading the page failed ({detail:text}).", { code: "page-unread", task: "read" }],
  ["The page's scripts did not come to an end within the time that a page is given.", { code: "render-timeout" }],
  [
    "A script of the page leads on to another address before the page is complete; it is not followed.",
    { code: "render-led-away" },
  ],
  ["The page could not be shown in the browser ({detail:text}).", { code: "render-failed" }],
  ["The feed answered {status:int}.", { code: "feed-status" }],
  ["The feed's source no longer exists.", { code: "source-gone" }],
  ["{url:word} is no feed: an HTML page stands there.", { code: "not-a-feed", found: "html" }],
  ["{url:word} is no feed: a list of feeds (OPML) stands there.", { code: "not-a-feed", found: "opml" }],
  ["{url:word} is no feed: nothing that could be recognised stands there.", { code: "not-a-feed", found: "unknown" }],
  ["{url:word} is no readable JSON Feed: it has no list of items.", { code: "bad-feed" }],
  ["{url:word} is a gzip file that cannot be unpacked: {detail:text}", { code: "bad-gzip" }],
  ["{url:word} is larger than the {maxBytes:megabytes} MB that are read of a feed.", { code: "feed-too-large" }],
];

/** A longer one is left a sentence: no template is slow, but a row may hold anything. */
const MAX_CHARS = 4_000;
const MOVED = /^(.+); the page moved to (\S+)$/s;
const FOR_ROBOTS = " It was asked for its robots.txt, which comes before anything else.";

/** The reason that an older program wrote as this sentence; null where no template fits. */
export function olderReason(said: string): Reason | null {
  if (said.length > MAX_CHARS) return null;
  const plain = fitting(said);
  if (plain) return { ...plain, said };
  const moved = MOVED.exec(said);
  const decided = moved && fitting(moved[1]!);
  if (decided) return { ...decided, movedTo: moved[2]!, said };
  const asked = said.endsWith(FOR_ROBOTS) ? fitting(said.slice(0, -FOR_ROBOTS.length)) : null;
  return asked && { ...asked, forRobots: true, said };
}

interface Template {
  /** Words that it begins with: most sentences are told apart by these alone. */
  readonly begin: string;
  readonly whole: RegExp;
  readonly read: ReadonlyMap<string, (text: string) => unknown>;
  readonly constant: Constant;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const PLACE = /\{(\w+):(\w+)\}/;

function compiled([template, constant]: (typeof OLD_TEMPLATES)[number]): Template {
  const read = new Map<string, (text: string) => unknown>();
  let pattern = "";
  const pieces = template.split(PLACE);
  for (let at = 0; at < pieces.length; at += 3) {
    pattern += escaped(pieces[at]!);
    const name = pieces[at + 1];
    if (name === undefined) break;
    const [shape, reading] = KINDS[pieces[at + 2] as keyof typeof KINDS];
    pattern += `(?<${name}>${shape})`;
    read.set(name, reading);
  }
  return { begin: pieces[0]!, whole: new RegExp(`^${pattern}$`, "s"), read, constant };
}

const TEMPLATES = OLD_TEMPLATES.map(compiled);

function fitting(said: string): Reason | null {
  for (const { begin, whole, read, constant } of TEMPLATES) {
    const groups = said.startsWith(begin) ? whole.exec(said) : null;
    if (!groups) continue;
    const facts = [...read].map(([name, reading]) => [name, reading(groups.groups![name]!)] as const);
    const reason = { ...constant, ...Object.fromEntries(facts) };
    if (isReason(reason)) return reason;
  }
  return null;
}
