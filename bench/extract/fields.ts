import type { Document } from "#extract/index";
import type { GoldPage } from "./pages.ts";

export interface FieldScore {
  readonly pages: number;
  /** Share of pages whose headline has the same letters and digits as the gold's. */
  readonly headline: number | null;
  /** Over all names of all pages. */
  readonly bylineF1: number | null;
  /** Share of pages whose claimed day of publication is the gold's. */
  readonly day: number | null;
}

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export function scoreFields(pages: readonly GoldPage[], documents: readonly Document[]): FieldScore {
  const pairs = pages.map((page, i) => ({ page, document: documents[i]! }));
  return {
    pages: pages.length,
    headline: share(
      pairs.filter(({ page }) => page.headline !== undefined),
      ({ page, document }) => bare(page.headline!) === bare(document.headline ?? ""),
    ),
    bylineF1: names(pairs.filter(({ page }) => page.byline !== undefined)),
    day: share(
      pairs.filter(({ page }) => page.published !== undefined),
      ({ page, document }) => page.published!.slice(0, 10) === document.publishedAt?.slice(0, 10),
    ),
  };
}

interface Pair {
  readonly page: GoldPage;
  readonly document: Document;
}

const share = (pairs: readonly Pair[], right: (pair: Pair) => boolean): number | null =>
  pairs.length === 0 ? null : pairs.filter(right).length / pairs.length;

function names(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  let hits = 0;
  let total = 0;
  for (const { page, document } of pairs) {
    const gold = new Set(page.byline!.map(bare));
    const got = new Set(document.byline.map(bare));
    hits += [...got].filter((name) => gold.has(name)).length;
    total += gold.size + got.size;
  }
  return total === 0 ? 1 : (2 * hits) / total;
}
