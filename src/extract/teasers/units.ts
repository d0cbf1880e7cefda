import type { Box, Page } from "#extract/page/page";
import type { Lead } from "./leads.ts";

/** A title with what belongs to it: a teaser, or a part of a text. */
export interface Unit {
  readonly title: number;
  readonly from: number;
  readonly to: number;
  /** The box that holds it and no other unit; null where titles and summaries follow each other in one box. */
  readonly box: Box | null;
  readonly address: string;
  readonly isOutside: boolean;
  /** A line after the title, or the rest of its line, is long enough to say something. */
  readonly isSummed: boolean;
  /** Title and summary are one line. */
  readonly isInline: boolean;
  /** The summary is a part of the link. */
  readonly isLinked: boolean;
  /** The summary itself links to something else. */
  readonly isSourced: boolean;
  /** More follows than a summary. */
  readonly goesOn: boolean;
}

/** Weighed length from which a line beside a title is a summary, and from which it is a paragraph. */
const MIN_SUMMARY = 40;
const PARAGRAPH = 60;
/** A teaser is shorter, in letters. */
const MAX_SIZE = 900;

/**
 * The units that begin at these titles.
 * @param around the innermost box that holds all titles
 */
export function unitsOf(
  page: Page,
  leads: readonly (Lead | null)[],
  around: Box,
  titles: readonly number[],
): readonly Unit[] {
  const boxes = titles.map((title, i) =>
    boxOf(page.boxes[page.runs[title]!.box]!, around, titles[i - 1] ?? -1, titles[i + 1] ?? page.runs.length),
  );
  const isOpen = (box: Box, i: number) => box.to - box.from === 1 && (leads[titles[i]!]?.isWhole ?? true);
  const lengths = titles.slice(1).map((title, i) => title - titles[i]!);
  const usual = lengths.toSorted((a, b) => a - b)[lengths.length >> 1]!;
  return titles.map((title, i) => {
    const box = boxes[i]!;
    const isBoxed = !isOpen(box, i);
    const end = Math.min(around.to, titles[i + 1] ?? title + usual);
    return unitOf(page, leads, title, isBoxed ? box : null, isBoxed ? box.from : title, isBoxed ? box.to : end);
  });
}

/** The outermost box around a title that holds none of its neighbours. */
function boxOf(inner: Box, around: Box, before: number, after: number): Box {
  let box = inner;
  while (box.parent && box.parent !== around && box.parent.from > before && box.parent.to <= after) box = box.parent;
  return box;
}

function unitOf(
  page: Page,
  leads: readonly (Lead | null)[],
  title: number,
  box: Box | null,
  from: number,
  to: number,
): Unit {
  const lines = page.runs.slice(from, to);
  const own = leads.slice(from, to).find((lead) => lead !== null) ?? null;
  const size = lines.reduce((sum, line) => sum + line.size, 0);
  const inline = leads[title] ? page.runs[title]!.size - leads[title].size : 0;
  const summaries = lines.slice(title + 1 - from).filter((line) => line.size >= MIN_SUMMARY);
  return {
    title,
    from,
    to,
    box,
    address: own?.address ?? "",
    isOutside: own?.isOutside ?? false,
    isSummed: inline >= MIN_SUMMARY || summaries.length > 0,
    isInline: inline >= MIN_SUMMARY,
    isLinked: summaries.some((line) => line.linkSize > line.size * 0.9),
    isSourced: summaries.some((line) => line.linkSize > 0 && line.linkSize < line.size * 0.9),
    goesOn: size > MAX_SIZE || summaries.filter((line) => line.size >= PARAGRAPH).length > 1,
  };
}
