import { z } from "zod";
import type { ListedArticle } from "#view/articles";
import { saidReason } from "#words/reasons";
import { articleItem, articleItemJson } from "./article-item.ts";
import { type Absolute, instant, isoOrNull, reason, schemaOf } from "./shapes.ts";
import { sourceLink, sourceLinkJson } from "./source-link.ts";

/** Articles, newest first. */
export const articlesRecord = z.strictObject({
  schema: schemaOf("articles"),
  articles: z.array(
    z.strictObject({
      ...articleItem.shape,
      source: sourceLink,
      statusReason: reason.nullable(),
      publishedAt: instant.nullable(),
      lastLookedAt: instant.nullable(),
      nextLookAt: instant.nullable(),
    }),
  ),
});

export const articlesJson = (items: readonly ListedArticle[], absolute: Absolute): z.input<typeof articlesRecord> => ({
  schema: "variorum/articles/1",
  articles: items.map(({ article, source }) => ({
    ...articleItemJson(article, absolute),
    source: sourceLinkJson(source, absolute),
    statusReason: article.statusReason && saidReason(article.statusReason),
    publishedAt: isoOrNull(article.publishedAt),
    lastLookedAt: isoOrNull(article.lastLookedAt),
    nextLookAt: isoOrNull(article.nextLookAt),
  })),
});
