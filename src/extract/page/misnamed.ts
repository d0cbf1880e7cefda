import { isJunkLine } from "./lines.ts";
import type { Box, Page } from "./page.ts";
import { endsSentence } from "./text.ts";
import { attribute } from "./tree.ts";

/** Weighed length from which a line is a paragraph. */
const PARAGRAPH = 120;
/** Share of a paragraph in links, at most. */
const LINKED = 0.2;
/** Paragraphs of the text on each side of an advertisement's box that a paragraph has slipped into. */
const BESIDE = 1;
/** Lines of a slide, and of a box that a paragraph has slipped into: boxes stand in boxes, and each would be gone through. */
const MAX_LINES = 12;
/** So many boxes of pictures with a heading and a paragraph each are a list in words. */
const MIN_SLIDES = 3;

/**
 * Takes the names from boxes that their content belies: a box of an advertisement that holds a paragraph in the row of the text's
 * paragraphs, and captions with a heading and a paragraph each. Changes the page's boxes in place, before anything is read.
 */
export function unname(page: Page): void {
  const slides = page.boxes.filter((box) => (box.marks.caption || PICTURE.has(box.element.name)) && isSlide(page, box));
  if (slides.length >= MIN_SLIDES) for (const box of slides) bare(box, { caption: false, slide: true });
  for (const box of page.boxes)
    if (box.marks.ad && box.to > box.from && isAmongParagraphs(page, box)) bare(box, { ad: false, junk: false });
}

const bare = (box: Box, marks: Partial<Box["marks"]>): void => {
  box.marks = { ...box.marks, ...marks };
};

const PICTURE = new Set(["figure", "figcaption"]);
const OFFERS = /promo/i;
const IS_HEADING = /^h[2-5]$/;

/** A heading and under it a paragraph: a slide of a show in words, an entry of a ranked list. */
export function isSlide(page: Page, box: Box): boolean {
  let isHeaded = false;
  for (let i = box.from; i < box.to && i < box.from + MAX_LINES; i++) {
    if (isHeaded && isParagraph(page, i)) return true;
    const { linkSize, size, box: inner } = page.runs[i]!;
    isHeaded ||= IS_HEADING.test(nameOf(page, inner)) && linkSize < size * LINKED;
  }
  return false;
}

const nameOf = (page: Page, box: number): string => page.boxes[box]?.element.name ?? "";

function isParagraph(page: Page, index: number): boolean {
  const run = page.runs[index];
  return (
    run !== undefined &&
    run.size >= PARAGRAPH &&
    run.linkSize <= run.size * LINKED &&
    endsSentence(run.text) &&
    !isJunkLine(run)
  );
}

/** It holds paragraphs as its neighbours on both sides are, which stand beside it in one box. */
function isAmongParagraphs(page: Page, box: Box): boolean {
  const { parent, from, to } = box;
  // A house's own offers link somewhere.
  const isOffer = OFFERS.test(attribute(box.element, "class"));
  if (!parent || to - from > MAX_LINES || (isOffer && page.runs.slice(from, to).some(({ linkSize }) => linkSize > 0)))
    return false;
  const own = indexes(from, to).filter((i) => isParagraph(page, i));
  if (own.length === 0) return false;
  const element = nameOf(page, page.runs[own[0]!]!.box);
  const isBeside = (i: number) => {
    const inner = page.boxes[page.runs[i]?.box ?? -1];
    const isWrapped = inner?.parent?.parent === parent && inner.parent.element.name === box.element.name;
    return isParagraph(page, i) && inner?.element.name === element && (inner.parent === parent || isWrapped);
  };
  const before = indexes(Math.max(parent.from, from - NEAR), from).filter(isBeside).length;
  const after = indexes(to, Math.min(parent.to, to + NEAR)).filter(isBeside).length;
  return before >= BESIDE && after >= BESIDE;
}

/** Lines looked at on each side: labels and further advertisements stand between. */
const NEAR = 4;
const indexes = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
