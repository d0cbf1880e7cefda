import { z } from "zod";
import { BROKEN_AFTER, type Feed } from "#model/source";
import type { HubStanding } from "#model/subscription";
import { saidReason } from "#words/reasons";
import { hub, hubJson } from "./hub.ts";
import { count, id, instant, isoOrNull, reason, url } from "./shapes.ts";

/** Something of a source that lists its articles. */
export const feed = z.strictObject({
  id,
  url,
  kind: z.enum(["rss", "atom", "rdf", "json", "sitemap", "news-sitemap", "sitemap-index", "page"]),
  title: z.string().nullable(),
  everyMs: count.describe("How often it is read while all is well"),
  broken: z.boolean().describe(`It failed ${BROKEN_AFTER} times in a row or more often`),
  failures: count.describe("In a row; 0 after a success"),
  lastError: reason.nullable().describe("Why it failed last; null after a success"),
  lastPolledAt: instant.nullable(),
  lastSuccessAt: instant.nullable(),
  nextPollAt: instant.nullable().describe("Null if the operator has paused it"),
  hubs: z.array(hub),
});

/** @param hubs of the feed, and maybe of others */
export const feedJson = (one: Feed, hubs: readonly HubStanding[], now: number): z.input<typeof feed> => ({
  id: one.id,
  url: one.url,
  kind: one.kind,
  title: one.title,
  everyMs: one.periodMs,
  broken: one.failures >= BROKEN_AFTER,
  failures: one.failures,
  lastError: one.lastError && saidReason(one.lastError),
  lastPolledAt: isoOrNull(one.lastPolledAt),
  lastSuccessAt: isoOrNull(one.lastSuccessAt),
  nextPollAt: isoOrNull(one.dueAt),
  hubs: hubs.filter(({ feedId }) => feedId === one.id).map((standing) => hubJson(standing, now)),
});
