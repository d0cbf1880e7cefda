import type { Headline } from "#extract/headline/headline";
import { kindOf } from "#extract/page/kinds";
import { isCredit, isJunkLine } from "#extract/page/lines";
import type { Box, Page, Run } from "#extract/page/page";
import { endsSentence } from "#extract/page/text";
import type { RunBlock } from "./clean.ts";

/** Fewer lines are a notice or what is left of a script-rendered page. */
const MIN_LINES = 5;
const MIN_SLIDES = 3;
const MIN_SLIDE_SIZE = 60;
const FOREIGN = new Set(["nav", "aside", "footer", "header", "form", "button", "dialog"]);

/**
 * The body of a page on which no prose was found: the short lines of the box that calls itself a body (a timetable, a list
 * of names), or else the captions of a gallery, which are its text. Asked only where there is nothing else.
 */
export function sparseBody(page: Page, headline: Headline): readonly RunBlock[] {
  if (headline.box === null) return [];
  const below = headline.box.to;
  const lines = linesOf(page, ({ marks }) => marks.body, below).filter(({ run }) => !isCredit(run));
  if (lines.length >= MIN_LINES) return lines.map(blockOf(page));
  const slides = linesOf(page, ({ marks, element }) => marks.caption || element.name === "figcaption", below).filter(
    ({ run }) => run.size >= MIN_SLIDE_SIZE && endsSentence(run.text),
  );
  return slides.length >= MIN_SLIDES
    ? slides.map(({ run, index }) => ({ kind: "paragraph", text: run.text, run: index }))
    : [];
}

interface Line {
  readonly run: Run;
  readonly index: number;
  /** The outermost box that was asked for. */
  readonly root: Box;
}

/** Lines after the headline in boxes of a kind, and in none that is no part of a text. */
function linesOf(page: Page, isWanted: (box: Box) => boolean, below: number): readonly Line[] {
  return page.runs.flatMap((run, index) => {
    if (index < below || run.linkSize > run.size * 0.3 || isJunkLine(run)) return [];
    let root: Box | null = null;
    for (let box: Box | null = page.boxes[run.box]!; box; box = box.parent) {
      const { junk, hidden, comment } = box.marks;
      if (junk || hidden || comment || FOREIGN.has(box.element.name)) return [];
      if (isWanted(box)) root = box;
    }
    return root ? [{ run, index, root }] : [];
  });
}

const blockOf =
  (page: Page) =>
  ({ run, index, root }: Line): RunBlock => ({ kind: kindOf(page, run, root), text: run.text, run: index });
