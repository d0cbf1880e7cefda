import { foundOrExit, type Reading } from "#cli/reading";
import type { Shell } from "#cli/shell";
import { recordText } from "#cli/terminal/json";
import { printText } from "#cli/terminal/text";
import { versionJson } from "#json/version";
import type { ArticleId } from "#model/id";
import type { Answer } from "#view/answer";
import { articleHead } from "#view/article-head";
import type { ViewContext } from "#view/context";
import { type VersionView, versionView } from "#view/version";
import { absolute as shownInstant } from "#words/wording";

export async function showVersion(
  { view, absolute }: Reading,
  id: ArticleId,
  number: number,
  json: boolean,
  { terminal }: Shell,
): Promise<void> {
  const all = foundOrExit(await versionAt(view, id, number));
  if (json) return terminal.out(recordText(versionJson(all, absolute)));
  const { text, facts } = all.version;
  await printText({ ...text, facts: factsOf(all), entries: facts?.entries ?? [] }, terminal);
}

const factsOf = ({ article, version }: VersionView) =>
  [
    ["Version", `${version.place} of ${article.versionCount}`],
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

/** By its place in the history of the article, which is what its list prints. */
async function versionAt(view: ViewContext, id: ArticleId, place: number): Promise<Answer<VersionView>> {
  const head = await articleHead(view, id);
  const version = head.kind === "found" ? head.value.versions.find((each) => each.place === place) : undefined;
  return versionView(view, version?.articleId ?? id, version?.number ?? place);
}
