import type { Page } from "./page.ts";

/** Stands a box among readers' comments or in a teaser of another article? */
export function isForeignBox(page: Page, index: number): boolean {
  for (let box = page.boxes[index] ?? null; box; box = box.parent) if (box.marks.comment) return true;
  return false;
}
