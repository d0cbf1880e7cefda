import { html } from "hono/html";
import type { SourceId } from "#model/id";
import type { Source } from "#model/source";
import { sourcePath } from "../addresses.ts";
import { numberParam } from "../params.ts";
import { page } from "../respond.ts";
import type { Handler, Visit } from "../site.ts";
import { plural } from "../wording.ts";
import type { Html } from "./markup.ts";
import { changesByDay } from "./parts/change-item.ts";
import { emptyStore, nothingYet } from "./parts/empty.ts";
import { feedLine, feedLinks } from "./parts/links.ts";
import { pager } from "./parts/pager.ts";
import { badRequest } from "./problem.ts";

/** A screenful or five: enough to read over a coffee, light enough for a phone. */
const PER_PAGE = 40;

/** `/`: the latest changes of all articles, or of one source. */
export const latestPage: Handler = async (visit) => {
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const wanted = numberParam(visit.query, "source");
  if (!wanted.ok) return badRequest(visit, wanted.failure.message);
  const sources = await visit.site.reader.sources();
  const source = sources.find((each) => each.id === wanted.value);
  if (wanted.value !== undefined && !source) return badRequest(visit, "“source” has to be the number of a source.");
  const changes = await visit.site.reader.changes({
    before: before.value,
    sourceId: source?.id,
    limit: PER_PAGE,
  });
  const { siteName } = visit.site.settings;
  const feeds = source ? feedLinks(sourcePath(source.id), source.name) : feedLinks("", `${siteName}: latest changes`);
  const query: Record<string, string> = source ? { source: String(source.id) } : {};
  return page(visit, {
    title: before.value || source ? `Latest changes${source ? ` at ${source.name}` : ""}` : null,
    section: "latest",
    feeds,
    noIndex: before.value !== undefined,
    main: html`<header class="opening"><h1>Latest changes</h1>
<div class="bar">${sources.length > 1 ? filterForm(sources, source?.id) : ""}
<p class="apparatus">Follow: ${feedLine(feeds)}</p></div></header>
${changes.items.length > 0 ? changesByDay(changes.items, { withSource: true }) : await empty(visit, sources)}
${pager("/", query, changes.next, "Earlier changes")}`,
  });
};

const filterForm = (sources: readonly Source[], chosen: SourceId | undefined): Html =>
  html`<form class="filter" method="get" action="/"><label for="source">Source</label>
<select id="source" name="source"><option value="">All ${plural(sources.length, "source")}</option>
${sources.map((source) => html`<option value="${source.id}"${source.id === chosen ? html` selected` : ""}>${source.name}</option>\n`)}
</select> <button>Show</button></form>`;

async function empty(visit: Visit, sources: readonly Source[]): Promise<Html> {
  return sources.length === 0 ? emptyStore(visit) : nothingYet(await visit.site.reader.counts());
}
