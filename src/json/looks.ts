import { z } from "zod";
import { looksPath, versionPath } from "#view/addresses";
import type { LooksView, PlacedLook } from "#view/looks";
import { saidReason } from "#words/reasons";
import { articleLink, articleLinkJson } from "./article-link.ts";
import { type Absolute, count, id, instant, iso, reason, schemaOf, url } from "./shapes.ts";

const look = z.strictObject({
  at: instant,
  tookMs: count,
  outcome: z.enum(["unchanged", "changed", "moved", "gone", "walled", "blocked", "error"]),
  status: z.int().nullable().describe("HTTP status of the final answer"),
  finalUrl: url,
  decision: z.enum(["first", "new", "same", "alternating", "restored", "held", "none"]),
  reason,
  version: id.nullable().describe("Whose text was seen"),
  versionUrl: url.nullable(),
  place: id.nullable().describe("Of that version in the history of the article"),
  bodyDigest: z.string().nullable(),
  bodyBytes: count,
});

/** Looks at an article, newest first. */
export const looksRecord = z.strictObject({
  schema: schemaOf("looks"),
  article: articleLink,
  looks: z.array(look),
  next: url.nullable().describe("The looks before these"),
});

export const looksJson = ({ article, looks }: LooksView, absolute: Absolute) => ({
  schema: "variorum/looks/1" as const,
  article: articleLinkJson(article, absolute),
  looks: looks.items.map((each) => lookJson(each, absolute)),
  next: looks.next === null ? null : absolute(`${looksPath(article.id)}.json?before=${looks.next}`),
});

const lookJson = (each: PlacedLook, absolute: Absolute): z.input<typeof look> => ({
  at: iso(each.capturedAt),
  tookMs: each.tookMs,
  outcome: each.outcome,
  status: each.status,
  finalUrl: each.finalUrl,
  decision: each.decision,
  reason: saidReason(each.reason),
  version: each.versionNumber,
  versionUrl: each.versionNumber === null ? null : absolute(versionPath(each.articleId, each.versionNumber)),
  place: each.place,
  bodyDigest: each.bodyDigest,
  bodyBytes: each.bodyBytes,
});
