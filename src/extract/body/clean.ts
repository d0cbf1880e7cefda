import { isAuthorNote } from "#extract/byline/author-note";
import type { Headline } from "#extract/headline/headline";
import type { Standfirst } from "#extract/headline/standfirst";
import { kindOf } from "#extract/page/kinds";
import { isCredit, isJunkLine, opensAftermath } from "#extract/page/lines";
import type { Box, Page, Run } from "#extract/page/page";
import { isStampLine } from "#extract/page/stamp-line";
import { within } from "#extract/page/sums";
import { bare, endsSentence, isOneOf } from "#extract/page/text";
import { OF_OTHERS, OF_TEXT } from "#extract/teasers/marks";
import { isCorrection } from "#language/notes";
import { countWords } from "#language/word-count";
import type { Block, BlockKind } from "#model/document";
import { type Selection, wrapsBody } from "./select.ts";

/** A block with the run it was made of. */
export interface RunBlock extends Block {
  readonly run: number;
}

export interface Body {
  readonly blocks: readonly RunBlock[];
  readonly corrections: readonly string[];
}

interface Item {
  readonly run: Run;
  readonly kind: BlockKind;
  readonly index: number;
}

/** The runs of the chosen box that are body, each with its kind, and the correction notes among them. */
export function clean(
  page: Page,
  selection: Selection,
  headline: Headline,
  standfirst: Standfirst,
  byline: readonly string[],
): Body {
  const dropped = foreignRuns(page, selection, headline, standfirst);
  const items: Item[] = [];
  const corrections = correctionsAround(page, selection, headline);
  for (let index = selection.box.from; index < selection.box.to; index++) {
    if (dropped[index]) continue;
    const run = page.runs[index]!;
    const kind = kindOf(page, run, selection.box);
    if (isCorrection(run.text) || isStampLine(page, index, selection.first)) continue;
    if (isCredit(run)) items.push({ run, kind: "caption", index });
    else if (!isJunkLine(run) || (kind === "heading" && selection.teasers[index] === OF_TEXT))
      items.push({ run, kind, index });
  }
  const titles = titlesOf(headline, standfirst);
  const blocks = withoutTail(trim(page, items, selection, titles), byline);
  return { blocks: blocks.map(({ run, kind, index }) => ({ kind, text: run.text, run: index })), corrections };
}

/** Lines after the body in which a note may stand; notes before it stand below the headline. */
const NOTE_LINES = 12;

/** Correction notes in and around the body, also in boxes beside it, in the order of the page. */
function correctionsAround(page: Page, { box: root }: Selection, headline: Headline): readonly string[] {
  const from = headline.box ? Math.min(headline.box.to, root.from) : root.from;
  const notes = page.runs
    .slice(from, root.to + NOTE_LINES)
    .filter((run) => run.linkSize < run.size * 0.5 && isCorrection(run.text) && !inComments(page.boxes[run.box]!));
  return [...new Set(notes.map(({ text }) => text))];
}

function inComments(inner: Box): boolean {
  for (let box: Box | null = inner; box; box = box.parent) if (box.marks.hidden || box.marks.comment) return true;
  return false;
}

function foreignRuns(page: Page, selection: Selection, headline: Headline, standfirst: Standfirst): Uint8Array {
  const { box: root, sums } = selection;
  const dropped = new Uint8Array(page.runs.length);
  const total = within(sums.mass, root);
  for (let i = root.index + 1; i < root.end; i++) {
    const box = page.boxes[i]!;
    if (!isForeign(page, box, selection, total)) continue;
    dropped.fill(1, box.from, box.to);
    i = box.end - 1;
  }
  if (headline.box && headline.box.from <= selection.first)
    dropped.fill(1, root.from, Math.max(root.from, headline.box.to));
  if (standfirst.run >= 0) dropped[standfirst.run] = 1;
  return dropped.map((is, i) => (selection.teasers[i] === OF_OTHERS ? 1 : is));
}

const NEVER = new Set(["nav", "footer", "aside", "dialog", "button", "form"]);

/** A row called "player" is a row of results, not a video player. */
const TABLE_PARTS = new Set(["tr", "td", "th", "tbody", "thead", "tfoot"]);

function isForeign(page: Page, box: Box, { sums, teasers }: Selection, total: number): boolean {
  const { marks, element } = box;
  const mass = within(sums.mass, box);
  const size = within(sums.size, box);
  const link = within(sums.link, box);
  if (size === 0 || TABLE_PARTS.has(element.name)) return false;
  if (isQuotation(page, box)) return false;
  if (marks.junk || marks.hidden || NEVER.has(element.name))
    return mass < total * 0.4 && !wrapsBody(page, box, sums.mass);
  if (marks.caption || element.name === "figcaption") return false;
  if (element.name === "blockquote") return false;
  if (isTeaserList(page, box) && mass < total * 0.5 && !teasers.subarray(box.from, box.to).includes(OF_TEXT))
    return true;
  if (marks.doubtful) return mass < total * 0.3 && (link > size * 0.3 || mass < 100);
  if (element.name === "ul" || element.name === "ol") return link > size * 0.6;
  return link > size * 0.8 && size < 600;
}

/**
 * A wrapper of a quoted post: the quotation is what readers see, whatever the wrapper is called. Posts of social networks are
 * kept with their signature, as quotations like any other: an editor put them there, so that one added or taken away is an
 * edit. People who marked texts by hand do not agree: one measured set counts posts in, signature and all, another leaves
 * them out. A page that shows a post by a script alone holds none of it, and no one can tell from the page what it said.
 */
