import { foundOrExit, type Reading } from "#cli/reading";
import type { Shell } from "#cli/shell";
import { recordText } from "#cli/terminal/json";
import { type Row, rowOf, sideBySide } from "#cli/terminal/side-by-side";
import type { Group } from "#collate/collation";
import { changeJson } from "#json/change";
import type { ArticleId } from "#model/id";
import type { VersionText } from "#model/version";
import { type ChangeView, changeView } from "#view/change";
import { kindsOf, LABEL_NAMES } from "#words/labels";
import { absolute as shownInstant } from "#words/wording";

export async function showChange(
  { view, absolute }: Reading,
  id: ArticleId,
  { from, to }: { readonly from: number; readonly to: number },
  { json, full }: { readonly json: boolean; readonly full: boolean },
  { terminal }: Shell,
): Promise<void> {
  const change = foundOrExit(await changeView(view, id, from, to));
  if (json) return terminal.out(recordText(changeJson(change, absolute)));
  const [old, next] = await Promise.all([view.reader.version(id, from), view.reader.version(id, to)]);
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
