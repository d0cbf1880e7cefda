import { isJunkLine } from "#extract/page/lines";
import type { Box, Page } from "#extract/page/page";
import { isStampLine } from "#extract/page/stamp-line";
import type { RunBlock } from "./clean.ts";

/** Fewer lines are labels, a byline, a row of buttons. */
const MIN_LINES = 6;
/** Boxes stand in boxes, and each would be gone through. */
const MAX_LINES = 400;
/** Weighed length of a name, a place, an ingredient. */
const MAX_LINE = 60;
/** Lines of a list that may be something else: a heading, a note. */
const STRAYS = 0.2;
/** Lines between the text and a list that goes with it. */
const MAX_BETWEEN = 2;
/** Their items and cells are judged as such. */
const OF_LISTS = new Set(["li", "dt", "dd", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6"]);
const BESIDE = new Set(["nav", "footer", "aside", "dialog", "button", "form", "header", "figure", "table"]);

/**
 * The body with lists of names, places or things that stand in a box of their own right after a paragraph of it: short lines without a
 * link, each in an element like those of the others. Such lines say too little to be known by themselves.
 */
export function withNameLists(page: Page, blocks: readonly RunBlock[]): readonly RunBlock[] {
  const own = new Set(blocks.filter(({ kind }) => kind !== "caption").map(({ run }) => run));
  const first = blocks.find(({ kind }) => kind !== "caption")?.run;
  if (first === undefined) return blocks;
  const known = new Set(blocks.map(({ run }) => run));
  const added: RunBlock[] = [];
  for (let i = 1; i < page.boxes.length; i++) {
    const box = page.boxes[i]!;
    const lines = box.to - box.from;
    if (lines < MIN_LINES || lines > MAX_LINES || !isNear(own, box) || !isList(page, box, first)) continue;
    for (let run = box.from; run < box.to; run++)
      if (!known.has(run) && !isJunkLine(page.runs[run]!))
        added.push({ kind: kindIn(page, run), text: page.runs[run]!.text, run });
    i = box.end - 1;
  }
  return added.length === 0 ? blocks : [...blocks, ...added].sort((a, b) => a.run - b.run);
}

/** Right behind a line of the body. */
function isNear(own: ReadonlySet<number>, { from }: Box): boolean {
  for (let back = 1; back <= 1 + MAX_BETWEEN; back++) if (own.has(from - back)) return true;
  return false;
}

const kindIn = (page: Page, run: number): RunBlock["kind"] =>
  /^h[2-6]$/.test(page.boxes[page.runs[run]!.box]!.element.name) ? "heading" : "item";

function isList(page: Page, box: Box, first: number): boolean {
  if (box.from <= first) return false;
  for (let at: Box | null = box; at; at = at.parent) {
    const { junk, hidden, comment, doubtful, caption } = at.marks;
    if (junk || hidden || comment || caption || BESIDE.has(at.element.name)) return false;
    if (doubtful && at.index >= box.index) return false;
  }
  const lines = page.runs.slice(box.from, box.to);
  const [like] = [...countsOf(lines.map(({ box: inner }) => nameOf(page, inner)))].sort((a, b) => b[1] - a[1]);
  const plain = lines.filter(
    (line, i) =>
      line.linkSize === 0 &&
      line.size <= MAX_LINE &&
      nameOf(page, line.box) === like![0] &&
      page.boxes[line.box]!.parent === box &&
      !OF_LISTS.has(page.boxes[line.box]!.element.name) &&
      !/[.!?…。！？]$/u.test(line.text) &&
      /\p{L}/u.test(line.text) &&
      !isJunkLine(line) &&
      !isStampLine(page, box.from + i, first),
  );
  const texts = new Set(plain.map(({ text }) => text));
  return texts.size >= MIN_LINES && texts.size >= lines.length * (1 - STRAYS);
}

/** Element and classes of a box: those of a list are alike. */
const nameOf = (page: Page, inner: number): string => {
  const { element } = page.boxes[inner]!;
  return `${element.name} ${element.attrs.find(({ name }) => name === "class")?.value ?? ""}`;
};

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
