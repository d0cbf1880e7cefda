import { z } from "zod";
import type { ChangeSummary } from "#model/change";
import { count } from "./shapes.ts";

const labelPlace = z.strictObject({
  field: z.enum(["headline", "standfirst", "correction", "body"]),
  old: count.nullable().describe("Index of the paragraph in the old text, from 0"),
  new: count.nullable(),
  oldOffset: count.optional().describe("Where the edit begins in that paragraph, UTF-16"),
  newOffset: count.optional(),
});

const label = z.strictObject({
  kind: z.string().describe("One of the kinds of docs/guide/labels.md"),
  reason: z.string(),
  place: labelPlace,
  count: count.optional().describe("Neighbouring paragraphs or sentences that the label is about together"),
});

/** What a change did: counts, labels with reasons and places, rank. */
export const changeSummary = z.strictObject({
  headlineChanged: z.boolean(),
  standfirstChanged: z.boolean(),
  correctionAdded: z.boolean(),
  paragraphsEdited: count,
  paragraphsAdded: count,
  paragraphsRemoved: count,
  paragraphsSplit: count,
  paragraphsMerged: count,
  paragraphsMoved: count,
  wordsAdded: count,
  wordsRemoved: count,
  sample: z.strictObject({ old: z.string(), new: z.string() }).describe("The most telling edit"),
  labels: z.array(label),
  rank: z.number().min(0).max(1),
  silent: z.boolean().describe("Substance changed and no correction note was added"),
});

export const changeSummaryJson = (summary: ChangeSummary): z.input<typeof changeSummary> => ({
  ...summary,
  labels: summary.labels.map((each) => ({ ...each })),
});
