import { foundOrExit, type Reading } from "#cli/reading";
import type { Shell } from "#cli/shell";
import { recordText } from "#cli/terminal/json";
import { type Row, rowOf, sideBySide } from "#cli/terminal/side-by-side";
import type { Group } from "#collate/collation";
import { changeJson } from "#json/change";
import type { ArticleId } from "#model/id";
import type { VersionText } from "#model/version";
import type { Answer } from "#view/answer";
import { articleHead } from "#view/article-head";
import { type ChangeView, changeView } from "#view/change";
import type { ViewContext } from "#view/context";
import { kindsOf, LABEL_NAMES } from "#words/labels";
import { absolute as shownInstant } from "#words/wording";

export async function showChange(
  { view, absolute }: Reading,
  id: ArticleId,
  { from, to }: { readonly from: number; readonly to: number },
  { json, full }: { readonly json: boolean; readonly full: boolean },
  { terminal }: Shell,
): Promise<void> {
  const change = foundOrExit(await changeAt(view, id, from, to));
  if (json) return terminal.out(recordText(changeJson(change, absolute)));
  const [old, next] = await Promise.all([
    view.reader.version(change.old.articleId, change.old.number),
    view.reader.version(change.next.articleId, change.next.number),
  ]);
  await terminal.out(
    terminal.style(
      "dim",
      `Version ${from}, last seen ${shownInstant(change.lastSeenOldAt)}; version ${to}, first seen ${shownInstant(change.next.firstSeenAt)}.`,
    ),
  );
  const labels = kindsOf(change.comparison.summary.labels).map((kind) => LABEL_NAMES[kind]);
  if (labels.length > 0) await terminal.out(terminal.style("dim", `Changed: ${labels.join(", ")}.`));
  await terminal.out("");
  if (old && next)
    for (const line of sideBySide(rowsOf(change, old.text, next.text), terminal, { full })) await terminal.out(line);
}

/** By the places of the versions in the history of the article, which are what its list prints. */
async function changeAt(view: ViewContext, id: ArticleId, from: number, to: number): Promise<Answer<ChangeView>> {
  const head = await articleHead(view, id);
  const at = (place: number) =>
    head.kind === "found" ? head.value.versions.find((each) => each.place === place) : null;
  const [old, next] = [at(from), at(to)];
  return changeView(view, next?.articleId ?? id, old ?? { articleId: null, number: from }, next?.number ?? to);
}

/** Headline, standfirst and correction notes first, as on the page. */
function rowsOf({ comparison: { collation } }: ChangeView, old: VersionText, next: VersionText): readonly Row[] {
  const single = (group: Group | null, field: "headline" | "standfirst") =>
    group ? [rowOf(group, [old[field] ?? ""], [next[field] ?? ""])] : [];
  const texts = (text: VersionText) => text.blocks.map((block) => block.text);
  return [
    ...single(collation.headline, "headline"),
    ...single(collation.standfirst, "standfirst"),
    ...collation.corrections.groups.map((group) => rowOf(group, old.corrections, next.corrections)),
    ...collation.body.groups.map((group) => rowOf(group, texts(old), texts(next))),
  ];
}
