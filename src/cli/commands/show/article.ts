import { foundOrExit, type Reading } from "#cli/reading";
import type { Shell } from "#cli/shell";
import { recordText } from "#cli/terminal/json";
import type { Terminal } from "#cli/terminal/terminal";
import { articleJson } from "#json/article";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import type { PublicReader } from "#store/public-reader";
import { articleView } from "#view/article";
import { looksView } from "#view/looks";
import { joinSentence } from "#words/joins";
import { reasonText } from "#words/reasons";
import { why } from "#words/why";
import { later, plural, relative, absolute as shownInstant, times } from "#words/wording";
import { printLook } from "./looks.ts";

const LOOKS_SHOWN = 20;

export async function showArticle(
  { view, absolute }: Reading,
  id: ArticleId,
  limit = LOOKS_SHOWN,
  json: boolean,
  { terminal }: Shell,
): Promise<void> {
  const all = foundOrExit(await articleView(view, id));
  if (json) return terminal.out(recordText(articleJson(all, absolute)));
  await terminal.out(terminal.style("bold", all.article.headline ?? "(no headline yet)"));
  await terminal.out(all.article.url);
  await terminal.out(
    `First seen ${shownInstant(all.article.firstSeenAt)}; ${changes(all.versions)}; ${next(all.article, view.now)}.`,
  );
  for (const join of all.joins) await terminal.out(joinSentence(join));
  const continuesAt = all.versions.at(-1)?.continuesAt;
  if (continuesAt)
    await terminal.out(`The article continues on more pages, which are not read; the next one is ${continuesAt}`);
  await terminal.out(`\n${terminal.style("dim", "VERSIONS")}`);
  await printVersions(all.versions, view.reader, terminal);
  await terminal.out(`\n${terminal.style("dim", "LOOKS, NEWEST FIRST")}`);
  const { looks } = foundOrExit(await looksView(view, id, { limit }));
  for (const look of looks.items) await printLook(look, terminal);
}

function changes(versions: readonly VersionHead[]): string {
  const texts = versions.filter(({ takenBack }) => takenBack === null).length;
  return texts > 1 ? `changed ${times(texts - 1)}` : "never changed";
}

function next(article: Article, now: number): string {
  if (article.nextLookAt === null) return article.statusReason ? reasonText(article.statusReason) : "no longer checked";
  const reasons = why(article);
  return `next look ${relative(article.nextLookAt, now)}${reasons === null ? "" : ` (${reasons})`}`;
}

async function printVersions(
  versions: readonly VersionHead[],
  reader: PublicReader,
  terminal: Terminal,
): Promise<void> {
  for (const [i, head] of versions.entries()) {
    const before = versions[i - 1];
    const when = before ? later(head.firstSeenAt - before.firstSeenAt) : "first";
    const text = (await reader.version(head.articleId, head.number))?.text;
    const size = text ? plural(text.blocks.length, "paragraph") : "";
    await terminal.out(
      `  ${String(head.place).padStart(3)}  ${shownInstant(head.firstSeenAt)}  ${when.padEnd(24)}  ${size}`,
    );
    if (head.headline !== before?.headline) await terminal.out(`       ${head.headline ?? "(no headline)"}`);
  }
}
