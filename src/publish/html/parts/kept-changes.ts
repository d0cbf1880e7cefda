import { raw } from "hono/html";
import { sha256 } from "#lib/hash";
import { fragment } from "#publish/fragments";
import type { Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import type { ListedChange } from "#view/change-list";
import { changesByDay } from "./change-item.ts";

/** Changes under a heading per day, as markup that is made once for as long as nothing in it changes. */
export async function keptChanges(visit: Visit, items: readonly ListedChange[], withSource: boolean): Promise<Html> {
  const key = `changes ${withSource} ${sha256(JSON.stringify(items.map(stateOf)))}`;
  const made = await fragment(visit.web.fragments, key, async () => String(await changesByDay(items, withSource)));
  return raw(made ?? "");
}

/** All of an item that its markup says; summaries are as long as their labels, and stay while their texts do. */
export const stateOf = ({ change, places, article, source, readings, running }: ListedChange) => [
  change.id,
  places.to,
  readings,
  article.headline ?? article.url,
  article.language,
  article.versionCount,
  source.id,
  source.name,
  running?.versions,
];
