import type { Box, Page } from "#extract/page/page";
import { bare, collapse } from "#extract/page/text";
import { textOf } from "#extract/page/text-of";
import { attribute, type Element, isText } from "#extract/page/tree";

/**
 * Class names of the line above a headline, which many templates put into the heading itself: it files the article under a
 * topic, and readers see it as a line of its own.
 */
const KICKER =
  /(?:^|[\s_-])(?:kicker|overline|over-line|roofline|roof-line|eyebrow|topline|top-line|dachzeile|spitzmarke|topic|label|prefix|flag|pretitle|pre-title|supertitle|super-title|superhead|catchline|strapline|surtitre|occhiello|antetitulo|volanta|cintillo|chapeu|category|section|rubric|rubrik)(?:$|[\s_-])/i;

/** Parts that a heading is taken apart into; a heading with more is a list. */
const MAX_PIECES = 40;
const SEPARATOR = /^\s*[:|–—·•»/-]+\s*$/u;

/**
 * Text of a heading as readers see it. A topic line that stands in it before the headline is left out, unless the publisher
 * counts it in where it states the headline for machines ("Topic: The headline").
 */
export function headingText(page: Page, box: Box, claims: readonly string[]): string {
  const shown = collapse(
    page.runs
      .slice(box.from, box.to)
      .map((run) => run.text)
      .join(" "),
  );
  const text = shown.length > MAX_HEADING ? shown : withoutBadge(unglued(shown, box.element), box.element);
  const parts = text.length > MAX_HEADING ? null : partsOf(box.element, text);
  if (parts) {
    const { lead, rest, kicker } = parts;
    const whole = claims.map((claim) => joined(claim, lead, rest));
    const counted = whole.find((claim, i) => claim !== null || sameEnd(claims[i]!, rest));
    if (counted) return counted;
    if (kicker || whole.some((claim) => claim !== null)) return rest;
  }
  return withoutEnds(text, claims);
}

/** A heading longer than this is no headline with a topic line. */
const MAX_HEADING = 400;
/** A heading without its topic line must still be a headline. */
const MIN_REST = 12;
const MAX_LEAD = 90;

interface Parts {
  readonly lead: string;
  readonly rest: string;
  /** The markup itself says that the lead is a topic line. */
  readonly kicker: boolean;
}

/** The text of the heading's first element and what follows it; null when the two are no topic and headline. */
function partsOf(heading: Element, text: string): Parts | null {
  const [first, second] = piecesOf(heading);
  if (!first?.element) return null;
  const raw = collapse(textOf(first.element));
  const lead = raw.replace(/\s*[:|–—-]$/u, "");
  if (lead === "" || lead.length > MAX_LEAD || !text.startsWith(lead)) return null;
  const rest = collapse(text.slice(lead.length)).replace(/^[:|–—-]\s*/u, "");
  if (rest.length < MIN_REST || /^[\p{Ll},.;]/u.test(rest)) return null;
  const named = KICKER.test(`${attribute(first.element, "class")} ${attribute(first.element, "itemprop")}`);
  return { lead, rest, kicker: named || SEPARATOR.test(second?.text ?? "") || hiddenSeparator(first.element) };
}

/** "Topic: The headline | Site" -> "Topic: The headline"; null when the claim is no such thing. */
function joined(claim: string, lead: string, rest: string): string | null {
  if (!claim.startsWith(lead)) return null;
  const at = claim.indexOf(rest, lead.length);
  return at > 0 && (at === lead.length + 1 || SEPARATOR.test(claim.slice(lead.length, at)))
    ? claim.slice(0, at + rest.length)
    : null;
}

/** The claim is the headline without the topic line. */
const sameEnd = (claim: string, rest: string): boolean => bare(claim) === bare(rest);

/** Templates give the metadata's headline to the end of the heading, after a topic line of another element. */
function withoutEnds(text: string, claims: readonly string[]): string {
  for (const claim of claims) {
    if (claim.length < 15) continue;
    if (bare(claim) === bare(text)) return text;
    if (text.length > claim.length && text.endsWith(claim)) return claim;
    if (text.startsWith(claim) && SITE_TAIL.test(text.slice(claim.length))) return claim;
  }
  return text;
}

/** " | The Paper" after the headline, in headings that repeat the title. */
const SITE_TAIL = /^\s*[|–—·•»]\s*\S.{1,58}$/u;

/** Two lines that only style sheets part: "…in the townWhy the bridge…" -> "…in the town Why the bridge…". */
function unglued(text: string, heading: Element): string {
  const pieces = piecesOf(heading);
  let whole = text;
  for (const [i, { text: next }] of pieces.entries()) {
    const before = pieces[i - 1]?.text ?? "";
    if (!LINE_END.test(before) || !LINE_START.test(next)) continue;
    const last = before.slice(before.search(/\S+$/));
    const first = next.slice(0, next.search(/\s/));
    whole = whole.replace(last + first, () => `${last} ${first}`);
  }
  return whole;
}

/** Several words on either side: within a word ("<i>i</i>Phone") signs are set apart too. */
const LINE_END = /\S\s+\S*[\p{Ll}\p{N}?!.…]$/u;
const LINE_START = /^[\p{Pi}\p{Ps}"'„]?\p{Lu}\S*\s+\S/u;

const COMMENTS =
  /(?:^|[\s_#-])(?:comments?|kommentare?|comentarios?|commentaires?|commenti|disqus|respond)(?:$|[\s_-])/i;
/** A badge at the end of a heading is a number of comments or a word. */
const MAX_BADGE = 40;

/** Without the number of comments that ends the heading as an element of its own: it moves while the headline stands. */
function withoutBadge(text: string, heading: Element): string {
  const last = piecesOf(heading).at(-1)?.element;
  if (!last || !COMMENTS.test(`${attribute(last, "class")} ${attribute(last, "href").slice(-MAX_BADGE)}`)) return text;
  const badge = collapse(textOf(last));
  const isBadge = badge !== "" && badge.length <= MAX_BADGE && badge !== text && text.endsWith(badge);
  return isBadge ? text.slice(0, -badge.length).trimEnd() : text;
}

interface Piece {
  readonly text: string;
  readonly element: Element | null;
}

/** The parts a heading is made of, through a link or wrapper that holds all of it. */
function piecesOf(heading: Element): readonly Piece[] {
  let element = heading;
  for (let depth = 0; depth < 4; depth++) {
    const solid = element.children.filter((child) => !isText(child) || child.value.trim() !== "");
    const only = solid[0];
    if (solid.length !== 1 || !only || isText(only)) break;
    element = only;
  }
  return element.children
    .slice(0, MAX_PIECES)
    .map((child) => ({ text: textOf(child), element: isText(child) ? null : child }))
    .filter(({ text }) => text.trim() !== "");
}

function hiddenSeparator(element: Element): boolean {
  const last = element.children.at(-1);
  return last !== undefined && !isText(last) && SEPARATOR.test(textOf(last));
}
