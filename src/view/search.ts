import type { SearchHit } from "#store/public-reader";
import type { ViewContext } from "./context.ts";

const PER_PAGE = 30;

/** What a search finds, newest version first. */
export interface SearchView {
  readonly words: string;
  readonly hits: readonly SearchHit[];
  readonly next: number | null;
}

/** @param words nothing is searched for when they are empty */
export async function searchView({ reader }: ViewContext, words: string, before?: number): Promise<SearchView> {
  if (words === "") return { words, hits: [], next: null };
  const { items, next } = await reader.search(words, { before, limit: PER_PAGE });
  return { words, hits: items, next };
}
