import type { ArticleId } from "#model/id";
import { hidden, notFound } from "#publish/html/problem";
import type { FoundArticle } from "#store/public-reader";
import { wholeNumber } from "./params.ts";
import type { Visit } from "./visit.ts";

export type { FoundArticle } from "#store/public-reader";

type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly answer: Promise<Response> | Response };

/** The article that an address names, or the answer to one that there is not (404) or no longer (410). */
export async function findArticle(visit: Visit): Promise<Found<FoundArticle>> {
  const id = wholeNumber(visit.params["id"] ?? "") as ArticleId | null;
  const seen = id === null ? null : await visit.reader.article(id);
  if (!seen) return { ok: false, answer: notFound(visit, "No article has this number.") };
  if (seen.kind === "hidden") return { ok: false, answer: hidden(visit, seen.notice) };
  return { ok: true, value: seen };
}
