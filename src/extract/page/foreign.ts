import type { Box, Page } from "./page.ts";

/** Stands a box among readers' comments or in a teaser of another article? A "teaser" around the page's h1 is its own head. */
export function isForeignBox(page: Page, index: number): boolean {
  for (let box = page.boxes[index] ?? null; box; box = box.parent)
    if (box.marks.comment && !holdsTitle(page, box)) return true;
  return false;
}

/** More boxes than this are no teaser. */
const MAX_BOXES = 300;

function holdsTitle(page: Page, { index, end }: Box): boolean {
  for (let i = index + 1; i < end && i < index + MAX_BOXES; i++) {
    const { element, from, to } = page.boxes[i]!;
    if (element.name === "h1" && to > from) return true;
  }
  return false;
}
