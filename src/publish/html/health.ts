import { html } from "hono/html";
import { healthJson } from "#json/health";
import { healthNote } from "#publish/html/parts/health-note";
import { ago } from "#publish/html/parts/instant";
import { pageSteps } from "#publish/html/parts/pager";
import { represent } from "#publish/http/answer";
import { numberParam } from "#publish/http/params";
import { absolute, json } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { sourcePath } from "#view/addresses";
import { type HealthPageView, healthPageView, healthView, type SourceStanding } from "#view/health";
import { waitingWords } from "#words/waiting";
import { number, plural } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

/** `/health`: is every source still being read? Page by page for people, whole as JSON for monitors. */
export const healthPage: Handler = async (visit) => {
  if (visit.wantsJson)
    return json(visit, healthJson(await healthView(visit.view, visit.web.isDamaged()), absolute(visit)));
  const wanted = numberParam(visit.query, "page");
  if (!wanted.ok) return badRequest(visit, wanted.failure.message);
  const view = await healthPageView(visit.view, wanted.value ?? 1, visit.web.isDamaged());
  return represent(visit, { page: () => healthHtml(view, visit.now), state: view });
};

function healthHtml(view: HealthPageView, now: number): PageParts {
  const { isDamaged, counts, found, sick, sources, page, pages } = view;
  return {
    title: "Health",
    section: "health",
    jsonHref: "/health.json",
    noIndex: page > 1,
    main: html`<header class="opening"><h1>Health</h1>
<p>${plural(counts.articles, "article")} of ${plural(counts.sources, "source")}, ${plural(counts.versions, "version")}, ${plural(counts.changes, "change")}, ${plural(counts.captures, "look")} in all. <a href="/health.json">As JSON</a>.</p>
${isDamaged ? html`<p><strong class="warning">The database is damaged.</strong> It has answered with damage, so a part of it cannot be read. The operator has to restore a backup.</p>` : ""}
${found === 0 ? "" : html`<p>${sick === 0 ? "All sources are well." : html`<strong class="warning">${sick === 1 ? "One source is" : `${number(sick)} sources are`} not well</strong>${found > sources.length ? "; they are listed first" : ""}.`}</p>`}</header>
${found === 0 ? html`<p>No source is being watched yet.</p>` : table(sources, now)}
${pageSteps("/health", {}, page, pages)}`,
  };
}

const table = (sources: readonly SourceStanding[], now: number): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Health of the sources"><table class="health"><caption class="say">Figures of the last 24 hours</caption>
<thead><tr><th scope="col">Source</th><th scope="col">Last success</th><th scope="col">Articles today</th><th scope="col">Changes today</th><th scope="col">Looks today</th><th scope="col">Failed</th><th scope="col">State</th></tr></thead><tbody>
${sources.map((each) => row(each, now))}</tbody></table></div>
<p class="hint">“Today” is the last 24 hours. A source shows as silent if nothing new was found there for two days.</p>`;

const row = (each: SourceStanding, now: number): Html =>
  html`<tr><th scope="row"><a href="${sourcePath(each.source.id)}" dir="auto">${each.source.name}</a></th>
<td>${each.lastSuccessAt === null ? "never" : ago(each.lastSuccessAt, now)}</td>
<td class="n">${number(each.articlesToday)}</td><td class="n">${number(each.changesToday)}</td><td class="n">${number(each.looksToday)}</td><td class="n">${number(each.failedLooksToday)}</td>
<td>${healthNote(each.troubles, now) || "well"}${each.waiting.count === 0 ? "" : html`; ${waitingWords(each.waiting)}`}</td></tr>
`;
