import { z } from "zod";
import type { Change } from "#model/change";
import { pairPath, versionName } from "#view/addresses";
import { pairOf } from "#view/entries";
import { type Absolute, id, instant, iso, url } from "./shapes.ts";
import { changeSummary, changeSummaryJson } from "./summary.ts";

/** A change without its collation. */
export const changeHead = z.strictObject({
  id: z.string().regex(/^(?:\d+-)?\d+\.\.\d+$/),
  url,
  from: id,
  fromArticle: id.nullable().describe("Of a change over a join: the article that `from` is a version of"),
  to: id,
  lastSeenOldAt: instant.describe("The old text was last seen then"),
  seenAt: instant.describe("The look that made the new text a version"),
  runningFrom: id.nullable().describe("On a live page: the version with which its running entry begins"),
  summary: changeSummary,
});

export function changeHeadJson(change: Change, absolute: Absolute): z.input<typeof changeHead> {
  const { from, to } = pairOf(change);
  return {
    id: `${versionName(from, to.articleId)}..${to.number}`,
    url: absolute(pairPath(from, to)),
    from: from.number,
    fromArticle: from.articleId === to.articleId ? null : from.articleId,
    to: change.to,
    lastSeenOldAt: iso(change.lastSeenOldAt),
    seenAt: iso(change.seenAt),
    runningFrom: change.runningFrom,
    summary: changeSummaryJson(change.summary),
  };
}
