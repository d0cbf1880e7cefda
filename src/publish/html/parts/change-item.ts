import { html } from "hono/html";
import type { ChangeSummary } from "#model/change";
import { isolated } from "#publish/isolated";
import type { Html } from "#publish/markup";
import { articlePath, pairPath, sourcePath } from "#view/addresses";
import type { ListedChange } from "#view/change-list";
import { pairOf } from "#view/entries";
import { labelParts } from "#words/quoted";
import { safeLanguage } from "#words/safe";
import {
  capital,
  changeLine,
  clockTime,
  longDay,
  plural,
  runningLine,
  shortDate,
  weekday,
  wordCounts,
} from "#words/wording";
import { timeOfDay } from "./instant.ts";
import { chips } from "./labels.ts";
import { sample } from "./sample.ts";

/** Changes of one article, the one that speaks for them first. */
type Bundle = readonly [ListedChange, ...ListedChange[]];

/** Changes under a heading per day. Those of one article stand together, so that a busy one does not flood the day. */
export function changesByDay(items: readonly ListedChange[], withSource: boolean): Html {
  const days = Map.groupBy(items, (item) => shortDate(item.change.seenAt));
  return html`${[...days.values()].map(
    (day) => html`<section class="day"><h2>${longDay(day[0]!.change.seenAt)}</h2>
<ol class="changes">
${bundled(day).map((bundle) => changeItem(bundle, timeOfDay(bundle[0].change.seenAt), withSource))}
</ol></section>`,
  )}`;
}

/** Changes in the order given, whatever their days. */
export const changesInOrder = (items: readonly ListedChange[], withSource: boolean): Html =>
  html`<h2 class="say">Changes by weight</h2><ol class="changes">
${bundled(items).map((bundle) => changeItem(bundle, dayAndTime(bundle[0]), withSource))}
</ol>`;

const dayAndTime = ({ change }: ListedChange): Html =>
  html`${weekday(change.seenAt)} ${timeOfDay(change.seenAt)}<br><span class="weight" title="How much it matters, from 0 to 1">${change.summary.rank.toFixed(2)}</span>`;

function bundled(items: readonly ListedChange[]): readonly Bundle[] {
  return [...Map.groupBy(items, ({ article }) => article.id).values()].map((own) => own as [ListedChange]);
}

function changeItem([item, ...others]: Bundle, when: Html, withSource: boolean): Html {
  const { change, article, source, running } = item;
  const lang = safeLanguage(article.language);
  const href = running ? articlePath(article.id) : pathOf(item);
  return html`<li class="change">
<p class="when">${when}</p>
<article>
${withSource ? html`<p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>` : ""}
<h3 dir="auto"${lang ? html` lang="${lang}"` : ""}><a href="${href}">${article.headline ?? article.url}</a></h3>
${running ? html`<p class="live">${capital(runningLine(running, change.seenAt))}</p>` : ""}
${sample(item.sample, lang, article.headline ?? "") || reasonAlone(change.summary)}
<p class="apparatus">${running ? latestOf(item) : oneOf(item)}</p>
${chips(change.summary)}
${also(others)}
</article>
</li>
`;
}

const did = ({ change: { summary } }: ListedChange): Html => {
  const words = wordCounts(summary);
  return html`${changeLine(summary)}${words ? html` <span class="counts">(${words})</span>` : ""}`;
};

const oneOf = (item: ListedChange): Html =>
  html`${did(item)}. <a class="nowrap" href="${articlePath(item.article.id)}">Version ${item.places.to} of ${item.article.versionCount}</a>`;

const latestOf = (item: ListedChange): Html =>
  html`Latest: ${did(item)}. <a class="nowrap" href="${pathOf(item)}">Version ${item.places.to}</a>`;

function pathOf({ change }: ListedChange): string {
  const { from, to } = pairOf(change);
  return pairPath(from, to);
}

/** Where no words changed there is nothing to show of them; which paragraph was moved can still be told. */
const reasonAlone = ({ labels: [first] }: ChangeSummary): Html | "" =>
  first && first.kind !== "cosmetic" ? html`<p class="hint">${isolated(labelParts(capital(first.reason)))}</p>` : "";

/** As many further changes of one article stand in sight; more unfold. */
const IN_SIGHT = 1;

function also(others: readonly ListedChange[]): Html | "" {
  if (others.length === 0) return "";
  const lines = html`<ul class="also">${others.map(alsoLine)}</ul>`;
  if (others.length <= IN_SIGHT) return lines;
  return html`<details class="more"><summary>${plural(others.length, "other change")} of this article</summary>${lines}</details>`;
}

const alsoLine = (item: ListedChange): Html => {
  const { change, places } = item;
  return html`<li><time datetime="${new Date(change.seenAt).toISOString()}">${clockTime(change.seenAt)}</time> <a href="${pathOf(item)}">Version ${places.to}</a>: ${changeLine(change.summary)}</li>
`;
};
