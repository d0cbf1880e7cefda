import { BROKEN_AFTER, type Feed } from "#model/source";
import type { Trouble } from "#model/trouble";
import { inBrackets } from "./reasons.ts";
import { duration, list, plural, relative } from "./wording.ts";

/** What is wrong with a source, as one clause; empty when nothing is. */
export const healthWords = (troubles: readonly Trouble[], now: number): string =>
  list(troubles.map((trouble) => troubleWords(trouble, now)));

function troubleWords(trouble: Trouble, now: number): string {
  switch (trouble.code) {
    case "site-fault":
      return `No article has shown its text for ${duration(now - trouble.sinceAt)}: ${plural(trouble.articles, "article")} tried${inBrackets(trouble.reason)}`;
    case "feeds-broken":
      return `${plural(trouble.feeds, "feed")} broken`;
    case "feeds-failing":
      return `${plural(trouble.feeds, "feed")} failed last time`;
    case "no-article":
      return "No article found so far";
    case "silent":
      return `Silent: last new article ${relative(trouble.lastArticleAt, now)}`;
  }
}

/** How a feed stands: first what happened last, then when it is read again. The reason of a failure goes between the two. */
export interface FeedWords {
  readonly state: string;
  readonly isBroken: boolean;
  /** Empty when it is not to be read again, or all is well. */
  readonly next: string;
}

export function feedWords({ failures, dueAt, lastPolledAt, lastSuccessAt }: Feed, now: number): FeedWords {
  const again = dueAt === null ? "paused" : `next try ${nextTry(dueAt, now)}`;
  const at = lastPolledAt === null ? "" : ` ${relative(lastPolledAt, now)}`;
  if (failures >= BROKEN_AFTER)
    return { state: `broken, failed ${failures} times in a row`, isBroken: true, next: again };
  if (failures > 0) return { state: `failed${at}`, isBroken: false, next: again };
  if (dueAt === null) return { state: "paused", isBroken: false, next: "" };
  if (lastSuccessAt === null) return { state: "not read yet", isBroken: false, next: "" };
  return { state: `read ${relative(lastSuccessAt, now)}`, isBroken: false, next: "" };
}

const nextTry = (dueAt: number, now: number): string => (dueAt <= now ? "now" : relative(dueAt, now));

/** "every 15 minutes", "every hour". */
export const periodWords = ({ periodMs }: Feed): string => `every ${duration(periodMs).replace(/^about an? /, "")}`;
