import { html } from "hono/html";
import { ledgerJson } from "#json/ledger";
import type { LedgerDay } from "#model/ledger";
import { stamp } from "#publish/html/parts/instant";
import { pager } from "#publish/html/parts/pager";
import { represent } from "#publish/http/answer";
import { numberParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { type LedgerView, ledgerView } from "#view/ledger";
import { number } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

/** `/ledger`: the root of each closed day, for whoever wants to hold this site to its word. */
export const ledgerPage: Handler = async (visit) => {
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const days = await ledgerView(visit.view, before.value);
  return represent(visit, { record: () => ledgerJson(days, absolute(visit)), page: () => ledgerHtml(days) });
};

function ledgerHtml(days: LedgerView): PageParts {
  return {
    title: "Ledger",
    section: "about",
    jsonHref: "/ledger.json",
    main: html`<header class="opening"><h1>Ledger</h1></header>
<div class="prose">
<p class="lead">At midnight UTC the day’s versions and looks are sealed under one number, the <em>root</em>. Each root is made from the one before.</p>
<p>Write down a root today. Later it shows whether anything recorded until then was altered, added or removed:
the operator runs <code>variorum verify --root DAY=ROOT</code>. A root is the SHA-256 of the lines <code>variorum day</code>, number,
time of closing (epoch milliseconds), number of versions, their hash, number of looks, their hash, and the root before;
the two hashes are those of hash trees (RFC 9162). <a href="/ledger.json">As JSON</a>.</p>
</div>
${days.items.length === 0 ? html`<p>No day is closed yet.</p>` : table(days.items)}
${pager("/ledger", {}, days.next, "Earlier days")}`,
  };
}

const table = (days: readonly LedgerDay[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Closed days"><table class="health ledger"><caption class="say">Closed days, the latest first</caption>
<thead><tr><th scope="col">Day</th><th scope="col">Closed</th><th scope="col">Versions</th><th scope="col">Looks</th><th scope="col">Root</th></tr></thead><tbody>
${days.map(row)}</tbody></table></div>`;

const row = (day: LedgerDay): Html =>
  html`<tr id="day-${day.number}"><th scope="row">${number(day.number)}</th><td>${stamp(day.closedAt)}</td><td class="n">${number(day.versions)}</td><td class="n">${number(day.captures)}</td><td><code>${day.root}</code></td></tr>
`;
