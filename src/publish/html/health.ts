import { html } from "hono/html";
import { healthJson } from "#publish/api/health-json";
import { healthWords } from "#publish/html/parts/health-note";
import { ago } from "#publish/html/parts/instant";
import { json, page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import type { SourceHealth } from "#store/public-reader";
import { sourcePath } from "#view/addresses";
import { number, plural } from "#words/wording";

/** `/health`: is every source still being read? As a page for people and as JSON for monitors. */
export const healthPage: Handler = async (visit) => {
  const { reader } = visit.view;
  const [all, counts] = await Promise.all([reader.health(visit.now), reader.counts()]);
  if (visit.wantsJson) return json(visit, healthJson(all, counts, visit.now));
  return page(visit, {
    title: "Health",
    section: "health",
    jsonHref: "/health.json",
    main: html`<header class="opening"><h1>Health</h1>
<p>${plural(counts.articles, "article")} of ${plural(counts.sources, "source")}, ${plural(counts.versions, "version")}, ${plural(counts.changes, "change")}, ${plural(counts.captures, "look")} in all. <a href="/health.json">As JSON</a>.</p></header>
${all.length === 0 ? html`<p>No source is being watched yet.</p>` : table(all, visit.now)}`,
  });
};

const table = (all: readonly SourceHealth[], now: number): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Health of the sources"><table class="health"><caption class="say">Figures of the last 24 hours</caption>
<thead><tr><th scope="col">Source</th><th scope="col">Last success</th><th scope="col">Articles today</th><th scope="col">Changes today</th><th scope="col">Looks today</th><th scope="col">Failed</th><th scope="col">State</th></tr></thead><tbody>
${all.map((each) => row(each, now))}</tbody></table></div>
<p class="hint">“Today” is the last 24 hours. A source shows as silent when nothing new was found there for two days.</p>`;

function row(each: SourceHealth, now: number): Html {
  const trouble = healthWords(each, now);
  return html`<tr><th scope="row"><a href="${sourcePath(each.source.id)}" dir="auto">${each.source.name}</a></th>
<td>${each.lastSuccessAt === null ? "never" : ago(each.lastSuccessAt, now)}</td>
<td class="n">${number(each.articlesToday)}</td><td class="n">${number(each.changesToday)}</td><td class="n">${number(each.looksToday)}</td><td class="n">${number(each.failedLooksToday)}</td>
<td>${trouble ? html`<strong class="warning">${trouble}</strong>` : "well"}</td></tr>
`;
}
