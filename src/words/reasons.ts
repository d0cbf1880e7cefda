import type { Reason, ReasonCode } from "#model/reason";
import { FAILURE_WORDS } from "./failures.ts";
import { type Part, type Saying, say, textOf } from "./say.ts";
import { duration, inLetters, times } from "./wording.ts";

/** What is said for each code: a clause without a capital and a full stop, so that it fits into brackets and after a colon. */
type Sayings = { readonly [Code in ReasonCode]: (facts: Extract<Reason, { readonly code: Code }>) => Saying };

type Held = { readonly looks: number; readonly needs: number; readonly overMs: number };
type Stayed = { readonly looks: number; readonly overMs: number };

/** "seen twice; it must be seen two more times, for 35 minutes in all, before it becomes a version". */
function waits({ looks, needs, overMs }: Held): string {
  const left = needs - looks;
  const more = left > 0 ? `must be seen ${times(left)} more` : "must still be there";
  return `seen ${times(looks)}; it ${more}, and stay for ${span(overMs)} in all, before it becomes a version`;
}

const stayed = ({ looks, overMs }: Stayed): string => `at ${inLetters(looks)} looks over ${span(overMs)}`;

/** Rules are said to the second and the minute: "90 seconds", "35 minutes", "6 hours". */
function span(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 1000)} seconds`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} minutes` : duration(ms).replace(/^about /, "");
}

const DIFFERS = {
  headline: "only the headline differs",
  standfirst: "only the standfirst differs",
  both: "only headline and standfirst differ",
} as const;
const HELD_TEXTS = {
  confirm: "a new text",
  headline: "a new headline or standfirst",
  collapse: "a text without most of its body",
  return: "an earlier text",
  stranger: "a text that has nothing of the article",
} as const;

const quoted = (quote: string | undefined): Saying => (quote === undefined ? say`` : say` (“${{ quote }}”)`);