function isQuotation(page: Page, box: Box): boolean {
  const inner = page.boxes[box.index + 1];
  return (
    inner !== undefined &&
    inner.index < box.end &&
    inner.element.name === "blockquote" &&
    inner.from === box.from &&
    inner.to === box.to
  );
}

const MIN_TEASERS = 3;
/** A teaser is shorter, in letters. */
const MAX_TEASER = 700;

/** Few words, among them a linked title. Stops reading where there are too many: boxes stand in boxes. */
function isTeaser(page: Page, box: Box): boolean {
  let size = 0;
  let isTitled = false;
  for (let i = box.from; i < box.to; i++) {
    const run = page.runs[i]!;
    size += run.size;
    if (size >= MAX_TEASER) return false;
    isTitled ||= run.linkSize > run.size * 0.9 && run.size > 20;
  }
  return isTitled;
}

/** Several children of one kind, each with a linked title of its own: other articles, whatever text stands beside the titles. */
function isTeaserList(page: Page, box: Box): boolean {
  let teasers = 0;
  let others = 0;
  for (let i = box.index + 1; i < box.end; i = page.boxes[i]!.end) {
    const child = page.boxes[i]!;
    if (child.from === child.to) continue;
    if (isTeaser(page, child)) teasers++;
    else others++;
  }
  return teasers >= MIN_TEASERS && teasers > others * 2;
}

/** Lines before the first and after the last paragraph of prose: dates, names, tags, buttons, what other articles say. */
function trim(page: Page, items: readonly Item[], selection: Selection, titles: Titles): readonly Item[] {
  const isProse = ({ run, kind }: Item) =>
    kind !== "caption" &&
    run.linkSize < run.size * 0.5 &&
    (run.size >= 200 || (run.size >= 60 && endsSentence(run.text)));
  const first = items.findIndex((item) => item.kind !== "item" && isProse(item));
  if (first < 0 || isListlike(items, isProse))
    return items.filter((item) => !repeatsTitle(item.run.text, item.index, titles, selection));
  const end = items.findIndex(
    (item, i) =>
      i > first && (isNextTitle(page, item, selection) || (opensAftermath(item.run) && !goesOn(items[i + 1]))),
  );
  const kept = items.slice(0, end < 0 ? items.length : end);
  const last = kept.findLastIndex(isProse);
  const inHost = ({ index }: Item) => index >= selection.host.from && index < selection.host.to;
  return kept.filter((item, i) => {
    const { run, kind } = item;
    if (repeatsTitle(run.text, item.index, titles, selection)) return false;
    if (i < first && kind === "paragraph" && inHost(item) && isShouted(run)) return true;
    if (i < first)
      return kind === "heading" ? i === first - 1 : kind !== "item" && endsSentence(run.text) && run.size > 40;
    if (i > last && MACHINE.test(run.text)) return false;
    if (i > last)
      return run.linkSize < run.size * 0.3 && (inHost(item) || (kind !== "heading" && endsSentence(run.text)));
    return true;
  });
}

/** A line in bold at the beginning of the text: what is no sentence is said to the reader all the same. */
const isShouted = ({ text, size, boldSize, linkSize }: Run): boolean =>
  boldSize > size * 0.9 && linkSize === 0 && countWords(text) >= LEAST_WORDS;
const LEAST_WORDS = 2;

/** Headline and standfirst with letters and digits only. */
export interface Titles {
  readonly headline: readonly string[];
  readonly standfirst: readonly string[];
}

export const titlesOf = (headline: Headline, standfirst: Standfirst): Titles => ({
  headline: headline.text === null ? [] : [bare(headline.text)],
  standfirst: standfirst.text === null ? [] : [bare(standfirst.text)],
});

/** A paragraph among the others may say what the standfirst says, in one version or in all: it stays a paragraph. */
export const repeatsTitle = (text: string, index: number, titles: Titles, { host }: Selection): boolean =>
  isOneOf(titles.headline, text) || ((index < host.from || index >= host.to) && isOneOf(titles.standfirst, text));

/** Figures without words, or a time of day to the second: tickers and what a server prints about itself. */
const MACHINE = /^[^\p{L}]*$|\d:\d\d:\d\d/u;

const MIN_PROSE = 0.3;

/** A body that is mostly a table or a list has no prose to trim by. */
function isListlike(items: readonly Item[], isProse: (item: Item) => boolean): boolean {
  const size = (some: readonly Item[]) => some.reduce((sum, { run }) => sum + run.size - run.linkSize, 0);
  return size(items.filter(isProse)) < size(items.filter(({ kind }) => kind !== "caption")) * MIN_PROSE;
}

/** A further h1 beside the box of the paragraphs is the title of the next article of an endless page; in it, a section's. */
function isNextTitle(page: Page, { run, index }: Item, { host, first }: Selection): boolean {
  return index > first && index >= host.to && page.boxes[run.box]!.element.name === "h1";
}

/** "More on this" in the middle of a text is followed by a paragraph, before other articles by their titles. */
const goesOn = (next: Item | undefined): boolean =>
  next !== undefined && next.kind === "paragraph" && next.run.size > 150 && next.run.linkSize < next.run.size * 0.3;

/** Lines at the end of a body that may be about its authors. */
const LAST_LINES = 4;

/** Without the notes on the authors and the headings that nothing follows. */
function withoutTail(items: readonly Item[], byline: readonly string[]): readonly Item[] {
  const kept = items.filter(
    ({ run }, i) => i < items.length - LAST_LINES || i === 0 || !isAuthorNote(run.text, byline),
  );
  return kept.slice(0, kept.findLastIndex(({ kind }) => kind !== "heading") + 1);
}
