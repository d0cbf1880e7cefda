import { html } from "hono/html";
import type { Html } from "#publish/markup";
import { latestPath, type Order, sourcesPath } from "#view/addresses";
import type { SourceChoice } from "#view/source-choice";
import { plural } from "#words/wording";
import { shortUrl } from "./links.ts";

/** Where a reader types the name of a source: a list of thousands would weigh more than the page. */
export function sourceBox(choice: SourceChoice, order: Order, sources: number): Html {
  const typed = choice.kind === "all" ? "" : choice.kind === "one" ? choice.source.name : choice.asked;
  return html`<form class="filter" method="get" action="/">${order === "rank" ? html`<input type="hidden" name="order" value="rank">` : ""}<label for="source">Source</label>
<input id="source" name="source" type="search" value="${typed}" maxlength="300" dir="auto" autocomplete="off"> <button>Show</button>
${choice.kind === "all" ? "" : html`<a href="${latestPath({ order })}">All ${plural(sources, "source")}</a>`}</form>`;
}

/** What a typed name may have meant. */
export function sourceMatches(choice: Extract<SourceChoice, { kind: "several" | "none" }>, order: Order): Html {
  if (choice.kind === "none")
    return html`<div class="empty"><p class="lead">No source has <q dir="auto">${choice.asked}</q> in its name or address.</p>
<p><a href="${sourcesPath("")}">All sources</a></p></div>`;
  const { asked, matches, found } = choice;
  return html`<p class="lead">${plural(found, "source")} have <q dir="auto">${asked}</q> in their name or address:</p>
<ul class="articles">${matches.map(
    ({ id, name, homeUrl }) =>
      html`<li><a href="${latestPath({ order, source: id })}" dir="auto">${name}</a> <span class="apparatus" dir="auto">${shortUrl(homeUrl)}</span></li>\n`,
  )}</ul>
${found > matches.length ? html`<p class="more"><a href="${sourcesPath(asked)}">All ${plural(found, "source")}</a></p>` : ""}`;
}
