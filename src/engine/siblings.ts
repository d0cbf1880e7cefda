import { Lru } from "#lib/lru";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Decided } from "#version/decide";
import { mayBeTheSites } from "#version/sites-own";
import type { Shop } from "./shop.ts";
import type { Sight } from "./sight.ts";

/**
 * How many articles are asked in a row, each by the one before that met something new too. With the article that began it
 * they are as many as it takes to learn a line that came to all pages at once (`ARRIVED_IN_FLOW`).
 */
const IN_A_ROW = 2;
/** Articles that were asked and whose turn may yet come. */
const HELD = 4_096;

/**
 * Articles that are looked at for the sake of another one of their site: what comes to the pages of several articles within a minute is the
 * house's, and the site's memory learns it from them before the first of them has decided.
 */
export class Siblings {
  /** How many asked in a row before it, by article. What a restart forgets is only that a row has an end. */
  readonly #asked = new Lru<ArticleId, number>(HELD);

  /** True when the page is wanted whole: a server may say "not modified" of a text whose surroundings changed. */
  isAsked(article: Article): boolean {
    return this.#asked.get(article.id) !== undefined;
  }

  /**
   * After a look that met a new text for the first time: has an article of the same section looked at before the text is looked at again, unless
   * the text can only be the article's own. Hosts do one thing after the other, the earliest due first, so that it comes in time.
   */
  async ask(shop: Shop, article: Article, sight: Extract<Sight, { kind: "text" }>, decided: Decided): Promise<void> {
    const before = this.#asked.get(article.id) ?? 0;
    this.#asked.delete(article.id);
    const { away, latest } = decided.memory;
    if (before >= IN_A_ROW || shop.replayed || away === null) return;
    if (away.rule !== "confirm" || away.textLooks > 1 || !mayBeTheSites(away.text, latest.text)) return;
    const sibling = await siblingOf(shop, article, shop.sites.latestIn(sight.site));
    if (!sibling) return;
    this.#asked.set(sibling.id, before + 1);
    await shop.store.writer.scheduleLook(sibling.id, shop.clock.now());
  }
}

/** The one whose last look is longest ago: it surely was before whatever came to this article since its own. */
async function siblingOf(shop: Shop, article: Article, others: readonly number[]): Promise<Article | null> {
  let oldest: Article | null = null;
  for (const id of others) {
    const other = id === article.id ? null : await shop.store.reader.article(id as ArticleId);
    if (other?.status !== "watched" || other.versionCount === 0 || other.hostId !== article.hostId) continue;
    if (oldest === null || (other.lastLookedAt ?? 0) < (oldest.lastLookedAt ?? 0)) oldest = other;
  }
  return oldest;
}
