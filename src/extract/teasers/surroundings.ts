import type { Headline } from "#extract/headline/headline";
import type { Box, Page } from "#extract/page/page";
import { attribute } from "#extract/page/tree";
import type { Row } from "./rows.ts";

/** What stands around a row of units: whether it has a place of its own, or the text goes on around it. */
export interface Surroundings {
  /** Paragraphs in the box that holds the units, outside of them: the text, if the units are a part of it. */
  readonly before: number;
  readonly after: number;
  /** Their prose, and that of the units. */
  readonly prose: number;
  readonly unitProse: number;
  /** The row ends before the headline begins. */
  readonly isAbove: boolean;
  /** The row is in the box that calls itself the article's, or in one `<article>` with the headline. */
  readonly isInside: boolean;
}

/** Prose of a run from which it is a paragraph. */
const PARAGRAPH = 60;

export function surroundingsOf(
  page: Page,
  row: Row,
  headline: Headline,
  masses: Float64Array,
  hosts: readonly Box[],
): Surroundings {
  const found = { before: 0, after: 0, prose: 0, unitProse: 0 };
  const { units, box } = row;
  const [first, last] = [units[0]!.from, units.at(-1)!.to];
  let at = 0;
  for (let i = box.from; i < box.to; i++) {
    while (at < units.length && i >= units[at]!.to) at++;
    const mass = masses[i]!;
    if (at < units.length && i >= units[at]!.from) found.unitProse += mass;
    else if (mass > 0 && hosts[page.runs[i]!.box] === box) {
      found.prose += mass;
      if (mass >= PARAGRAPH && i < first) found.before++;
      if (mass >= PARAGRAPH && i >= last) found.after++;
    }
  }
  const { box: title } = headline;
  return { ...found, isAbove: title !== null && last <= title.from, isInside: isInside(box, title) };
}

function isInside(inner: Box, title: Box | null): boolean {
  for (let box: Box | null = inner; box; box = box.parent) {
    const { name } = box.element;
    if (name === "article") return title === null || (title.index > box.index && title.index < box.end);
    if (box.marks.body || /articlebody/i.test(attribute(box.element, "itemprop"))) return true;
  }
  return false;
}
