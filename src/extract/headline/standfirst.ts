import { hostOf, type Selection } from "#extract/body/select";
import { attributionReader, authorBoxes } from "#extract/byline/attribution";
import { firstString, type Json } from "#extract/page/json-ld";
import { isCredit, isJunkLine } from "#extract/page/lines";
import { firstMeta, type Metas } from "#extract/page/metas";
import type { Box, Page, Run } from "#extract/page/page";
import { bare, endsSentence } from "#extract/page/text";
import { attribute } from "#extract/page/tree";
import { isStamp } from "#language/stamps";
import { countWords } from "#language/word-count";
import type { Headline } from "./headline.ts";

export interface Standfirst {
  readonly text: string | null;
  /** Index of its run; -1 when there is none. */
  readonly run: number;
}

const NONE: Standfirst = { text: null, run: -1 };

const NAMED =
  /-(?:standfirst|stand-first|subtitle|sub-title|subtitulo|subheadline|sub-headline|subheading|sub-heading|subhead|sub-head|subline|deck|dek|lead|lede|leadtext|lead-text|leadin|summary|excerpt|description|abstract|preamble|ingress|vorspann|chapo|sommario|occhiello|entradilla|bajada|bajadilla|sumario|strapline|tagline|teasertext|teaser-text|kurzfassung|shorttext|synopsis|lid|anleser|(?:article|header|page|story)-intro|introtext|intro-text)-/;

/** Of these names, those that an author's box has as well, for what it says of the author. */
const OF_ANYTHING = /-(?:description|summary|excerpt|tagline|abstract|synopsis)-/;

/** Shorter lines are standfirsts only where their box or their place under the headline says so: labels are as short. */
const MIN_SIZE = 20;
/** Words of the shortest: one alone is a section or a label. */
const LEAST_WORDS = 2;
/** The longest standfirsts are four sentences; what is longer is the first paragraph. */
const MAX_SIZE = 700;
/** A line right under the headline that no sign names: shorter ones are places, names and dates. */
const MIN_ALONE = 30;
const MIN_ALONE_WORDS = 5;
/** Wrappers looked through for a telling name. */
const MAX_CLIMB = 3;

/**
 * The lines between headline and body that sum the article up. Only what is visible counts: a description in the metadata
 * alone is for search engines, not for readers. Each sign is weak alone (a class name, a heading's place, bold type, being
 * what the metadata call the description, standing apart from the paragraphs), so two must agree, or one be plain.
 */
export function readStandfirst(
  page: Page,
  headline: Headline,
  selection: Selection | null,
  article: Json | null,
  metas: Metas,
  byline: readonly string[],
): Standfirst {
  if (!selection) return NONE;
  const start = headline.box && headline.box.to <= selection.first ? headline.box.to : selection.box.from;
  const claims = [
    firstString(article?.["description"]),
    firstMeta(metas, "og:description"),
    firstMeta(metas, "description", "twitter:description"),
  ]
    .flatMap((text) => (text ? [bare(text)] : []))
    .filter((text) => text.length > MIN_SIZE);
  const title = bare(headline.text ?? "");
  const isAttribution = attributionReader(page, byline);
  const authors = authorBoxes(
    page,
    ({ from, to }) => to > selection.first || (headline.box !== null && from <= headline.box.from),
  );
  const candidates: Candidate[] = [];
  for (let i = start; i <= selection.first + 1 && i < page.runs.length; i++) {
    const run = page.runs[i]!;
    if (!isPossible(page, run, title, authors) || isAttribution(run, page.runs[i - 1])) continue;
    candidates.push({
      index: i,
      run,
      inHost: i >= selection.host.from && i < selection.host.to,
      box: page.boxes[run.box]!,
    });
  }
  const apart = candidates.filter(
    ({ index, run, inHost }) =>
      !inHost &&
      index < selection.first &&
      ((run.size >= 60 && endsSentence(run.text)) || (index === start && speaks(page, run))),
  );
  let best = NONE;
  let most = 0;
  for (const candidate of candidates) {
    const { index, run, inHost, box } = candidate;
    const said = claims.length === 0 ? "" : bare(run.text);
    const claimed = claims.some((claim) => same(claim, said));
    const named = isNamed(box, selection, headline, run.size < MIN_SIZE);
    const heading = index - start <= 6 && isSubheading(page, candidate, start, headline, selection);
    const bold = run.boldSize > run.size * 0.8;
    const alone = apart.length === 1 && apart[0] === candidate && !isSection(page, candidate, selection);
    const signs = (named ? 2 : 0) + (heading ? 1.5 : 0) + (claimed ? 1.25 : 0) + (bold ? 1 : 0) + (alone ? 1 : 0);
    if (run.size < MIN_SIZE && !named && !heading) continue;
    if (inHost && index > selection.first && !heading && !bold && !named) continue;
    const enough = inHost ? (box.element.name === "p" ? 2 : 1.5) : 1;
    if (signs < enough || signs <= most) continue;
    most = signs;
    best = { text: run.text, run: index };
  }
  return best;
}

