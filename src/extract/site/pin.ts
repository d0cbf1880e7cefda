import type { Box, Page } from "#extract/page/page";
import { within } from "#extract/page/sums";
import { isPlace, pathOf } from "./path.ts";
import type { SiteTemplate } from "./template.ts";

/** Share of the best box's prose that a pinned one has to hold: a page whose text moved elsewhere is read afresh. */
const ENOUGH = 0.6;

/**
 * The box that holds the bodies of this section, or held this article's at the last look: chosen wherever it still holds
 * the text, so that two boxes that are about as good never take turns.
 */
export function pinnedBox(page: Page, mass: Float64Array, chosen: Box, template: SiteTemplate): Box | null {
  const enough = within(mass, chosen) * ENOUGH;
  for (const path of [template.bodyPath, template.prior?.container ?? null]) {
    if (path === null) continue;
    // The same page read again has to give the same box, also where several boxes have its path.
    if (isPlace(path, pathOf(chosen))) return chosen;
    const last = path.slice(path.lastIndexOf(">") + 1).split(".", 1)[0]!;
    let best: Box | null = null;
    for (const box of page.boxes) {
      if (box.element.name !== last || within(mass, box) < enough || pathOf(box) !== path) continue;
      if (best === null || within(mass, box) > within(mass, best)) best = box;
    }
    if (best) return best;
  }
  return null;
}
