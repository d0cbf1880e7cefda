import { z } from "zod";
import { isWell } from "#model/trouble";
import type { HealthView } from "#view/health";
import { type Absolute, count, instant, iso, schemaOf } from "./shapes.ts";
import { sourceItem, sourceItemJson } from "./source-item.ts";

/** Whether every source is still being read: all of them, for a monitoring system. */
export const healthRecord = z.strictObject({
  schema: schemaOf("health"),
  well: z.boolean().describe("False as soon as one source is not well, or the database is damaged"),
  database: z.enum(["intact", "damaged"]).describe("As far as it has answered since the process began"),
  at: instant,
  counts: z.strictObject({
    sources: count,
    feeds: count,
    articles: count,
    versions: count,
    captures: count,
    changes: count,
  }),
  sources: z.array(sourceItem),
});

export const healthJson = (view: HealthView, absolute: Absolute): z.input<typeof healthRecord> => ({
  schema: "variorum/health/1",
  well: !view.isDamaged && view.sources.every(({ troubles }) => isWell(troubles)),
  database: view.isDamaged ? "damaged" : "intact",
  at: iso(view.at),
  counts: view.counts,
  sources: view.sources.map((each) => sourceItemJson(each, view.at, absolute)),
});