/** A few words right under the headline, in a box that does not call itself something else: no name, place, date or count. */
const speaks = (page: Page, { text, size, linkSize, box }: Run): boolean =>
  size >= MIN_ALONE &&
  countWords(text) >= MIN_ALONE_WORDS &&
  linkSize === 0 &&
  !/\p{Nd}/u.test(text) &&
  !page.boxes[box]!.marks.doubtful;

/** In a box just like the one of the paragraphs: the first section of a body that is cut up by advertisements. */
const isSection = (page: Page, { run }: Candidate, { host }: Selection): boolean => {
  const box = hostOf(page, run);
  return box.element.name === host.element.name && attribute(box.element, "class") === attribute(host.element, "class");
};

interface Candidate {
  readonly index: number;
  readonly run: Run;
  readonly inHost: boolean;
  readonly box: Box;
}

/** A heading with nothing but short lines before it, and the only one of its level: others like it head the body's sections. */
function isSubheading(
  page: Page,
  { index, box }: Candidate,
  start: number,
  headline: Headline,
  selection: Selection,
): boolean {
  const { name } = box.element;
  if (!/^h[2-5]$/.test(name) || page.runs.slice(start, index).some(({ size }) => size >= 60)) return false;
  const beside = headline.box !== null && box.parent === headline.box.parent && box.parent !== selection.host;
  if (beside || index < selection.box.from) return true;
  const inBody = (other: Box) => other.from > index && other.to > other.from && other.from < selection.box.to;
  return !page.boxes.some((other) => other.element.name === name && inBody(other));
}

function isPossible(page: Page, run: Run, title: string, authors: ReadonlySet<Box>): boolean {
  if (run.size > MAX_SIZE || countWords(run.text) < LEAST_WORDS || run.linkSize > run.size * 0.5 || isCredit(run))
    return false;
  const text = bare(run.text);
  if (title.includes(text) || (title !== "" && text.includes(title))) return false;
  let isCalledStandfirst = false;
  for (let box: Box | null = page.boxes[run.box]!; box; box = box.parent) {
    const { name } = box.element;
    // Wrappers for the byline may hold the standfirst too: the name that stands closer to the line counts.
    const isAuthors = authors.has(box) && !isCalledStandfirst;
    isCalledStandfirst ||= NAMED.test(namesOf(box)) && !OF_ANYTHING.test(namesOf(box));
    if (
      isAuthors ||
      box.marks.caption ||
      box.marks.hidden ||
      name === "figure" ||
      name === "figcaption" ||
      name === "li" ||
      name === "h1" ||
      name === "aside"
    )
      return false;
    if (name === "main" || name === "article" || name === "body") break;
  }
  return !isJunkLine(run) && !isStamp(run.text);
}

/**
 * The run's own box or one close around it says so, as long as it holds neither the headline nor the body. Of a short line no name
 * counts that other boxes have as well.
 */
function isNamed(inner: Box, selection: Selection, headline: Headline, isShort: boolean): boolean {
  let box: Box | null = inner;
  for (let climb = 0; box && climb < MAX_CLIMB; climb++, box = box.parent) {
    if (box.to > selection.first + 1 || (headline.box && box.from <= headline.box.from)) return false;
    if (NAMED.test(namesOf(box)) && !(isShort && OF_ANYTHING.test(namesOf(box)))) return true;
  }
  return false;
}

/** What a box calls itself, its words between hyphens. */
function namesOf({ element }: Box): string {
  const named = `${attribute(element, "class")} ${attribute(element, "itemprop")} ${attribute(element, "data-testid")}`;
  return `-${named
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")}-`;
}

/** The description repeats the whole text or, cut short, its beginning. */
const same = (claim: string, text: string): boolean =>
  claim === text || (claim.length > 60 && text.startsWith(claim.slice(0, -8)));
