import { isSlide } from "#extract/page/misnamed";
import type { Box, Page } from "#extract/page/page";
import { within } from "#extract/page/sums";
import type { Selection } from "./select.ts";

/** Fewer boxes with a heading and a paragraph each are sections of a page. */
const MIN_ENTRIES = 3;
/** Lines of an entry; a box of more is a section of the text, or of something else. */
const MAX_LINES = 5;
/** Share of the boxes beside each other that are entries; the rest are pictures and advertisements. */
const MOST = 0.6;
/** Share of the text that the entries of a list in words have. */
const LEAST_PROSE = 0.5;

/**
 * Marks the runs of entries: boxes beside each other with a heading and a paragraph each, without a link in the heading. Each stands
 * alone in its box, so that the model takes them for notes beside a text; where the rules keep them they are the text.
 */
export function entryRuns(page: Page, { box: root, sums }: Selection): Uint8Array {
  const marked = new Uint8Array(page.runs.length);
  const rows = new Map<Box, Box[]>();
  for (const box of page.boxes) {
    if (!box.parent || box.to - box.from < 2) continue;
    const row = rows.get(box.parent);
    if (row) row.push(box);
    else rows.set(box.parent, [box]);
  }
  for (const row of rows.values()) {
    if (row.length < MIN_ENTRIES) continue;
    const alike = row.filter(({ element }) => element.name === row[0]!.element.name);
    const entries = alike.filter((box) => box.to - box.from <= MAX_LINES && isSlide(page, box));
    if (entries.length < MIN_ENTRIES || entries.length < alike.length * MOST) continue;
    const prose = entries.reduce((sum, box) => sum + within(sums.mass, box), 0);
    // Voices of customers and answers to questions are a small part of their pages.
    if (prose < within(sums.mass, root) * LEAST_PROSE) continue;
    for (const { from, to } of entries) marked.fill(1, from, to);
  }
  return marked;
}
