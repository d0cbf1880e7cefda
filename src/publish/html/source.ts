import { html } from "hono/html";
import type { Feed, Source } from "#model/source";
import { BROKEN_AFTER } from "#model/source";
import type { HubStanding } from "#model/subscription";
import { changesByDay } from "#publish/html/parts/change-item";
import { ago, stamp } from "#publish/html/parts/instant";
import { feedLine, feedLinks, outLink, shortUrl } from "#publish/html/parts/links";
import { pager } from "#publish/html/parts/pager";
import { reasonClause } from "#publish/html/parts/reason";
import { templates } from "#publish/html/parts/templates";
import { readWatching, watching } from "#publish/html/parts/watching";
import { numberParam, wholeNumber } from "#publish/http/params";
import { page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import type { ArticleListItem } from "#store/public-reader";
import { articlePath, sourcePath } from "#view/addresses";
import { hubWords } from "#words/hubs";
import { safeLanguage } from "#words/safe";
import { duration, FEED_KINDS, plural, STATUSES } from "#words/wording";
import { badRequest, notFound } from "./problem.ts";

const CHANGES_PER_PAGE = 20;
const ARTICLES_SHOWN = 20;

/** `/sources/:id`: one source, its latest changes, its newest articles, its feeds. */
export const sourcePage: Handler = async (visit) => {
  const { reader } = visit.view;
  const id = wholeNumber(visit.params["id"] ?? "") as Source["id"] | null;
  const source = id === null ? null : await reader.source(id);
  if (!source) return notFound(visit, "No source has this number.");
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const [learned, changes, articles, feeds, hubs, watched] = await Promise.all([
    visit.web.templates.of(source.homeUrl),
    reader.changes({ sourceId: source.id, before: before.value, limit: CHANGES_PER_PAGE }),
    reader.articles({ sourceId: source.id, limit: ARTICLES_SHOWN }),
    reader.feeds(source.id),
    reader.hubs(source.id),
    readWatching(reader, source, visit.now),
  ]);
  const path = sourcePath(source.id);
  const out = feedLinks(path, source.name);
  return page(visit, {
    title: source.name,
    section: "sources",
    feeds: out,
    noIndex: before.value !== undefined,
    main: html`<header class="opening"><p class="kicker">Source</p><h1 dir="auto">${source.name}</h1>
<p class="apparatus">${outLink(source.homeUrl, shortUrl(source.homeUrl))} · watched since ${stamp(source.createdAt)} · Follow: ${feedLine(out)}</p></header>
${changes.items.length > 0 ? changesByDay(changes.items, { withSource: false }) : html`<p>No change has been seen at this source${before.value ? " before that" : " yet"}.</p>`}
${pager(path, {}, changes.next, "Earlier changes")}
<section aria-labelledby="articles"><h2 id="articles">Newest articles</h2>${articleList(articles.items, visit.now)}</section>
<section aria-labelledby="feeds"><h2 id="feeds">Where its articles are found</h2>${feedTable(feeds, hubs, visit.now)}${patterns(source)}</section>
${watching(watched, visit.now)}
${learned ? templates(learned, visit.now, visit.session !== null) : ""}`,
  });
};

const articleList = (items: readonly ArticleListItem[], now: number): Html =>
  items.length === 0
    ? html`<p>None found so far.</p>`
    : html`<ul class="articles">${items.map(({ article }) => {
        const lang = safeLanguage(article.language);
        return html`<li><a href="${articlePath(article.id)}" dir="auto"${lang ? html` lang="${lang}"` : ""}>${article.headline ?? shortUrl(article.url)}</a>
<span class="apparatus">found ${ago(article.firstSeenAt, now)}, ${article.versionCount === 0 ? "not read yet" : plural(article.versionCount, "version")}${article.status === "watched" ? "" : `, ${STATUSES[article.status]}`}</span></li>
`;
      })}</ul>`;

const feedTable = (feeds: readonly Feed[], hubs: readonly HubStanding[], now: number): Html =>
  feeds.length === 0
    ? html`<p>No feed or section page: only articles that were added one by one are watched.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Feeds"><table class="feeds"><thead><tr><th scope="col">Kind</th><th scope="col">Address</th><th scope="col">Read</th><th scope="col">State</th></tr></thead><tbody>
${feeds.map(
  (
    feed,
  ) => html`<tr><td>${FEED_KINDS[feed.kind]}</td><td>${outLink(feed.url, shortUrl(feed.url))}</td><td>every ${duration(feed.periodMs).replace(/^about an? /, "")}</td><td>${feedState(feed, now)}${hubLines(feed, hubs, now)}</td></tr>
`,
)}</tbody></table></div>`;

function feedState(feed: Feed, now: number): Html {
  if (feed.failures >= BROKEN_AFTER) {
    return html`<strong class="warning">broken</strong>: ${feed.lastError ? reasonClause(feed.lastError) : "no answer"}`;
  }
  if (feed.dueAt === null) return html`paused`;
  return feed.lastSuccessAt === null ? html`not read yet` : html`read ${ago(feed.lastSuccessAt, now)}`;
}

/** Whether its hubs push, or why not. */
const hubLines = (feed: Feed, hubs: readonly HubStanding[], now: number): readonly Html[] =>
  hubs
    .filter(({ feedId }) => feedId === feed.id)
    .flatMap((hub) => hubWords(hub, now) ?? [])
    .map((words) => html`<br><span class="apparatus" dir="auto">${words}</span>`);

function patterns({ patterns: p }: Source): Html | "" {
  const rows: [string, readonly string[]][] = [
    ["Only addresses with", p.includeUrl],
    ["No addresses with", p.excludeUrl],
    ["Only titles with", p.includeTitle],
    ["No titles with", p.excludeTitle],
  ];
  const used = rows.filter(([, list]) => list.length > 0);
  if (used.length === 0) return "";
  return html`<dl class="facts">${used.map(([label, list]) => html`<div><dt>${label}</dt><dd>${list.map((pattern) => html`<code>${pattern}</code> `)}</dd></div>`)}</dl>`;
}
