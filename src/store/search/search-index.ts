import type { ArticleId } from "#model/id";
import type { Db, RowId } from "#store/schema";
import type { Term } from "./terms.ts";

/** An article at its newest version in which one paragraph has all terms. */
export interface FoundVersion {
  /** Of articles that were joined the elder. */
  readonly articleId: ArticleId;
  readonly versionId: RowId;
  /** One such paragraph. */
  readonly paragraphId: RowId;
}

/** Full text, which each database does in its own way; paragraphs become findable when they are stored (`Dialect`). */
export interface SearchIndex {
  /** Articles that are not hidden, newest version first, only versions before `before`, at most `limit`. */
  find(db: Db, terms: readonly Term[], before: RowId, limit: number): Promise<readonly FoundVersion[]>;
}
