import { withScheme } from "#cli/terminal/address";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Reader } from "#store/reader";
import { Exit } from "./exit.ts";
import type { Shell } from "./shell.ts";
import { typed } from "./started-as.ts";

/** By any of its addresses, or by the number in the address of its page here; null if there is none. */
export const lookUpArticle = (reader: Reader, given: string): Promise<Article | null> =>
  /^\d+$/.test(given) ? reader.article(Number(given) as ArticleId) : reader.articleByUrl(withScheme(given));

/** The same, or the end of the command. */
export async function findArticle(reader: Reader, given: string, { startedAs }: Shell): Promise<Article> {
  const article = await lookUpArticle(reader, given);
  if (article) return article;
  throw new Exit(
    "notFound",
    `There is no article ${given}. List the newest with "${typed(startedAs, "articles")}", or find one with "${typed(startedAs, "search WORDS")}".`,
  );
}
