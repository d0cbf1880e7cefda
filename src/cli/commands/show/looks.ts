import { foundOrExit, type Reading } from "#cli/reading";
import type { Shell } from "#cli/shell";
import { recordText } from "#cli/terminal/json";
import type { Terminal } from "#cli/terminal/terminal";
import { looksJson } from "#json/looks";
import type { Capture } from "#model/capture";
import type { ArticleId } from "#model/id";
import type { PublicReader } from "#store/public-reader";
import { looksView, placedLooks } from "#view/looks";
import { DECISIONS, OUTCOMES } from "#words/outcomes";
import { inBrackets } from "#words/reasons";
import { absolute as shownInstant } from "#words/wording";

/** As many as the web site gives at once. */
const LOOKS_AT_ONCE = 100;
/** Most that the reader gives at once; more is read page by page. */
const BATCH = 200;

export async function showLooks(
  { view, absolute }: Reading,
  id: ArticleId,
  limit = LOOKS_AT_ONCE,
  json: boolean,
  { terminal }: Shell,
): Promise<void> {
  const first = foundOrExit(await looksView(view, id, { limit: Math.min(limit, BATCH) }));
  const looks = placedLooks(first, await more(view.reader, first.article.id, first.looks, limit));
  if (json) return terminal.out(recordText(looksJson({ ...first, looks }, absolute)));
  for (const look of looks.items) await printLook(look, terminal);
}

/** Goes on until `limit` looks are there. */
async function more(
  reader: PublicReader,
  id: ArticleId,
  first: Awaited<ReturnType<PublicReader["captures"]>>,
  limit: number,
) {
  let { items, next } = first;
  while (next !== null && items.length < limit) {
    const page = await reader.captures(id, { before: next, limit: Math.min(BATCH, limit - items.length) });
    items = [...items, ...page.items];
    next = page.next;
  }
  return { items, next };
}

export async function printLook(look: Capture, terminal: Terminal): Promise<void> {
  const status = String(look.status ?? "---");
  await terminal.out(
    `  ${shownInstant(look.capturedAt)}  ${status}  ${OUTCOMES[look.outcome]}: ${DECISIONS[look.decision]}${inBrackets(look.reason)}`,
  );
}
