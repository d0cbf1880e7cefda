import { html } from "hono/html";
import { sourcesJson } from "#json/sources";
import { emptyStore } from "#publish/html/parts/empty";
import { healthNote } from "#publish/html/parts/health-note";
import { ago } from "#publish/html/parts/instant";
import { outLink, shortUrl } from "#publish/html/parts/links";
import { addForm } from "#publish/html/parts/operator";
import { pageSteps } from "#publish/html/parts/pager";
import { represent } from "#publish/http/answer";
import { nameParam, numberParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { sourcePath, sourcesPath } from "#view/addresses";
import { type SourceStanding, type SourcesView, sourcesView } from "#view/health";
import { number, plural } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

/** `/sources`: who is being watched; `?q=` finds sources by their names. */
export const sourcesPage: Handler = async (visit) => {
  const q = nameParam(visit.query, "q");
  if (!q.ok) return badRequest(visit, q.failure.message);
  const wanted = numberParam(visit.query, "page");
  if (!wanted.ok) return badRequest(visit, wanted.failure.message);
  const view = await sourcesView(visit.view, wanted.value ?? 1, q.value);
  return represent(visit, {
    record: () => sourcesJson(view, visit.now, absolute(visit)),
    page: () => sourcesHtml(visit, view),
    state: view,
  });
};

function sourcesHtml(visit: Visit, view: SourcesView): PageParts {
  const isEmpty = view.found === 0 && view.words === "";
  return {
    title: "Sources",
    section: "sources",
    jsonHref: "/sources.json",
    noIndex: view.words !== "" || view.page > 1,
    main: html`<header class="opening"><h1>Sources</h1>${isEmpty ? "" : searchBox(view)}</header>
${isEmpty ? emptyStore(visit) : sourceList(view, visit.now)}
${visit.session && !isEmpty ? addForm(visit) : ""}`,
  };
}

const searchBox = ({ words, found, sick }: SourcesView): Html =>
  html`<form class="search" method="get" action="/sources" role="search"><label class="say" for="q">Name of a source</label>
<div class="field"><input id="q" name="q" type="search" value="${words}" maxlength="300" dir="auto" autocomplete="off"><button>Find</button></div></form>
<p class="apparatus">${plural(found, "source")}${sick === 0 ? "" : `; ${number(sick)} of them not well, listed first`}.${words === "" ? "" : html` <a href="${sourcesPath("")}">All sources</a>`}</p>`;

const sourceList = ({ words, sources, page, pages }: SourcesView, now: number): Html =>
  sources.length === 0
    ? html`<p class="lead">No source has <q dir="auto">${words}</q> in its name or address.</p>`
    : html`<ul class="sources">${sources.map((each) => entry(each, now))}</ul>
${pageSteps("/sources", { q: words }, page, pages)}`;

const entry = (each: SourceStanding, now: number): Html => html`<li>
<h2><a href="${sourcePath(each.source.id)}" dir="auto">${each.source.name}</a></h2>
<p class="apparatus">${outLink(each.source.homeUrl, shortUrl(each.source.homeUrl))}</p>
<p class="apparatus">${plural(each.articles, "article")}, ${number(each.articlesToday)} new and ${plural(each.changesToday, "change")} in the last day${each.lastSuccessAt === null ? "" : html`; last read ${ago(each.lastSuccessAt, now)}`}. ${each.troubles.length === 0 ? "" : html`${healthNote(each.troubles, now)}.`}</p>
</li>
`;
