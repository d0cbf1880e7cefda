import type { Box, Page } from "./page.ts";
import { bare, collapse } from "./text.ts";
import { attribute, type Element, isText, type Node } from "./tree.ts";

/**
 * Class names of the line above a headline, which many templates put into the heading itself: it files the article under a
 * topic, and readers see it as a line of its own.
 */
const KICKER =
  /(?:^|[\s_-])(?:kicker|overline|over-line|roofline|roof-line|eyebrow|topline|top-line|dachzeile|spitzmarke|topic|label|prefix|flag|pretitle|pre-title|supertitle|super-title|superhead|catchline|strapline|surtitre|occhiello|antetitulo|volanta|cintillo|chapeu|category|section|rubric|rubrik)(?:$|[\s_-])/i;

/** A heading without its kicker must still be a headline. */
const MIN_REST = 12;
const MAX_KICKER = 90;
const MAX_PIECES = 40;
const SEPARATOR = /^\s*[:|–—·•»/-]+\s*$/u;

/** Text of a heading as readers see it, without the topic line that stands in it before the headline. */
export function headingText(page: Page, box: Box, claims: readonly string[]): string {
  const text = collapse(
    page.runs
      .slice(box.from, box.to)
      .map((run) => run.text)
      .join(" "),
  );
  const claimed = withoutKicker(text, claims);
  if (claimed !== text) return claimed;
  const [first, ...others] = piecesOf(box.element);
  if (first?.element == null || text.length > MAX_KICKER * 5) return text;
  const lead = collapse(first.text);
  const rest = text.startsWith(lead) ? collapse(text.slice(lead.length)) : "";
  if (
    lead === "" ||
    lead.length > MAX_KICKER ||
    rest.length < MIN_REST ||
    /^[\p{Ll}\p{P}]/u.test(rest.replace(QUOTE, ""))
  )
    return text;
  const named = KICKER.test(`${attribute(first.element, "class")} ${attribute(first.element, "itemprop")}`);
  // What only machines read between the two, or the metadata write between them, shows that they are two.
  const parted = SEPARATOR.test(others[0]?.text ?? "") || /[^\s:][:–—-]\s*$/u.test(first.text.replace(lead, "").trim());
  const isTwo = named || parted || hiddenSeparator(first.element) || claims.some((claim) => joins(claim, lead, rest));
  return isTwo ? rest : text;
}

const QUOTE = /^[«»"'“”„‚‘’‹›(]+/u;

/** "Topic: The headline", where the heading shows no sign between the two. */
const joins = (claim: string, lead: string, rest: string): boolean =>
  claim.startsWith(lead) &&
  SEPARATOR.test(claim.slice(lead.length, claim.length - rest.length)) &&
  claim.endsWith(rest);

/** Templates give the metadata's headline to the end of the heading, after a topic line of another element. */
function withoutKicker(text: string, claims: readonly string[]): string {
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

const textOf = (node: Node, depth = 0): string =>
  isText(node)
    ? node.value
    : depth > 6
      ? ""
      : node.children
          .slice(0, MAX_PIECES)
          .map((child) => textOf(child, depth + 1))
          .join("");
