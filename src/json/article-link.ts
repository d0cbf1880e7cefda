import { z } from "zod";
import type { Article } from "#model/article";
import { articlePath } from "#view/addresses";
import { type Absolute, id, url } from "./shapes.ts";

/** How a record names the article that it belongs to. */
export const articleLink = z.strictObject({
  id,
  url: url.describe("Of the article at its publisher"),
  page: url.describe("Of its page here"),
});

export const articleLinkJson = (article: Pick<Article, "id" | "url">, absolute: Absolute) => ({
  id: article.id,
  url: article.url,
  page: absolute(articlePath(article.id)),
});
