import { z } from "zod";
import { versionName } from "#view/addresses";
import type { ChangeView } from "#view/change";
import { saidReason } from "#words/reasons";
import { articleLink, articleLinkJson } from "./article-link.ts";
import { movedSentences, textCollation } from "./collation.ts";
import { type Absolute, instant, iso, reason, schemaOf } from "./shapes.ts";
import { changeSummary, changeSummaryJson } from "./summary.ts";
import { versionHead, versionHeadJson } from "./version-head.ts";

/** Two versions compared: aligned paragraphs and their edits, as `collate` prints them. */
export const changeRecord = z.strictObject({
  schema: schemaOf("change"),
  id: z.string().regex(/^(?:\d+-)?\d+\.\.\d+$/),
  article: articleLink,
  old: versionHead,
  new: versionHead,
  lastSeenOldAt: instant,
  gaps: z
    .array(z.strictObject({ cause: z.enum(["refused", "asked", "day-cap", "stopped"]), from: instant, until: instant }))
    .describe("Between the two looks: when no one looked"),
  failedLooks: z
    .array(z.strictObject({ at: instant, outcome: z.string(), status: z.int().nullable(), reason }))
    .describe("Between the two looks: those that saw no text"),
  summary: changeSummary.describe("Of this pair, whichever versions it joins"),
  collation: textCollation,
  movedSentences: movedSentences.describe(
    "Sentences of the body that stand elsewhere: indices of paragraphs, UTF-16 offsets",
  ),
});

export const changeJson = (view: ChangeView, absolute: Absolute) => ({
  schema: "variorum/change/1" as const,
  id: `${versionName(view.old, view.next.articleId)}..${view.next.number}`,
  article: articleLinkJson(view.article, absolute),
  old: versionHeadJson(view.old, absolute),
  new: versionHeadJson(view.next, absolute),
  lastSeenOldAt: iso(view.lastSeenOldAt),
  gaps: view.unwatched.gaps.map(({ cause, fromAt, untilAt }) => ({ cause, from: iso(fromAt), until: iso(untilAt) })),
  failedLooks: view.unwatched.failed.map((look) => ({
    at: iso(look.capturedAt),
    outcome: look.outcome,
    status: look.status,
    reason: saidReason(look.reason),
  })),
  summary: changeSummaryJson(view.comparison.summary),
  collation: view.comparison.grained,
  movedSentences: view.comparison.moved,
});
