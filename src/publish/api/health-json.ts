import { BROKEN_AFTER } from "#model/source";
import { healthWords } from "#publish/html/parts/health-note";
import type { Counts, SourceHealth } from "#store/public-reader";
import { saidReason } from "#words/reasons";
import { hubJson } from "./hub-json.ts";
import { iso } from "./iso.ts";

/** `/health.json`: `well` is false as soon as one source is silent or has a broken feed. */
export function healthJson(all: readonly SourceHealth[], counts: Counts, now: number) {
  const sources = all.map((each) => ({
    id: each.source.id,
    name: each.source.name,
    well: healthWords(each, now) === "",
    lastSuccessAt: iso(each.lastSuccessAt),
    lastArticleAt: iso(each.lastArticleAt),
    articles: each.articles,
    articlesToday: each.articlesToday,
    changesToday: each.changesToday,
    looksToday: each.looksToday,
    failedLooksToday: each.failedLooksToday,
    silentHours: each.silentSince,
    feeds: each.feeds.map((feed) => ({
      url: feed.url,
      kind: feed.kind,
      broken: feed.failures >= BROKEN_AFTER,
      lastSuccessAt: iso(feed.lastSuccessAt),
      lastError: feed.lastError && saidReason(feed.lastError),
      hubs: each.hubs.filter(({ feedId }) => feedId === feed.id).map((hub) => hubJson(hub, now)),
    })),
  }));
  return { well: sources.every((each) => each.well), at: iso(now), counts, sources };
}
