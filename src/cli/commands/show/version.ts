import { foundOrExit, type Reading } from "#cli/reading";
import type { Shell } from "#cli/shell";
import { recordText } from "#cli/terminal/json";
import { printText } from "#cli/terminal/text";
import { versionJson } from "#json/version";
import type { ArticleId } from "#model/id";
import { type VersionView, versionView } from "#view/version";
import { absolute as shownInstant } from "#words/wording";

export async function showVersion(
  { view, absolute }: Reading,
  id: ArticleId,
  number: number,
  json: boolean,
  { terminal }: Shell,
): Promise<void> {
  const all = foundOrExit(await versionView(view, id, number));
  if (json) return terminal.out(recordText(versionJson(all, absolute)));
  const { text, facts } = all.version;
  await printText({ ...text, facts: factsOf(all), entries: facts?.entries ?? [] }, terminal);
}

const factsOf = ({ article, version }: VersionView) =>
  [
    ["Version", `${version.number} of ${article.versionCount}`],
    ["First seen", shownInstant(version.firstSeenAt)],
    ["Last seen", shownInstant(version.lastSeenAt)],
    ["By", version.byline.join(", ")],
    ["Published", version.publishedAt],
    ["Modified", version.modifiedAt],
    ["Section", version.facts?.section ?? null],
    ["Language", version.language],
    ["Continues", version.continuesAt],
    ["Address", article.url],
  ] as const;
