import { isStamp } from "#language/stamps";
import type { Box, Page } from "./page.ts";
import { bare } from "./text.ts";
import { textOf } from "./text-of.ts";

/** A date over a part of the text is its heading; a count in a list or a table is what the list is about. */
const HOLDS_FIGURES = new Set(["li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"]);

/**
 * Is a line nothing but when the article was made, how long it takes or how many read it?
 * @param first the first run of the text: above it, what the page itself calls a time is one, whatever its words
 */
export function isStampLine(page: Page, index: number, first: number): boolean {
  const run = page.runs[index]!;
  if (!isStamp(run.text) && !(index < first && isTime(page, index))) return false;
  for (let box: Box | null = page.boxes[run.box]!; box; box = box.parent)
    if (HOLDS_FIGURES.has(box.element.name)) return false;
  return true;
}

const MAX_TIME = 80;

/** "Today" in a `<time>` of its own. */
function isTime({ runs, facts: { stamps } }: Page, index: number): boolean {
  const { text } = runs[index]!;
  if (text.length > MAX_TIME) return false;
  let low = 0;
  for (let high = stamps.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (stamps[middle]!.run < index) low = middle + 1;
    else high = middle;
  }
  const stamp = stamps[low];
  return stamp?.run === index && bare(textOf(stamp.element)) === bare(text);
}
