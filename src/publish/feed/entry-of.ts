import { html } from "hono/html";
import type { Article } from "#model/article";
import type { ChangeSummary } from "#model/change";
import type { Source } from "#model/source";
import { marked } from "#publish/html/parts/marked";
import type { Visit } from "#publish/http/visit";
import type { ChangeListItem, SearchHit } from "#store/public-reader";
import { articlePath, changePath, versionPath } from "#view/addresses";
import { type Running, runningAt } from "#view/running";
import { kindsOf } from "#words/labels";
import { safeLanguage } from "#words/safe";
import { capital, changeLine, runningLine, wordCounts } from "#words/wording";
import { entryHead, entryHtml } from "./entry-html.ts";
import { entryTitle } from "./entry-title.ts";
import type { FeedEntry, Weighed } from "./feed.ts";

/**
 * Tag URI (RFC 4151): the public host and the year from which it holds. Without a public address the ids are local
 * ones, which stay the same under whatever name and port the server is reached.
 */
export function tagId(visit: Visit, path: string): string {
  const { publicUrl } = visit.web.settings;
  const authority = (publicUrl && URL.parse(publicUrl)?.hostname) || "localhost";
  return `tag:${authority},2026:${path.replace(/^\//, "")}`;
}

/** In place of a comparison that is not asked for, because there was no room for one before it. */
const NOT_NOW = { ok: false } as const;

const comparedIf = (compare: boolean, { web }: Visit, { id }: Article, from: number, to: number) =>
  compare ? web.collator.compare(id, from, to) : NOT_NOW;

const headlineOf = (article: Article): string => article.headline ?? article.url;

/** A change as an entry: its id is that of the change, its text the marked-up difference. */
export async function changeEntry(visit: Visit, item: ChangeListItem, compare: boolean): Promise<FeedEntry> {
  const { change, article, source } = item;
  const path = changePath(article.id, change.from, change.to);
  const line = changeLine(change.summary);
  const counts = wordCounts(change.summary);
  const said = counts ? `${line} (${counts})` : line;
  const compared = await comparedIf(compare, visit, article, change.from, change.to);
  return {
    ...common(visit, article, source, path),
    title: entryTitle(headlineOf(article), change.summary),
    summary: said,
    html: String(
      await (compared?.ok
        ? entryHtml(compared.value, said, visit.origin + path)
        : entryHead(change.summary, said, visit.origin + path)),
    ),
    at: change.seenAt,
    weighed: weighedOf(change.summary),
    complete: compared?.ok ?? true,
  };
}

/**
 * A live page as one entry, however often it changes: the id stays, the text is the latest difference. Readers that take a
 * new date for news show it again.
 */
export async function latestEntry(visit: Visit, item: ChangeListItem, compare: boolean): Promise<FeedEntry> {
  const entry = await changeEntry(visit, item, compare);
  const { change, article, source } = item;
  const running = change.runningFrom === null ? null : await runningAt(visit.view.reader, article.id, change.to);
  if (!running) return entry;
  const line = capital(runningLine(running, change.seenAt));
  return {
    ...entry,
    ...common(visit, article, source, articlePath(article.id)),
    id: runningId(visit, article, running),
    running,
    title: `${headlineOf(article)} [live page]`,
    summary: `${line}. Latest: ${entry.summary}`,
    html: `<p>${line}. <a href="${visit.origin}${articlePath(article.id)}">All versions</a></p>\n${entry.html}`,
  };
}

const runningId = (visit: Visit, { id }: Article, { from }: Running): string =>
  tagId(visit, `${articlePath(id)}/live/${from}`);

/** What a search found, as an entry: the change that brought the words, or version 1; a live page as a whole. */
export async function hitEntry(visit: Visit, hit: SearchHit, compare: boolean): Promise<FeedEntry> {
  const { article, source, version } = hit;
  const running = version.live ? await runningAt(visit.view.reader, article.id, version.number) : null;
  const before = version.number - 1;
  const path = before > 0 ? changePath(article.id, before, version.number) : versionPath(article.id, version.number);
  const compared = before === 0 ? null : await comparedIf(compare, visit, article, before, version.number);
  const excerpt = html`<p dir="auto">${marked(hit.excerpt, hit.marks)}</p>\n`;
  const difference = compared?.ok ? entryHtml(compared.value, `Version ${version.number}`, visit.origin + path) : "";
  return {
    ...common(visit, article, source, path),
    ...(running && { id: runningId(visit, article, running) }),
    title: version.headline ?? headlineOf(article),
    summary: hit.excerpt,
    html: String(await html`${excerpt}${difference}`),
    at: version.firstSeenAt,
    weighed: null,
    complete: compared?.ok ?? true,
  };
}

const weighedOf = ({ labels, rank, silent }: ChangeSummary): Weighed => ({
  kinds: kindsOf(labels),
  labels,
  rank,
  silent,
});

const common = (visit: Visit, article: Article, source: Source, path: string) => ({
  id: tagId(visit, path),
  url: visit.origin + path,
  source: source.name,
  language: safeLanguage(article.language),
});
