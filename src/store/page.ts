import type { Page, PageQuery } from "./reader.ts";

/** Items of one page, whatever is asked for: no page is an export. */
const MAX_LIMIT = 200;

export const limitOf = (query: PageQuery): number => Math.min(Math.max(Math.trunc(query.limit) || 1, 1), MAX_LIMIT);

/** Keys are positive and ascend, so that this stands for "from the newest". */
export const beforeOf = (query: PageQuery): number => query.before ?? Number.MAX_SAFE_INTEGER;

/** Cuts a list that was read with one item more than asked for; `key` gives an item's place in the order. */
export function pageOf<R, T>(rows: readonly R[], limit: number, key: (row: R) => number, item: (row: R) => T): Page<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(item), next: rows.length > limit ? key(shown.at(-1)!) : null };
}
