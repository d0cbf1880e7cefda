import { html } from "hono/html";
import type { SourceId } from "#model/id";
import type { Source } from "#model/source";
import { changesByDay, changesInOrder } from "#publish/html/parts/change-item";
import { emptyStore, nothingYet } from "#publish/html/parts/empty";
import { stamp } from "#publish/html/parts/instant";
import { feedLine, feedLinks } from "#publish/html/parts/links";
import { pager } from "#publish/html/parts/pager";
import { choiceParam, numberParam } from "#publish/http/params";
import { page } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { type Order, orderPath, sourcePath } from "#view/addresses";
import { changesByRank } from "#view/ranked";
import { plural } from "#words/wording";
import { badRequest } from "./problem.ts";

/** A screenful or five: enough to read over a coffee, light enough for a phone. */
const PER_PAGE = 40;
const ORDERS = ["newest", "rank"] as const;
/** Days within which changes are weighed against each other. */
const DAYS = ["1", "3", "7"] as const;

/** `/`: the latest changes of all articles, or of one source; `?order=rank` puts first what matters most. */
export const latestPage: Handler = async (visit) => {
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const wanted = numberParam(visit.query, "source");
  if (!wanted.ok) return badRequest(visit, wanted.failure.message);
  const order = choiceParam(visit.query, "order", ORDERS);
  if (!order.ok) return badRequest(visit, order.failure.message);
  const days = choiceParam(visit.query, "days", DAYS);
  if (!days.ok) return badRequest(visit, days.failure.message);
  const sources = await visit.view.reader.sources();
  const source = sources.find((each) => each.id === wanted.value);
  if (wanted.value !== undefined && !source) return badRequest(visit, "“source” has to be the number of a source.");
  const list = order.value === "rank" ? ranked : newest;
  const { siteName } = visit.web.settings;
  const feeds = source ? feedLinks(sourcePath(source.id), source.name) : feedLinks("", `${siteName}: latest changes`);
  const title = order.value === "rank" ? "What matters first" : "Latest changes";
  return page(visit, {
    title: before.value || source || order.value === "rank" ? `${title}${source ? ` at ${source.name}` : ""}` : null,
    section: "latest",
    feeds,
    noIndex: before.value !== undefined || order.value === "rank",
    main: html`<header class="opening"><h1>${title}</h1>
<div class="bar">${orders(order.value, source?.id)}
${sources.length > 1 ? filterForm(sources, source?.id, order.value) : ""}
<p class="apparatus">Follow: ${feedLine(feeds)}</p></div></header>
${await list(visit, sources, source, { before: before.value, days: days.value })}`,
  });
};

interface Stretch {
  readonly before: number | undefined;
  readonly days: (typeof DAYS)[number];
}

async function newest(visit: Visit, sources: readonly Source[], source: Source | undefined, { before }: Stretch) {
  const changes = await visit.view.reader.changes({ before, sourceId: source?.id, limit: PER_PAGE });
  const query: Record<string, string> = source ? { source: String(source.id) } : {};
  return html`${changes.items.length > 0 ? changesByDay(changes.items, { withSource: true }) : await empty(visit, sources)}
${pager("/", query, changes.next, "Earlier changes")}`;
}

async function ranked(visit: Visit, sources: readonly Source[], source: Source | undefined, { days }: Stretch) {
  const { items, since } = await changesByRank(visit.view.reader, visit.now, Number(days), source?.id);
  const shown = items.slice(0, PER_PAGE);
  const windows = DAYS.map(
    (each) =>
      html`<a href="${orderPath("rank", source?.id, each)}"${each === days ? html` aria-current="true"` : ""}>${each === "1" ? "Last day" : `${each} days`}</a>\n`,
  );
  return html`<nav class="views" aria-label="Within">${windows}</nav>
<p class="hint">Weighed by what was touched, of the changes since ${stamp(since)}: a headline, a figure or a quotation counts more than a comma. <a href="/about#rank">How the weight is made</a>.</p>
${shown.length > 0 ? changesInOrder(shown, { withSource: true }) : sources.length === 0 ? emptyStore(visit) : html`<p class="lead">No change was seen within ${days === "1" ? "the last day" : `the last ${days} days`}.</p>`}
${items.length > shown.length ? html`<p class="hint">${plural(items.length - shown.length, "lighter change")} ${items.length - shown.length === 1 ? "is" : "are"} not listed here; <a href="${orderPath("newest", source?.id)}">newest first</a> has them all.</p>` : ""}`;
}

const ORDER_NAMES: Readonly<Record<Order, string>> = { newest: "Newest first", rank: "What matters first" };

const orders = (order: Order, source: SourceId | undefined): Html =>
  html`<nav class="views" aria-label="Order">${ORDERS.map((each) => html`<a href="${orderPath(each, source)}"${each === order ? html` aria-current="page"` : ""}>${ORDER_NAMES[each]}</a>\n`)}</nav>`;

const filterForm = (sources: readonly Source[], chosen: SourceId | undefined, order: Order): Html =>
  html`<form class="filter" method="get" action="/">${order === "rank" ? html`<input type="hidden" name="order" value="rank">` : ""}<label for="source">Source</label>
<select id="source" name="source"><option value="">All ${plural(sources.length, "source")}</option>
${sources.map((source) => html`<option value="${source.id}"${source.id === chosen ? html` selected` : ""}>${source.name}</option>\n`)}
</select> <button>Show</button></form>`;

async function empty(visit: Visit, sources: readonly Source[]): Promise<Html> {
  return sources.length === 0 ? emptyStore(visit) : nothingYet(await visit.view.reader.counts());
}
