import type { Capture } from "#model/capture";
import type { ArticleId } from "#model/id";
import type { VersionKey } from "#model/join";
import type { Reason } from "#model/reason";
import type { VersionHead } from "#model/version";
import type { FoundArticle } from "#store/public-reader";
import { type Answer, found, missing } from "./answer.ts";
import type { ViewContext } from "./context.ts";

/** What every view of an article begins with. */
export type ArticleHead = FoundArticle;

/** @param id null when what was asked for is no number */
export async function articleHead({ reader }: ViewContext, id: ArticleId | null): Promise<Answer<ArticleHead>> {
  const seen = id === null ? null : await reader.article(id);
  if (!seen) return missing("article");
  if (seen.kind === "hidden") return seen;
  const { kind: _, ...head } = seen;
  return found(head);
}

/** A version by the article that recorded it, counted or repeated; undefined when there is none. */
export const headOf = (
  { versions, repeated }: Pick<ArticleHead, "versions" | "repeated">,
  { articleId, number }: VersionKey,
): VersionHead | undefined =>
  [...versions, ...repeated].find((head) => head.articleId === articleId && head.number === number);

/** The place of a version in the history; its number if it is not known. */
export const placeIn = (head: Pick<ArticleHead, "versions" | "repeated">, version: VersionKey): number =>
  headOf(head, version)?.place ?? version.number;

/** The reason of a look, with the place of the version that it names. */
export const placedReason = (
  head: Pick<ArticleHead, "versions" | "repeated">,
  { articleId, reason }: Capture,
): Reason =>
  "version" in reason ? { ...reason, version: placeIn(head, { articleId, number: reason.version }) } : reason;
