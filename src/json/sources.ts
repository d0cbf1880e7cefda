import { z } from "zod";
import { withQuery } from "#view/addresses";
import type { SourcesView } from "#view/health";
import { type Absolute, count, schemaOf, url } from "./shapes.ts";
import { sourceItem, sourceItemJson } from "./source-item.ts";

/** Sources, those that are not well first. */
export const sourcesRecord = z.strictObject({
  schema: schemaOf("sources"),
  query: z.string().describe("Words that their names have; empty for all"),
  found: count.describe("On all pages"),
  sick: count.describe("How many of these are not well"),
  sources: z.array(sourceItem),
  next: url.nullable().describe("The page after this one"),
});

export const sourcesJson = (view: SourcesView, now: number, absolute: Absolute): z.input<typeof sourcesRecord> => ({
  schema: "variorum/sources/1",
  query: view.words,
  found: view.found,
  sick: view.sick,
  sources: view.sources.map((each) => sourceItemJson(each, now, absolute)),
  next: view.page === view.pages ? null : absolute(withQuery("/sources.json", { q: view.words, page: view.page + 1 })),
});
