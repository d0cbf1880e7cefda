import { html } from "hono/html";
import { searchJson } from "#json/search";
import { ago } from "#publish/html/parts/instant";
import { feedLine, feedLinks } from "#publish/html/parts/links";
import { pager } from "#publish/html/parts/pager";
import { represent } from "#publish/http/answer";
import { numberParam, searchParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { marked } from "#publish/marked";
import type { Html } from "#publish/markup";
import { articlePath, headPath, sourcePath, withQuery } from "#view/addresses";
import { type SearchView, searchView } from "#view/search";
import { safeLanguage } from "#words/safe";
import { capital, runningLine } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

/** `/search?q=`: full text over all versions, newest first. */
export const searchPage: Handler = async (visit) => {
  const q = searchParam(visit.query);
  if (!q.ok) return badRequest(visit, q.failure.message);
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  if (visit.wantsJson && q.value === "")
    return badRequest(visit, "“q” has to say what to search for, such as ?q=alleged.");
  const view = await searchView(visit.view, q.value, before.value);
  return represent(visit, {
    record: () => searchJson(view, absolute(visit)),
    page: () => searchHtml(view, visit.now),
    state: view,
    instants: view.hits.map(({ version }) => version.firstSeenAt),
  });
};

function searchHtml(view: SearchView, now: number): PageParts {
  const { words, next } = view;
  const feeds = words === "" ? [] : feedLinks("/search", `Search: ${words}`, words);
  return {
    title: words === "" ? "Search" : `“${words}”`,
    section: "search",
    feeds,
    ...(words === "" ? {} : { jsonHref: withQuery("/search.json", { q: words }) }),
    noIndex: words !== "",
    main: html`<header class="opening"><h1>Search</h1>
<form class="search" method="get" action="/search" role="search"><label class="say" for="q">Words to search for</label>
<div class="field"><input id="q" name="q" type="search" value="${words}" maxlength="300" dir="auto" autocomplete="off"><button>Search</button></div></form>
${words === "" ? hints : html`<p class="apparatus">Newest first. Follow this search: ${feedLine(feeds)}</p>`}</header>
${words === "" ? "" : results(view, now)}
${pager("/search", { q: words }, next, "Earlier versions")}`,
  };
}

const hints: Html = html`<p>Searches the headline, standfirst, corrections and body of every version, including words that were edited away later.
All words must be in one paragraph; <code>"words in quotes"</code> must be next to each other.</p>`;

const results = ({ hits, words }: SearchView, now: number): Html =>
  hits.length === 0
    ? html`<div class="empty"><p class="lead">No version has <q dir="auto">${words}</q> in one paragraph.</p>
<p>Fewer words find more. Parts of words are found only in scripts that are written without spaces.</p></div>`
    : html`<ol class="hits">${hits.map((hit) => result(hit, now))}</ol>`;

function result(
  { article, source, version, current, excerpt, marks, running }: SearchView["hits"][number],
  now: number,
): Html {
  const lang = safeLanguage(version.language ?? article.language);
  const attribute = lang ? html` lang="${lang}"` : "";
  return html`<li><article>
<p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h2 dir="auto"${attribute}><a href="${articlePath(article.id)}">${version.headline ?? article.headline ?? article.url}</a></h2>
${running ? html`<p class="live">${capital(runningLine(running, now))}</p>` : ""}
<p class="excerpt" dir="auto"${attribute}>${marked(excerpt, marks)}</p>
<p class="apparatus"><a href="${headPath(version)}">Version ${version.place}</a>, first seen ${ago(version.firstSeenAt, now)}${current ? "" : html`; <strong>edited away since</strong>`}.</p>
</article></li>
`;
}
