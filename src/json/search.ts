import { z } from "zod";
import { withQuery } from "#view/addresses";
import type { SearchView } from "#view/search";
import { articleItem, articleItemJson } from "./article-item.ts";
import { running, runningJson } from "./running.ts";
import { type Absolute, count, schemaOf, url } from "./shapes.ts";
import { sourceLink, sourceLinkJson } from "./source-link.ts";
import { versionHead, versionHeadJson } from "./version-head.ts";

const hit = z.strictObject({
  article: articleItem,
  source: sourceLink,
  version: versionHead.describe("The newest one that has the words"),
  current: z.boolean().describe("The latest version has the words too; false if they were edited away since"),
  excerpt: z.string().describe("Plain text around the words"),
  marks: z
    .array(z.tuple([count, count]).readonly())
    .readonly()
    .describe("The words in `excerpt`: first UTF-16 offset, and the one past the last"),
  running: running.nullable().describe("Of a live page"),
});

/** What a search finds, newest version first; each article once. */
export const searchRecord = z.strictObject({
  schema: schemaOf("search"),
  query: z.string(),
  hits: z.array(hit),
  next: url.nullable().describe("The articles before these"),
});

export const searchJson = ({ words, hits, next }: SearchView, absolute: Absolute): z.input<typeof searchRecord> => ({
  schema: "variorum/search/1",
  query: words,
  hits: hits.map((each) => hitJson(each, absolute)),
  next: next === null ? null : absolute(withQuery("/search.json", { q: words, before: next })),
});

const hitJson = (each: SearchView["hits"][number], absolute: Absolute): z.input<typeof hit> => ({
  article: articleItemJson(each.article, absolute),
  source: sourceLinkJson(each.source, absolute),
  version: versionHeadJson(each.version, absolute),
  current: each.current,
  excerpt: each.excerpt,
  marks: each.marks,
  running: each.running && runningJson(each.running),
});
