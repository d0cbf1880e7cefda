import { html } from "hono/html";
import { ago } from "#publish/html/parts/instant";
import { feedLine, feedLinks } from "#publish/html/parts/links";
import { pager } from "#publish/html/parts/pager";
import { numberParam, searchParam } from "#publish/http/params";
import { page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { marked } from "#publish/marked";
import type { Html } from "#publish/markup";
import type { SearchHit } from "#store/public-reader";
import { articlePath, sourcePath, versionPath } from "#view/addresses";
import { safeLanguage } from "#words/safe";
import { capital, runningLine } from "#words/wording";
import { badRequest } from "./problem.ts";

const PER_PAGE = 30;

/** `/search?q=`: full text over all versions, newest first. */
export const searchPage: Handler = async (visit) => {
  const q = searchParam(visit.query);
  if (!q.ok) return badRequest(visit, q.failure.message);
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const words = q.value;
  const found = words === "" ? null : await visit.view.reader.search(words, { before: before.value, limit: PER_PAGE });
  const feeds = words === "" ? [] : feedLinks("/search", `Search: ${words}`, words);
  return page(visit, {
    title: words === "" ? "Search" : `“${words}”`,
    section: "search",
    feeds,
    noIndex: words !== "",
    main: html`<header class="opening"><h1>Search</h1>
<form class="search" method="get" action="/search" role="search"><label class="say" for="q">Words to search for</label>
<div class="field"><input id="q" name="q" type="search" value="${words}" maxlength="300" dir="auto" autocomplete="off"><button>Search</button></div></form>
${words === "" ? hints() : html`<p class="apparatus">Newest first. Follow this search: ${feedLine(feeds)}</p>`}</header>
${found ? results(found.items, words, visit.now) : ""}
${found ? pager("/search", { q: words }, found.next, "Earlier versions") : ""}`,
  });
};

const hints =
  (): Html => html`<p>Searches headline, standfirst, corrections and body of every version of every article, also words that have been
edited away since. All words have to stand in one paragraph; <code>"words in quotes"</code> have to stand together.</p>`;

const results = (hits: readonly SearchHit[], words: string, now: number): Html =>
  hits.length === 0
    ? html`<div class="empty"><p class="lead">No version holds <q dir="auto">${words}</q> in one paragraph.</p>
<p>Fewer words find more. Parts of words are found only in scripts that are written without spaces.</p></div>`
    : html`<ol class="hits">${hits.map((hit) => result(hit, now))}</ol>`;

function result(hit: SearchHit, now: number): Html {
  const { article, source, version, current, excerpt, marks, running: live } = hit;
  const lang = safeLanguage(version.language ?? article.language);
  const attribute = lang ? html` lang="${lang}"` : "";
  return html`<li><article>
<p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h2 dir="auto"${attribute}><a href="${articlePath(article.id)}">${version.headline ?? article.headline ?? article.url}</a></h2>
${live ? html`<p class="live">${capital(runningLine(live, now))}</p>` : ""}
<p class="excerpt" dir="auto"${attribute}>${marked(excerpt, marks)}</p>
<p class="apparatus"><a href="${versionPath(article.id, version.number)}">Version ${version.number}</a>, first seen ${ago(version.firstSeenAt, now)}${current ? "" : html`; <strong>edited away since</strong>`}.</p>
</article></li>
`;
}
