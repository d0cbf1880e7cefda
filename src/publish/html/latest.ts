import { html } from "hono/html";
import { changesJson } from "#json/changes";
import { changesInOrder } from "#publish/html/parts/change-item";
import { emptyStore, nothingYet } from "#publish/html/parts/empty";
import { stamp } from "#publish/html/parts/instant";
import { keptChanges, stateOf } from "#publish/html/parts/kept-changes";
import { feedLine, feedLinks } from "#publish/html/parts/links";
import { pager } from "#publish/html/parts/pager";
import { sourceBox, sourceMatches } from "#publish/html/parts/source-box";
import { represent } from "#publish/http/answer";
import { choiceParam, nameParam, numberParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { latestPath, type Order, sourcePath } from "#view/addresses";
import { type LatestView, latestView, type Weighing } from "#view/latest";
import { plural } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

const ORDERS = ["newest", "rank"] as const;
/** Days within which changes are weighed against each other. */
const DAYS = ["1", "3", "7"] as const;

/** `/`: the latest changes of all articles, or of one source; `?order=rank` puts first what matters most. */
export const latestPage: Handler = async (visit) => {
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const source = nameParam(visit.query, "source");
  if (!source.ok) return badRequest(visit, source.failure.message);
  const order = choiceParam(visit.query, "order", ORDERS);
  if (!order.ok) return badRequest(visit, order.failure.message);
  const days = choiceParam(visit.query, "days", DAYS);
  if (!days.ok) return badRequest(visit, days.failure.message);
  const view = await latestView(visit.view, {
    order: order.value,
    days: Number(days.value),
    before: before.value,
    source: source.value,
  });
  const unclear = visit.wantsJson && view.choice.kind !== "all" && view.choice.kind !== "one";
  if (unclear)
    return badRequest(visit, "“source” has to be the number of a source, or words that only one has in its name.");
  return represent(visit, {
    record: () => changesJson(view, absolute(visit)),
    state: { ...view, changes: view.changes.map(stateOf) },
    // By rank it begins at another minute each time.
    ...(view.weighed ? {} : { instants: [] }),
    page: () => latestHtml(visit, view, before.value),
  });
};

const TITLES: Readonly<Record<Order, string>> = { newest: "Latest changes", rank: "Most important changes" };

function latestHtml(visit: Visit, view: LatestView, before: number | undefined): PageParts {
  const { order, choice } = view;
  const source = choice.kind === "one" ? choice.source : null;
  const { siteName } = visit.web.settings;
  const feeds = source ? feedLinks(sourcePath(source.id), source.name) : feedLinks("", `${siteName}: latest changes`);
  const title = TITLES[order];
  const isFront = choice.kind === "all" && order === "newest" && before === undefined;
  return {
    title: isFront ? null : `${title}${source ? ` at ${source.name}` : ""}`,
    section: "latest",
    feeds,
    jsonHref: latestPath({ order, source: source?.id, json: true }),
    noIndex: !isFront && (before !== undefined || order === "rank" || source === null),
    main: html`<header class="opening"><h1>${title}</h1>
<div class="bar">${orders(view)}
${view.sources > 1 ? sourceBox(choice, order, view.sources) : ""}
<p class="apparatus">Follow: ${feedLine(feeds)}</p></div></header>
${choice.kind === "several" || choice.kind === "none" ? sourceMatches(choice, order) : list(visit, view)}`,
  };
}

const list = (visit: Visit, view: LatestView): Html =>
  view.weighed ? ranked(visit, view, view.weighed) : newest(visit, view);

function newest(visit: Visit, { changes, next, choice, sources, quiet }: LatestView): Html {
  const query: Record<string, string> = choice.kind === "one" ? { source: String(choice.source.id) } : {};
  const nothing = quiet && sources > 0 ? nothingYet(quiet) : emptyStore(visit);
  return html`${changes.length > 0 ? keptChanges(visit, changes, true) : nothing}
${pager("/", query, next, "Earlier changes")}`;
}

function ranked(
  visit: Visit,
  { changes, choice, sources }: LatestView,
  { days, since, lighter, labelledEarlier }: Weighing,
): Html {
  const source = choice.kind === "one" ? choice.source.id : undefined;
  const windows = DAYS.map(
    (each) =>
      html`<a href="${latestPath({ order: "rank", source, days: Number(each) })}"${Number(each) === days ? html` aria-current="true"` : ""}>${each === "1" ? "Last day" : `${each} days`}</a>\n`,
  );
  const nothing =
    sources === 0
      ? emptyStore(visit)
      : html`<p class="lead">No change was seen within ${days === 1 ? "the last day" : `the last ${days} days`}.</p>`;
  return html`<nav class="views" aria-label="Within">${windows}</nav>
<p class="hint">Of the changes since ${stamp(since)}, those first that a reader of the old text most likely wants to know. <a href="/about#rank">How the weight is made</a>.</p>
${labelledEarlier > 0 ? html`<p class="hint">${plural(labelledEarlier, "change")} of these ${labelledEarlier === 1 ? "has" : "have"} the labels of an earlier release; until ${labelledEarlier === 1 ? "it is" : "they are"} labelled again, the order may change.</p>` : ""}
${changes.length > 0 ? changesInOrder(changes, true) : nothing}
${lighter > 0 ? html`<p class="hint">${plural(lighter, "lighter change")} ${lighter === 1 ? "is" : "are"} not listed here; <a href="${latestPath({ source })}">newest first</a> has them all.</p>` : ""}`;
}

const ORDER_NAMES: Readonly<Record<Order, string>> = { newest: "Newest first", rank: "Most important first" };

function orders({ order, choice }: LatestView): Html {
  const source = choice.kind === "one" ? choice.source.id : undefined;
  return html`<nav class="views" aria-label="Order">${ORDERS.map((each) => html`<a href="${latestPath({ order: each, source })}"${each === order ? html` aria-current="page"` : ""}>${ORDER_NAMES[each]}</a>\n`)}</nav>`;
}