const SAYINGS: Sayings = {
  ...FAILURE_WORDS,
  "first-text": () => say`the first text seen`,
  "same-text": () => say`the same text as the latest version`,
  "same-other-reading": () =>
    say`the same text as the latest version: both pages say the same, and only their readings differed`,
  "same-site-repeats": () =>
    say`the same text as the latest version: what differed is repeated on other pages of the site`,
  "same-rebuilt": () =>
    say`the same text as the latest version: the page was rebuilt around it, and only a standfirst came or went`,
  "same-whole-again": ({ looks }) => say`the whole text is back; ${HELD_TEXTS.collapse} had been seen ${times(looks)}`,
  "same-again": ({ hold, looks }) =>
    say`the text of the latest version is back; ${HELD_TEXTS[hold]} had been seen ${times(looks)} and did not stay`,
  "new-replayed": () =>
    say`the text differs from the latest version; it comes from an archive, so one sighting is enough`,
  "new-shared-lines": () =>
    say`the text differs from the latest version; it keeps changing, but two looks saw the same new lines`,
  "new-latest-gone": ({ looks }) =>
    say`the text differs from the latest version, which at least ${inLetters(looks)} looks in a row did not see again`,
  "new-stayed": ({ hold, ...facts }) => say`${HELD_TEXTS[hold]} stayed: it was seen ${stayed(facts)}`,
  "new-shorter-stayed": ({ belowPercent, ...facts }) =>
    say`less than ${belowPercent} % of the body is left, and it stayed so ${stayed(facts)}`,
  "new-head-stayed": (facts) => say`a headline or standfirst that had come and gone before stayed ${stayed(facts)}`,
  "new-alternating-stayed": (facts) => say`a text that had alternated with the latest version stayed ${stayed(facts)}`,
  "restored-version": ({ version, ...facts }) =>
    say`the text of version ${version} came back and stayed ${stayed(facts)}`,
  "held-text": (facts) => say`a new text, ${waits(facts)}`,
  "held-text-under-passing-head": (facts) =>
    say`a new text under a headline or standfirst that had come and gone before, ${waits(facts)}`,
  "held-headline": ({ differs, ...facts }) =>
    say`${DIFFERS[differs]}, ${waits(facts)}, because headlines are tested on readers`,
  "held-shorter": ({ leftPercent, ...facts }) =>
    say`${leftPercent} % of the body is left, ${waits(facts)}, because walls and faults look like this`,
  "held-stranger": (facts) =>
    say`nothing of the article is on the page, ${waits(facts)}, because walls and faults look like this`,
  "held-version": ({ version, ...facts }) => say`the text of version ${version} is back, ${waits(facts)}`,
  "alternating-head": (facts) => say`a headline or standfirst that had come and gone before, ${waits(facts)}`,
  "alternating-text": (facts) => say`a text that alternates with the latest version, ${waits(facts)}`,
  "alternating-version": ({ version, ...facts }) =>
    say`the text of version ${version} is back and may go again, ${waits(facts)}`,
  "same-bytes": () => say`the page is the same, byte for byte`,
  "not-modified": () => say`the server says that the page was not modified`,
  "not-modified-unasked": () =>
    say`the server says that the page was not modified, although it was asked for the whole page`,
  "not-modified-unknown": () => say`the server says that the page was not modified, and the page is not known`,
  "http-status": ({ status }) => say`the server answered ${status}`,
  "login-needed": ({ status }) => say`the server answered ${status}: the page needs a login`,
  "asked-to-stay-away": ({ status }) => say`the server answered ${status}: it does not want to be asked now`,
  "no-page": ({ type }) => say`the address serves ${{ quote: type }}, not a page`,
  "front-page": () => say`the address now leads to the front page`,
  "section-page": ({ url }) => say`the address now leads to a list of articles, ${{ quote: url }}`,
  "another-article": ({ url }) => say`the address now leads to another article, ${{ quote: url }}`,
  "another-text": ({ url }) => say`the address now leads to ${{ quote: url }}, where the text of the article is not`,
  "led-away": ({ url }) => say`the address leads to ${{ quote: url }} for now, where the text of the article is not`,
  "address-unproved": ({ url }) => say`the page names ${{ quote: url }} as its address, but the article is not there`,
  wall: ({ quote }) =>
    quote === undefined ? say`the text is behind a wall` : say`the text stops at a wall${quoted(quote)}`,
  "text-locked": ({ shown, words }) => say`the publisher locks the text and shows ${shown} of about ${words} words`,
  "text-scrambled": () => say`the text is made unreadable for those who do not pay`,
  "not-as-announced": ({ quote }) =>
    say`the page has nothing of the article that was announced, and describes none${quoted(quote)}`,
  "same-at-others": ({ articles }) =>
    say`the page shows what ${inLetters(articles)} articles of the site show instead of their texts`,
  "consent-page": ({ quote }) => say`a consent page is shown instead of the text${quoted(quote)}`,
  "challenge-page": ({ quote }) =>
    say`a challenge for robots, or a refusal, is shown instead of the text${quoted(quote)}`,
  "gone-page": ({ quote }) => say`the page says that the article does not exist${quoted(quote)}`,
  "error-page": ({ quote }) => say`an error page is shown instead of the text${quoted(quote)}`,
  "links-only": () => say`the page is a list of links, not an article`,
  "leads-on": ({ url, by }) =>
    by === "refresh"
      ? say`the page only leads on to ${{ quote: url }}`
      : say`the page only leads on to ${{ quote: url }}, by a script, which is not run`,
  "no-text": () => say`the page has no text`,
  "no-readable-text": () => say`the page has no text that could be read`,
  "live-stated": ({ entries }) => say`its JSON-LD calls it a live blog, with ${dated(entries)}`,
  "live-shown": ({ entries }) => say`the address or headline says live, and the text is in ${dated(entries)}`,
  "page-too-long": ({ maxChars }) => say`the page is longer than ${maxChars} characters`,
  "too-many-elements": ({ max }) => say`the page has more than ${max} elements`,
  "too-deep": ({ max }) => say`elements of the page are nested more than ${max} deep`,
  "page-unreadable": ({ detail }) => say`the page could not be read (${{ quote: detail }})`,
  "joined-with": ({ url, of }) => say`${{ quote: url }} and ${{ quote: of }} are one article`,
  "looked-at-as": ({ url }) => say`it is looked at as ${{ quote: url }}`,
  "another-address": ({ url, of }) => say`${{ quote: url }} is another address of ${{ quote: of }}`,
  "came-too-late": () => say`captured before the last known look, so it can no longer open a version`,
  "robots-weekly": () => say`the publisher's robots.txt asks not to look at this page; it is asked again once a week`,
  "robots-for-now": () =>
    say`the publisher's robots.txt asks not to look at this page; it is asked again after a day, and later once a week`,
  "address-refused": () => say`the address is in a private network, or is refused for another reason`,
  "few-edits-expected": () =>
    say`few further edits are expected; it is left alone until a feed or the publisher signals one`,
  "long-unreachable": ({ days }) => say`it could not be reached for over ${days} days and is no longer checked`,
  "gone-for-good": () => say`the publisher says that this page no longer exists`,
  "no-article": () => say`the page at this address is not an article`,
  "from-archive": () => say`it was imported from an archive and is not watched`,
  "taken-in": () => say`it was taken in from before; it is left alone until a feed or the publisher signals an edit`,
  "not-taken-in": ({ looks }) =>
    say`it was to be taken in from before, but ${inLetters(looks)} looks saw no text, and it is no longer checked`,
  "hub-status": ({ status, quote }) =>
    quote === undefined ? say`the hub answered ${status}` : say`the hub answered ${status}: ${{ quote }}`,
  "hub-denied": ({ quote }) => (quote === undefined ? say`the hub denied it` : say`the hub denied it: ${{ quote }}`),
  sentence: ({ text }) => say`${text}`,
};

