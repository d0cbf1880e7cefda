import { isForeignBox } from "#extract/page/foreign";
import type { Page, Span } from "#extract/page/page";
import { attribute } from "#extract/page/tree";
import { isAgency } from "./agencies.ts";
import { OTHER_HANDS } from "./visible-byline.ts";

/**
 * Agencies that stand around the headline in a line of their own ("AFP, MANILA", "Agencia EFE") or that open the text
 * ("LONDON, May 3 (Reuters) -").
 */
export const agencyLines = (page: Page, head: Span): readonly string[] =>
  page.runs
    .slice(head.from, head.to)
    .filter(({ box }) => !isForeignBox(page, box) && !isOfPicture(page, box))
    .flatMap(({ text, size }) => (size <= MAX_AGENCY ? AGENCY_LINE : DATELINE).exec(text)?.[1] ?? [])
    .filter(isAgency)
    .slice(0, 1);

/** Most agencies that stand alone in a line are credited for the picture. */
function isOfPicture(page: Page, inner: number): boolean {
  for (let box = page.boxes[inner] ?? null, climb = 0; box && climb < MAX_CLIMB; box = box.parent, climb++)
    if (/^fig/.test(box.element.name) || box.marks.caption || OTHER_HANDS.test(attribute(box.element, "class")))
      return true;
  return false;
}

/** Boxes around a line that are looked through for a name; bylines and credits are nested no deeper. */
const MAX_CLIMB = 4;
/** A line of its own that names an agency is short; in a longer one only the dateline counts. */
const MAX_AGENCY = 60;
const DATELINE = /^\p{Lu}[^()]{1,60}\(([^()]{2,30})\)\s*[-–—:.]/u;
/** A place in capitals may follow. */
const AGENCY_LINE = /^([^,|]{2,40}?)(?:\s*[,|]\s*[\p{Lu}\s.-]{2,30})?$/u;
