import type { Page, Run } from "#extract/page/page";
import type { Lead } from "./leads.ts";

/** Weighed lengths of titles: shorter links are sections, names and buttons, longer ones are paragraphs. */
const MIN_TITLE = 15;
const MAX_TITLE = 250;
/** Runs after a heading in which the link of its teaser stands. */
const LINK_WITHIN = 5;
/** A button such as "Read more" says the same in this many teasers. */
const MIN_BUTTONS = 3;
const MAX_BUTTON = 40;
const IS_HEADING = /^h[2-6]$/;

/**
 * The runs that open a teaser if it is one: a line that is a link to another article or begins with one, or a heading that
 * only the link of its summary, or a button below it, leads on.
 */
export function titlesIn(page: Page, leads: readonly (Lead | null)[]): readonly number[] {
  const buttons = buttonsIn(page, leads);
  const titles: number[] = [];
  let address = "";
  for (let i = 0; i < page.runs.length; i++) {
    const run = page.runs[i]!;
    const found = targetOf(page, leads, run, i, buttons);
    // What follows under the same address belongs to the same teaser.
    if (found === null || found === address) continue;
    address = found;
    titles.push(i);
  }
  return titles;
}

function targetOf(
  page: Page,
  leads: readonly (Lead | null)[],
  run: Run,
  i: number,
  buttons: ReadonlySet<string>,
): string | null {
  const lead = leads[i];
  if (lead) return lead.size >= MIN_TITLE && lead.size <= MAX_TITLE && !buttons.has(run.text) ? lead.address : null;
  if (run.linkSize > 0 || run.size > MAX_TITLE || !isHeading(page, run)) return null;
  for (let at = i + 1; at < page.runs.length && at <= i + LINK_WITHIN; at++) {
    const next = page.runs[at]!;
    if (isHeading(page, next)) return null;
    const led = leads[at];
    if (led?.isWhole && (at === i + 1 || buttons.has(next.text))) return led.address;
  }
  return null;
}

const isHeading = (page: Page, run: Run): boolean => IS_HEADING.test(page.boxes[run.box]!.element.name);

/** Short links that say the same and lead to different articles. */
function buttonsIn(page: Page, leads: readonly (Lead | null)[]): ReadonlySet<string> {
  const targets = new Map<string, Set<string>>();
  leads.forEach((lead, i) => {
    const { text, size } = page.runs[i]!;
    if (!lead?.isWhole || size > MAX_BUTTON) return;
    const known = targets.get(text);
    if (known) known.add(lead.address);
    else targets.set(text, new Set([lead.address]));
  });
  return new Set([...targets].flatMap(([text, { size }]) => (size >= MIN_BUTTONS ? [text] : [])));
}
