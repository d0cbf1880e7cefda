import { withScheme } from "#cli/terminal/address";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Reader } from "#store/reader";
import { Exit } from "./exit.ts";

/** By any address it is known under, or by the number in the address of its page here; null when there is none. */
export const lookUpArticle = (reader: Reader, given: string): Promise<Article | null> =>
  /^\d+$/.test(given) ? reader.article(Number(given) as ArticleId) : reader.articleByUrl(withScheme(given));

/** The same, or the end of the command. */
export async function findArticle(reader: Reader, given: string): Promise<Article> {
  const article = await lookUpArticle(reader, given);
  if (article) return article;
  throw new Exit(
    "notFound",
    `No article is known under ${given}. "variorum articles" lists the newest, "variorum search" finds by words.`,
  );
}
