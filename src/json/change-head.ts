import { z } from "zod";
import type { Change } from "#model/change";
import { changePath } from "#view/addresses";
import { type Absolute, id, instant, iso, url } from "./shapes.ts";
import { changeSummary, changeSummaryJson } from "./summary.ts";

/** A change without its collation. */
export const changeHead = z.strictObject({
  id: z.string().regex(/^\d+\.\.\d+$/),
  url,
  from: id,
  to: id,
  lastSeenOldAt: instant.describe("The old text was last seen then"),
  seenAt: instant.describe("The look that made the new text a version"),
  runningFrom: id.nullable().describe("On a live page: the version with which its running entry begins"),
  summary: changeSummary,
});

export const changeHeadJson = (change: Change, absolute: Absolute): z.input<typeof changeHead> => ({
  id: `${change.from}..${change.to}`,
  url: absolute(changePath(change.articleId, change.from, change.to)),
  from: change.from,
  to: change.to,
  lastSeenOldAt: iso(change.lastSeenOldAt),
  seenAt: iso(change.seenAt),
  runningFrom: change.runningFrom,
  summary: changeSummaryJson(change.summary),
});
