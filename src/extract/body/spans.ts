import type { Headline } from "#extract/headline/headline";
import type { Page, Span } from "#extract/page/page";
import type { Selection } from "./select.ts";

/** Where bylines and dates stand: from a little before the headline to the body's first paragraphs. */
export function headOf(page: Page, headline: Headline, selection: Selection | null): Span {
  const first = selection?.first ?? 0;
  const from = headline.box ? Math.min(headline.box.from, first) : first;
  return { from: Math.max(0, from - 6), to: Math.min(page.runs.length, Math.max(first, headline.box?.to ?? 0) + 3) };
}

/** Lines at and after a body's end in which its author may be named. */
const FOOT_LINES = { before: 4, after: 12 };

/** Where bylines stand when none stands above: the body's last lines and the first after it. */
export function footOf(page: Page, head: Span, selection: Selection | null): Span {
  const end = selection?.box.to ?? page.runs.length;
  const from = Math.max(head.to, end - FOOT_LINES.before);
  return { from, to: Math.max(from, Math.min(page.runs.length, end + FOOT_LINES.after)) };
}
