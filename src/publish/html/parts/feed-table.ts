import { html } from "hono/html";
import type { Feed } from "#model/source";
import type { HubStanding } from "#model/subscription";
import type { Html } from "#publish/markup";
import { feedWords, periodWords } from "#words/health";
import { hubWords } from "#words/hubs";
import { FEED_KINDS } from "#words/wording";
import { outLink, shortUrl } from "./links.ts";
import { reasonClause } from "./reason.ts";

/** Where the articles of a source are found, and how each of these stands. */
export const feedTable = (feeds: readonly Feed[], hubs: readonly HubStanding[], now: number): Html =>
  feeds.length === 0
    ? html`<p>No feed or section page: only articles that were added one by one are watched.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Feeds"><table class="feeds"><thead><tr><th scope="col">Kind</th><th scope="col">Address</th><th scope="col">Read</th><th scope="col">State</th></tr></thead><tbody>
${feeds.map(
  (feed) =>
    html`<tr><td>${FEED_KINDS[feed.kind]}</td><td>${outLink(feed.url, shortUrl(feed.url))}</td><td>${periodWords(feed)}</td><td>${feedState(feed, now)}${hubLines(feed, hubs, now)}</td></tr>
`,
)}</tbody></table></div>`;

/** "failed 3 minutes ago: 404; next try in 10 minutes" */
function feedState(feed: Feed, now: number): Html {
  const { state, isBroken, next } = feedWords(feed, now);
  const why = feed.failures === 0 ? "" : html`: ${feed.lastError ? reasonClause(feed.lastError) : "no answer"}`;
  return html`${isBroken ? html`<strong class="warning">${state}</strong>` : state}${why}${next === "" ? "" : `; ${next}`}`;
}

/** Whether its hubs push, or why not. */
const hubLines = (feed: Feed, hubs: readonly HubStanding[], now: number): readonly Html[] =>
  hubs
    .filter(({ feedId }) => feedId === feed.id)
    .flatMap((hub) => hubWords(hub, now) ?? [])
    .map((words) => html`<br><span class="apparatus" dir="auto">${words}</span>`);
