import { html } from "hono/html";
import { emptyStore } from "#publish/html/parts/empty";
import { healthNote } from "#publish/html/parts/health-note";
import { ago } from "#publish/html/parts/instant";
import { outLink, shortUrl } from "#publish/html/parts/links";
import { addForm } from "#publish/html/parts/operator";
import { page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import type { SourceHealth } from "#store/public-reader";
import { sourcePath } from "#view/addresses";
import { number, plural } from "#words/wording";

/** `/sources`: who is being watched. */
export const sourcesPage: Handler = async (visit) => {
  const all = await visit.view.reader.health(visit.now);
  return page(visit, {
    title: "Sources",
    section: "sources",
    main: html`<header class="opening"><h1>Sources</h1></header>
${all.length === 0 ? emptyStore(visit) : html`<ul class="sources">${all.map((each) => entry(each, visit.now))}</ul>`}
${visit.session && all.length > 0 ? addForm(visit) : ""}`,
  });
};

const entry = (each: SourceHealth, now: number): Html => html`<li>
<h2><a href="${sourcePath(each.source.id)}" dir="auto">${each.source.name}</a></h2>
<p class="apparatus">${outLink(each.source.homeUrl, shortUrl(each.source.homeUrl))}</p>
<p class="apparatus">${plural(each.articles, "article")}, ${number(each.articlesToday)} new and ${plural(each.changesToday, "change")} in the last day${each.lastSuccessAt === null ? "" : html`; last read ${ago(each.lastSuccessAt, now)}`}. ${healthNote(each, now)}</p>
</li>
`;
