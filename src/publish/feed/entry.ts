import { html } from "hono/html";
import type { ChangeSummary } from "#model/change";
import { type Fragments, fragment } from "#publish/fragments";
import { isolated } from "#publish/isolated";
import { marked } from "#publish/marked";
import type { Difference } from "#store/public-reader";
import { pairPath } from "#view/addresses";
import type { ComparedPart } from "#view/compare/collator";
import { changedParts } from "#view/compare/difference";
import type { ViewContext } from "#view/context";
import { comparedEntry, type EntryView } from "#view/entries";
import { bylineChanged, bylineEvent } from "#words/bylines";
import { kindsOf } from "#words/labels";
import { safeLanguage } from "#words/safe";
import { textOf } from "#words/say";
import { capital, changeLine, runningLine, wordCounts } from "#words/wording";
import { entryHead, entryHtml } from "./entry-html.ts";
import { entryTitle } from "./entry-title.ts";
import type { FeedEntry, Weighed } from "./feed.ts";

/** What the entries of one feed have in common. */
export interface EntrySetting {
  readonly view: ViewContext;
  readonly fragments: Fragments;
  /** Makes an address of the site absolute, and an id. */
  readonly absolute: (path: string) => string;
  readonly tagId: (path: string) => string;
}

/**
 * @param kept what is kept of its difference; undefined: the versions are compared
 * @param compare false: put no difference in that would have to be made by comparing
 */
export async function feedEntry(
  setting: EntrySetting,
  view: EntryView,
  kept: Difference | undefined,
  compare: boolean,
): Promise<FeedEntry> {
  const { article, source, at, running } = view;
  const summary = view.change?.summary ?? null;
  const difference = await differenceOf(setting, view, kept, compare);
  const lead = leadOf(setting, view);
  return {
    id: setting.tagId(view.idPath),
    url: setting.absolute(view.path),
    title: titleOf(view),
    summary: summaryOf(view),
    html: lead + (difference ?? (await withoutDifference(setting, view))),
    at,
    source: source.name,
    language: safeLanguage(article.language),
    weighed: summary && weighedOf(summary),
    ...(view.kind === "live" && running && { running }),
    complete: difference !== null || view.pair === null,
  };
}

const headlineOf = ({ headline, article }: EntryView): string => headline ?? article.headline ?? article.url;

function titleOf(view: EntryView): string {
  if (view.kind === "byline") return `${headlineOf(view)} [byline]`;
  if (view.kind === "hit" || !view.change) return headlineOf(view);
  return view.kind === "live" ? `${headlineOf(view)} [live page]` : entryTitle(headlineOf(view), view.change.summary);
}

function summaryOf(view: EntryView): string {
  if (view.byline) return textOf(bylineChanged(view.byline));
  if (view.excerpt) return view.excerpt.text;
  const said = saidOf(view);
  return view.kind === "live" && view.running
    ? `${capital(runningLine(view.running, view.at))}. Latest: ${said}`
    : said;
}

function saidOf({ change, place }: EntryView): string {
  const summary = change?.summary;
  if (!summary) return `Version ${place}`;
  const counts = wordCounts(summary);
  return counts ? `${changeLine(summary)} (${counts})` : changeLine(summary);
}

/** What is said before the difference, and changes while the difference does not. */
function leadOf({ absolute }: EntrySetting, { kind, running, excerpt, byline, at, path }: EntryView): string {
  if (byline) return `${html`<p>${isolated(bylineEvent(byline))} <a href="${absolute(path)}">The article</a></p>`}\n`;
  if (excerpt) return `${html`<p dir="auto">${marked(excerpt.text, excerpt.marks)}</p>`}\n`;
  if (kind !== "live" || !running) return "";
  return `${html`<p>${capital(runningLine(running, at))}. <a href="${absolute(path)}">All versions</a></p>`}\n`;
}

/** The marked-up difference, made once for as long as both texts are read as they are; null when there is none now. */
async function differenceOf(
  setting: EntrySetting,
  view: EntryView,
  kept: Difference | undefined,
  compare: boolean,
): Promise<string | null> {
  const readings = view.readings ?? kept?.readings;
  const render = async () => {
    const parts = kept && changedParts(kept);
    if (parts) return rendered(setting, view, parts, (view.change ?? kept.change).summary);
    const compared = await comparedEntry(setting.view, view, compare);
    if (!compared?.ok) return null;
    const { summary } = view.change ?? compared.value;
    return rendered(setting, view, compared.value.parts, summary);
  };
  return readings ? fragment(setting.fragments, entryKey(setting, view, readings), render) : render();
}

/** Under which the difference of an entry is kept once it is rendered. */
export const entryKey = ({ absolute }: EntrySetting, view: EntryView, readings: readonly string[]): string =>
  ["entry", comparedPath(view), view.change?.labelledBy ?? "", ...readings, absolute("")].join(" ");

const rendered = async (
  setting: EntrySetting,
  view: EntryView,
  parts: readonly ComparedPart[],
  summary: ChangeSummary,
): Promise<string> => String(await entryHtml(parts, summary, saidOf(view), setting.absolute(comparedPath(view))));

async function withoutDifference(setting: EntrySetting, view: EntryView): Promise<string> {
  if (!view.change) return "";
  return String(await entryHead(view.change.summary, saidOf(view), setting.absolute(comparedPath(view))));
}

const comparedPath = ({ path, pair }: EntryView): string => (pair ? pairPath(pair.from, pair.to) : path);

const weighedOf = ({ labels, rank, silent }: ChangeSummary): Weighed => ({
  kinds: kindsOf(labels),
  labels,
  rank,
  silent,
});
