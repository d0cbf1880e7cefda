import { Lru } from "#lib/lru";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Decided } from "#version/decide";
import { CONFIRM_AFTER_MS } from "#version/hold";
import { mayBeTheSites } from "#version/sites-own";
import type { EngineDeps } from "./deps.ts";
import type { SiteMemories, SiteOfLook } from "./site-memory.ts";

/** What of the shop is needed to find another article of a site and to have it looked at. */
type Desk = Pick<EngineDeps, "store" | "clock" | "replayed"> & { readonly sites: SiteMemories };

/**
 * How many articles are asked in a row, each because the one before met something new too. With the article that began it
 * they are as many as it takes to learn a line that came to all pages at once (`ARRIVED_IN_FLOW`).
 */
const IN_A_ROW = 2;
/** Articles that were asked and whose turn may yet come, and sites that began a row lately. */
const HELD = 4_096;

/**
 * Articles that are looked at for the sake of another one of their site: what comes to the pages of several articles within
 * a minute is the house's, and the site's memory learns it from them before the first of them has decided. What a restart
 * forgets costs a look, or saves one.
 */
export class Siblings {
  /** How many were asked in a row up to it, by article. */
  readonly #asked = new Lru<ArticleId, number>(HELD);
  /** When a row began last, by site. */
  readonly #begun = new Lru<string, number>(HELD);

  /** Whether this look was asked for: how many were, in a row, up to it; 0 for a look of its own. */
  take(article: Article): number {
    const asked = this.#asked.get(article.id) ?? 0;
    this.#asked.delete(article.id);
    return asked;
  }

  /**
   * After a look that met a new text for the first time: has another article of the section looked at before the text is
   * looked at again, unless the text can only be the article's own. A host does one thing after the other, the earliest due
   * first, so that it comes in time.
   * @param asked what `take` said of the look
   */
  async ask(
    shop: Desk,
    article: Article,
    site: SiteOfLook,
    { memory: { away, latest } }: Decided,
    asked: number,
  ): Promise<void> {
    if (asked >= IN_A_ROW || shop.replayed || away?.rule !== "confirm" || away.textLooks > 1) return;
    if (!mayBeTheSites(away.text, latest.text)) return;
    const { key } = site;
    const now = shop.clock.now();
    // A new design of a whole site comes to a thousand articles: one row at a time tells as much.
    if (asked === 0 && now - (this.#begun.get(key) ?? Number.NEGATIVE_INFINITY) < CONFIRM_AFTER_MS) return;
    const sibling = await siblingOf(shop, article, shop.sites.latestIn(site));
    if (!sibling) return;
    if (asked === 0) this.#begun.set(key, now);
    this.#asked.set(sibling.id, asked + 1);
    await shop.store.writer.scheduleLook(sibling.id, now);
  }
}

/** The one whose last look is longest ago: it surely was before whatever came to this article since its own. */
async function siblingOf(shop: Desk, article: Article, others: readonly number[]): Promise<Article | null> {
  let oldest: Article | null = null;
  for (const id of others) {
    const other = id === article.id ? null : await shop.store.reader.article(id as ArticleId);
    if (other?.status !== "watched" || other.versionCount === 0 || other.hostId !== article.hostId) continue;
    if (oldest === null || (other.lastLookedAt ?? 0) < (oldest.lastLookedAt ?? 0)) oldest = other;
  }
  return oldest;
}
