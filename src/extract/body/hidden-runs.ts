import { isHiddenBy } from "#extract/page/hidden-style";
import type { Page } from "#extract/page/page";
import { within } from "#extract/page/sums";
import { attribute } from "#extract/page/tree";
import { type Selection, wrapsBody } from "./select.ts";

/** A box that holds more of the prose than this is shown once its scripts have run. */
const MOST = 0.4;

/**
 * Marks the runs in boxes that no reader sees by their own style, however much they read like the text around them. What a class or
 * an attribute hides may be shown by a click, so that rules and model judge it together.
 */
export function hiddenRuns(page: Page, { box: root, sums }: Selection): Uint8Array {
  const hidden = new Uint8Array(page.runs.length);
  const total = within(sums.mass, root);
  for (let i = root.index + 1; i < root.end; i++) {
    const box = page.boxes[i]!;
    if (!box.marks.hidden || !isHiddenBy(attribute(box.element, "style"))) continue;
    if (within(sums.mass, box) >= total * MOST || wrapsBody(page, box, sums.mass)) continue;
    hidden.fill(1, box.from, box.to);
    i = box.end - 1;
  }
  return hidden;
}
