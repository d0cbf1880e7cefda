import type { Document } from "#extract/index";
import type { GoldPage } from "./pages.ts";
import { statedHeadlines } from "./stated-headlines.ts";

export interface FieldScore {
  readonly pages: number;
  /** Share of pages whose headline has the same letters and digits as the gold's. */
  readonly headline: number | null;
  /** Share of pages that state the gold's headline anywhere: heading, JSON-LD, og:title, title. No rule can do better. */
  readonly headlineStated: number | null;
  /** As `headline`, of the pages where the gold's headline is one that a reader sees as a heading. */
  readonly headlineSeen: number | null;
  /** Over all names of all pages, against people and credits together: the golds do not tell them apart. */
  readonly namedF1: number | null;
  /** Against the byline alone; a gold that lists an agency among the authors counts as a miss. */
  readonly bylineF1: number | null;
  /** Share of pages whose claimed day of publication is the gold's. */
  readonly day: number | null;
  /** Share of pages that were taken for something else than an article. */
  readonly notArticle: number;
}

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

interface Pair {
  readonly page: GoldPage;
  readonly document: Document;
}

export function scoreFields(pages: readonly GoldPage[], documents: readonly Document[]): FieldScore {
  const pairs = pages.map((page, i) => ({ page, document: documents[i]! }));
  const titled = pairs
    .filter(({ page }) => page.headline !== undefined)
    .map((pair) => ({ ...pair, stated: statedHeadlines(pair.page.html()), gold: bare(pair.page.headline!) }));
  const isExact = ({ document, gold }: { document: Document; gold: string }) => gold === bare(document.headline ?? "");
  const named = pairs.filter(({ page }) => page.byline !== undefined);
  return {
    pages: pages.length,
    headline: share(titled, isExact),
    headlineStated: share(titled, ({ stated, gold }) => [...stated.seen, ...stated.declared].map(bare).includes(gold)),
    headlineSeen: share(
      titled.filter(({ stated, gold }) => stated.seen.map(bare).includes(gold)),
      isExact,
    ),
    namedF1: namesF1(named, ({ byline, credits }) => [...byline, ...credits]),
    bylineF1: namesF1(named, ({ byline }) => byline),
    day: share(
      pairs.filter(({ page }) => page.published !== undefined),
      ({ page, document }) => page.published!.slice(0, 10) === document.publishedAt?.slice(0, 10),
    ),
    notArticle: pairs.filter(({ document }) => document.state !== "article").length / pages.length,
  };
}

const share = <T>(items: readonly T[], right: (item: T) => boolean): number | null =>
  items.length === 0 ? null : items.filter(right).length / items.length;

function namesF1(pairs: readonly Pair[], namesOf: (document: Document) => readonly string[]): number | null {
  if (pairs.length === 0) return null;
  let hits = 0;
  let total = 0;
  for (const { page, document } of pairs) {
    const gold = new Set(page.byline!.map(bare));
    const got = new Set(namesOf(document).map(bare));
    hits += [...got].filter((name) => gold.has(name)).length;
    total += gold.size + got.size;
  }
  return total === 0 ? 1 : (2 * hits) / total;
}
