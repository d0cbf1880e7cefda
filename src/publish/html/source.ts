import { html } from "hono/html";
import { sourceJson } from "#json/source";
import type { SourceId } from "#model/id";
import type { Source } from "#model/source";
import { feedTable } from "#publish/html/parts/feed-table";
import { healthNote } from "#publish/html/parts/health-note";
import { ago, stamp } from "#publish/html/parts/instant";
import { keptChanges, stateOf } from "#publish/html/parts/kept-changes";
import { feedLine, feedLinks, outLink, shortUrl } from "#publish/html/parts/links";
import { pager } from "#publish/html/parts/pager";
import { sourceForms } from "#publish/html/parts/source-forms";
import { templates } from "#publish/html/parts/templates";
import { watchingLog } from "#publish/html/parts/watching";
import { answered, represent } from "#publish/http/answer";
import { idParam, numberParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath, sourcePath } from "#view/addresses";
import { type SourceView, sourceView } from "#view/source";
import { restWords } from "#words/health";
import { safeLanguage } from "#words/safe";
import { waitingWords } from "#words/waiting";
import { capital, plural, STATUSES } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

/** `/sources/:id`: one source, its latest changes, its newest articles, its feeds. */
export const sourcePage: Handler = async (visit) => {
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const answer = await sourceView(visit.view, idParam<SourceId>(visit.params["id"]), before.value);
  return answered(visit, answer, (view) =>
    represent(visit, {
      record: () => sourceJson(view, visit.now, absolute(visit)),
      page: () => sourceHtml(visit, view, before.value !== undefined),
      state: { ...view, changes: { next: view.changes.next, items: view.changes.items.map(stateOf) } },
    }),
  );
};

function sourceHtml(visit: Visit, view: SourceView, isLater: boolean): PageParts {
  const { source, troubles, changes, newest, feeds, hubs, watching, siteMoves, site } = view;
  const path = sourcePath(source.id);
  const out = feedLinks(path, source.name);
  return {
    title: source.name,
    section: "sources",
    feeds: out,
    jsonHref: `${path}.json`,
    noIndex: isLater,
    main: html`<header class="opening"><p class="kicker">Source</p><h1 dir="auto">${source.name}</h1>
<p class="apparatus">${outLink(source.homeUrl, shortUrl(source.homeUrl))} · watched since ${stamp(source.createdAt)} · Follow: ${feedLine(out)}</p>
${restWords(source, visit.now) === "" ? "" : html`<p class="apparatus"><strong>${capital(restWords(source, visit.now))}</strong>.</p>`}
${view.waiting.count === 0 ? "" : html`<p class="apparatus">${capital(waitingWords(view.waiting))}.</p>`}
${troubles.length === 0 ? "" : html`<p class="apparatus">${healthNote(troubles, visit.now)}.</p>`}${siteMoves.map(
  ({ from, to, articles, firstAt }) =>
    html`<p class="apparatus">Moved from <bdi>${from}</bdi> to <bdi>${to}</bdi> from ${stamp(firstAt)} on: ${articles} articles so far.</p>`,
)}</header>
${changes.items.length > 0 ? keptChanges(visit, changes.items, false) : html`<p>No change has been seen at this source${isLater ? " before that" : " yet"}.</p>`}
${pager(path, {}, changes.next, "Earlier changes")}
<section aria-labelledby="articles"><h2 id="articles">Newest articles</h2>${articleList(newest, visit.now)}</section>
<section aria-labelledby="feeds"><h2 id="feeds">Where its articles are found</h2>${feedTable(feeds, hubs, visit.now)}${patterns(source)}</section>
${watchingLog(source, watching, visit.now)}
${site ? templates(site, visit.now, visit.session !== null) : ""}
${visit.session ? sourceForms(visit, source, feeds) : ""}`,
  };
}

const articleList = (items: SourceView["newest"], now: number): Html =>
  items.length === 0
    ? html`<p>None found so far.</p>`
    : html`<ul class="articles">${items.map(({ article }) => {
        const lang = safeLanguage(article.language);
        return html`<li><a href="${articlePath(article.id)}" dir="auto"${lang ? html` lang="${lang}"` : ""}>${article.headline ?? shortUrl(article.url)}</a>
<span class="apparatus">found ${ago(article.firstSeenAt, now)}, ${article.standingCount === 0 ? "not read yet" : plural(article.standingCount, "version")}${article.status === "watched" ? "" : `, ${STATUSES[article.status]}`}</span></li>
`;
      })}</ul>`;

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
