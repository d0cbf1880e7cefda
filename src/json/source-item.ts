import { z } from "zod";
import { isWell, type Trouble } from "#model/trouble";
import type { SourceStanding } from "#view/health";
import { healthWords } from "#words/health";
import { saidReason } from "#words/reasons";
import { feed, feedJson } from "./feed.ts";
import { type Absolute, count, instant, iso, isoOrNull, reason } from "./shapes.ts";
import { sourceLink, sourceLinkJson } from "./source-link.ts";

/** A source with its figures of the last 24 hours, and what is wrong with it. */
export const sourceItem = z.strictObject({
  ...sourceLink.shape,
  well: z.boolean().describe("False as soon as it is silent, has a broken feed, or none of its articles shows a text"),
  troubles: z.array(reason).describe("What is wrong; a feed that failed last time is no reason not to be well"),
  pausedAt: instant.nullable().describe("The operator paused it then: nothing is asked meanwhile"),
  removedAt: instant.nullable().describe("The operator removed it then: it is no longer watched"),
  lastSuccessAt: instant.nullable().describe("A feed or page of it was last read then"),
  lastArticleAt: instant.nullable().describe("A new article was last found then"),
  articles: count,
  waiting: count.describe("Of these: those that wait to be taken in from before"),
  waitingUntil: instant.nullable().describe("About when the last of them has its turn"),
  articlesToday: count,
  changesToday: count,
  looksToday: count,
  failedLooksToday: count,
  silentHours: count.nullable().describe("Hours without a new article, from two days on"),
  feeds: z.array(feed),
});

export const sourceItemJson = (each: SourceStanding, now: number, absolute: Absolute): z.input<typeof sourceItem> => ({
  ...sourceLinkJson(each.source, absolute),
  well: isWell(each.troubles),
  troubles: each.troubles.map((trouble) => troubleJson(trouble, now)),
  pausedAt: isoOrNull(each.source.pausedAt),
  removedAt: isoOrNull(each.source.removedAt),
  lastSuccessAt: isoOrNull(each.lastSuccessAt),
  lastArticleAt: isoOrNull(each.lastArticleAt),
  articles: each.articles,
  waiting: each.waiting.count,
  waitingUntil: isoOrNull(each.waiting.lastAt),
  articlesToday: each.articlesToday,
  changesToday: each.changesToday,
  looksToday: each.looksToday,
  failedLooksToday: each.failedLooksToday,
  silentHours: each.silentSince,
  feeds: each.feeds.map((one) => feedJson(one, each.hubs, now)),
});

/** `lastArticleAt` stands beside the troubles already. */
const troubleJson = (trouble: Trouble, now: number): z.input<typeof reason> => {
  const text = healthWords([trouble], now);
  if (trouble.code === "site-fault") {
    const { code, articles, sinceAt, reason } = trouble;
    return { code, since: iso(sinceAt), articles, reason: saidReason(reason), text };
  }
  return trouble.code === "silent" ? { code: trouble.code, hours: trouble.hours, text } : { ...trouble, text };
};
