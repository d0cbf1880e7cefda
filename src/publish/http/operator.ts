import type { Result } from "#model/failure";
import type { ArticleId } from "#model/id";

/** What the signed-in operator may do from the pages; the composition root provides it. */
export interface Operator {
  /** Adds whatever stands at the URL (site, feed, sitemap, article). Resolves with a sentence that says what was found. */
  add(url: string): Promise<Result<string>>;
  hide(article: ArticleId, reason: string): Promise<Result<string>>;
  unhide(article: ArticleId): Promise<Result<string>>;
  /** Schedules a look as soon as politeness allows. */
  look(article: ArticleId): Promise<Result<string>>;
}
