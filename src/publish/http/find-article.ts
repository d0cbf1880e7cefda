import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Source } from "#model/source";
import type { VersionHead } from "#model/version";
import { hidden, notFound } from "#publish/html/problem";
import { wholeNumber } from "./params.ts";
import type { Visit } from "./visit.ts";

export interface FoundArticle {
  readonly article: Article;
  readonly source: Source;
  /** All, oldest first. */
  readonly versions: readonly VersionHead[];
}

type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly answer: Promise<Response> | Response };

/**
 * The one gate to an article: pages, feeds and JSON all come through here, so that a hidden article is 410 everywhere.
 */
export async function findArticle(visit: Visit): Promise<Found<FoundArticle>> {
  const { reader } = visit.web;
  const id = wholeNumber(visit.params["id"] ?? "") as ArticleId | null;
  const article = id === null ? null : await reader.article(id);
  if (!article) return { ok: false, answer: notFound(visit, "No article has this number.") };
  if (article.hidden) return { ok: false, answer: hidden(visit, article) };
  const [source, versions] = await Promise.all([reader.source(article.sourceId), reader.versions(article.id)]);
  if (!source) return { ok: false, answer: notFound(visit, "The source of this article is no longer known.") };
  return { ok: true, value: { article, source, versions } };
}