const dated = (entries: number): string =>
  entries === 1 ? "1 dated entry" : `${entries === 0 ? "no" : entries} dated entries`;

/** A reason in pieces: our words, and between them the words and addresses of others, which may run the other way. */
export function reasonParts(reason: Reason): readonly Part[] {
  if (reason.said !== undefined) return found(reason.said, SAYINGS[reason.code](reason as never));
  const parts = SAYINGS[reason.code](reason as never);
  const asked =
    reason.forRobots === true ? say`${parts}, when asked for its robots.txt, which always comes first` : parts;
  return reason.movedTo === undefined ? asked : say`${asked}; the page moved to ${{ quote: reason.movedTo }}`;
}

/** A reason as a clause. */
export const reasonText = (reason: Reason): string => textOf(reasonParts(reason));

/** " (why)", or nothing for a row that says nothing. */
export function inBrackets(reason: Reason): string {
  const text = reasonText(reason);
  return text === "" ? "" : ` (${text})`;
}

/** A reason in JSON: its code and facts, and beside them what people read, which may change. */
export function saidReason(reason: Reason) {
  const { said: _, ...facts } = reason;
  return facts.code === "sentence" ? { code: facts.code, text: facts.text } : { ...facts, text: reasonText(reason) };
}

/** An older sentence, with the quotes in it found again: they come in the order of the words of today. */
function found(said: string, today: readonly Part[]): readonly Part[] {
  const parts: Part[] = [];
  let rest = said;
  for (const part of today) {
    if (typeof part === "string" || part.quote === "") continue;
    const at = rest.indexOf(part.quote);
    if (at < 0) continue;
    parts.push(rest.slice(0, at), part);
    rest = rest.slice(at + part.quote.length);
  }
  return [...parts, rest].filter((part) => part !== "");
}
