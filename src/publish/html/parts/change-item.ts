import { html } from "hono/html";
import type { ChangeSummary } from "#model/change";
import type { ChangeListItem } from "#store/reader";
import { articlePath, changePath, sourcePath } from "../../addresses.ts";
import { safeLanguage } from "../../safe.ts";
import { capital, changeLine, clockTime, longDay, plural, shortDate, weekday, wordCounts } from "../../wording.ts";
import type { Html } from "../markup.ts";
import { timeOfDay } from "./instant.ts";
import { chips } from "./labels.ts";
import { sample } from "./sample.ts";

interface ListOptions {
  readonly withSource: boolean;
}

/** Changes of one article, the one that speaks for them first. */
type Bundle = readonly [ChangeListItem, ...ChangeListItem[]];

/** Changes under a heading per day. Those of one article stand together, so that a busy one does not flood the day. */
export function changesByDay(items: readonly ChangeListItem[], options: ListOptions): Html {
  const days = Map.groupBy(items, (item) => shortDate(item.change.seenAt));
  return html`${[...days.values()].map(
    (day) => html`<section class="day"><h2>${longDay(day[0]!.change.seenAt)}</h2>
<ol class="changes">
${bundled(day).map((bundle) => changeItem(bundle, timeOfDay(bundle[0].change.seenAt), options))}
</ol></section>`,
  )}`;
}

/** Changes in the order given, whatever their days. */
export const changesInOrder = (items: readonly ChangeListItem[], options: ListOptions): Html =>
  html`<h2 class="say">Changes by weight</h2><ol class="changes">
${bundled(items).map((bundle) => changeItem(bundle, dayAndTime(bundle[0]), options))}
</ol>`;

const dayAndTime = ({ change }: ChangeListItem): Html =>
  html`${weekday(change.seenAt)} ${timeOfDay(change.seenAt)}<br><span class="weight" title="How much it matters, from 0 to 1">${change.summary.rank.toFixed(2)}</span>`;

function bundled(items: readonly ChangeListItem[]): readonly Bundle[] {
  return [...Map.groupBy(items, ({ article }) => article.id).values()].map((own) => own as [ChangeListItem]);
}

function changeItem([{ change, article, source }, ...others]: Bundle, when: Html, { withSource }: ListOptions): Html {
  const lang = safeLanguage(article.language);
  const words = wordCounts(change.summary);
  return html`<li class="change">
<p class="when">${when}</p>
<article>
${withSource ? html`<p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>` : ""}
<h3 dir="auto"${lang ? html` lang="${lang}"` : ""}><a href="${changePath(article.id, change.from, change.to)}">${article.headline ?? article.url}</a></h3>
${sample(change.summary, lang, article.headline ?? "") || reasonAlone(change.summary)}
<p class="apparatus">${changeLine(change.summary)}${words ? html` <span class="counts">(${words})</span>` : ""}.
<a class="nowrap" href="${articlePath(article.id)}">Version ${change.to} of ${article.versionCount}</a></p>
${chips(change.summary)}
${also(others)}
</article>
</li>
`;
}

/** Where no words changed there is nothing to show of them; which paragraph was moved can still be told. */
const reasonAlone = ({ labels: [first] }: ChangeSummary): Html | "" =>
  first && first.kind !== "cosmetic" ? html`<p class="hint"><bdi>${capital(first.reason)}</bdi></p>` : "";

/** As many further changes of one article stand in sight; more unfold. */
const IN_SIGHT = 1;

function also(others: readonly ChangeListItem[]): Html | "" {
  if (others.length === 0) return "";
  const lines = html`<ul class="also">${others.map(alsoLine)}</ul>`;
  if (others.length <= IN_SIGHT) return lines;
  return html`<details class="more"><summary>${plural(others.length, "other change")} of this article</summary>${lines}</details>`;
}

const alsoLine = ({ change, article }: ChangeListItem): Html =>
  html`<li><time datetime="${new Date(change.seenAt).toISOString()}">${clockTime(change.seenAt)}</time> <a href="${changePath(article.id, change.from, change.to)}">Version ${change.to}</a>: ${changeLine(change.summary)}</li>
`;
