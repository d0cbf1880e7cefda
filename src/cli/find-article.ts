import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Reader } from "#store/reader";
import { withScheme } from "./address.ts";
import { Exit } from "./exit.ts";

/** By any address it is known under, or by the number in the address of its page here. */
export async function findArticle(reader: Reader, given: string): Promise<Article> {
  const number = /^\d+$/.test(given) ? Number(given) : null;
  const article =
    number === null ? await reader.articleByUrl(withScheme(given)) : await reader.article(number as ArticleId);
  if (article) return article;
  throw new Exit(
    "notFound",
    `No article is known under ${given}. "variorum articles" lists the newest, "variorum search" finds by words.`,
  );
}
