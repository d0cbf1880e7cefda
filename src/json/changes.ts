import { z } from "zod";
import { latestPath } from "#view/addresses";
import type { LatestView } from "#view/latest";
import { changeItem, changeItemJson } from "./change-item.ts";
import { type Absolute, count, instant, iso, schemaOf, url } from "./shapes.ts";
import { sourceLink, sourceLinkJson } from "./source-link.ts";

/** The latest changes, of all sources or of one. */
export const changesRecord = z.strictObject({
  schema: schemaOf("changes"),
  source: sourceLink.nullable().describe("Null: of all sources"),
  order: z.enum(["newest", "rank"]),
  weighed: z
    .strictObject({
      days: count,
      since: instant.describe("Changes seen since then were weighed"),
      lighter: count.describe("Changes that weigh less than those listed"),
      labelledEarlier: count.describe("Of all these, those with the labels of an earlier release, made again soon"),
    })
    .nullable()
    .describe("How far the order by rank reaches; null for the newest first"),
  changes: z.array(changeItem),
  next: url.nullable().describe("The changes before these"),
});

export const changesJson = (view: LatestView, absolute: Absolute): z.input<typeof changesRecord> => {
  const { order, choice, weighed, changes, next } = view;
  const source = choice.kind === "one" ? choice.source : null;
  return {
    schema: "variorum/changes/1",
    source: source && sourceLinkJson(source, absolute),
    order,
    weighed: weighed && { ...weighed, since: iso(weighed.since) },
    changes: changes.map((item) => changeItemJson(item, absolute)),
    next: next === null ? null : absolute(latestPath({ json: true, source: source?.id, before: next })),
  };
};
