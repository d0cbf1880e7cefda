import { z } from "zod";
import type { Article } from "#model/article";
import { articleLink, articleLinkJson } from "./article-link.ts";
import { type Absolute, count, instant, iso, isoOrNull } from "./shapes.ts";

/** An article in a list; its own record has the rest. */
export const articleItem = z.strictObject({
  ...articleLink.shape,
  headline: z.string().nullable(),
  language: z.string().nullable().describe("BCP 47 tag"),
  status: z.enum(["watched", "quiet", "gone", "refused", "not-article", "joined"]),
  firstSeenAt: instant,
  lastChangedAt: instant.nullable(),
  versions: count.describe("Without those that were taken back"),
});

export const articleItemJson = (article: Article, absolute: Absolute): z.input<typeof articleItem> => ({
  ...articleLinkJson(article, absolute),
  headline: article.headline,
  language: article.language,
  status: article.status,
  firstSeenAt: iso(article.firstSeenAt),
  lastChangedAt: isoOrNull(article.lastChangedAt),
  versions: article.standingCount,
});
