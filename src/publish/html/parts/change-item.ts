import { html } from "hono/html";
import { alignPair } from "#collate/collate";
import { inlineOf } from "#collate/pieces";
import type { ChangeSummary } from "#model/change";
import type { ChangeListItem } from "#store/reader";
import { articlePath, changePath, sourcePath } from "../../addresses.ts";
import { safeLanguage } from "../../safe.ts";
import { changeLine, longDay, shortDate, wordCounts } from "../../wording.ts";
import type { Html } from "../markup.ts";
import { timeOfDay } from "./instant.ts";
import { deleted, inserted, pieces } from "./pieces.ts";

/** Changes under a heading per day. */
export function changesByDay(items: readonly ChangeListItem[], options: { readonly withSource: boolean }): Html {
  const days = Map.groupBy(items, (item) => shortDate(item.change.seenAt));
  return html`${[...days.values()].map(
    (day) => html`<section class="day"><h2>${longDay(day[0]!.change.seenAt)}</h2>
<ol class="changes">
${day.map((item) => changeItem(item, options.withSource))}
</ol></section>`,
  )}`;
}

function changeItem({ change, article, source }: ChangeListItem, withSource: boolean): Html {
  const lang = safeLanguage(article.language);
  const words = wordCounts(change.summary);
  return html`<li class="change">
<p class="when">${timeOfDay(change.seenAt)}</p>
<article>
${withSource ? html`<p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>` : ""}
<h3 dir="auto"${lang ? html` lang="${lang}"` : ""}><a href="${changePath(article.id, change.from, change.to)}">${article.headline ?? article.url}</a></h3>
${sample(change.summary, lang, article.headline ?? "")}
<p class="apparatus">${changeLine(change.summary)}${words ? html` <span class="counts">(${words})</span>` : ""}.
<a class="nowrap" href="${articlePath(article.id)}">Version ${change.to} of ${article.versionCount}</a></p>
</article>
</li>
`;
}

/**
 * The most telling edit as it would look in the text: the few words around it once, what was replaced marked. Of a
 * headline that was replaced whole and stands right above, only the old one is shown.
 */
export function sample({ sample: { old, new: now } }: ChangeSummary, lang: string | undefined, above = ""): Html | "" {
  if (!old && !now) return "";
  const attribute = lang ? html` lang="${lang}"` : "";
  if (!old || !now) return html`<p class="sample" dir="auto"${attribute}>${old ? deleted(old) : inserted(now)}</p>`;
  const run = inlineOf(alignPair(old, now), [old], [now]).flat();
  const replaced = now === above && run.every((piece) => piece.op !== "equal");
  return html`<p class="sample" dir="auto"${attribute}>${replaced ? deleted(old) : pieces(run)}</p>`;
}
