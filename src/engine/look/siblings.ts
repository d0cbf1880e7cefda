import type { EngineDeps } from "#engine/deps";
import { Lru } from "#lib/lru";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Decided } from "#version/decide";
import { CONFIRM_AFTER_MS } from "#version/hold";
import { mayBeTheSites } from "#version/sites-own";
import type { SiteMemories, SiteOfLook } from "./site-memory.ts";

/** What of the context is needed to find another article of a site and to have it looked at. */
type Desk = Pick<EngineDeps, "store" | "clock" | "replayed"> & { readonly sites: SiteMemories };

/**
 * How many articles are asked in a row, each because the one before showed something new too: one more than it takes with the
 * article that began it to learn a line that came to all pages at once (`MOVED_IN_FLOW`), since from a live page nothing is learned.
 */
const IN_A_ROW = 3;
/** How many are asked in place of those that could not be read, or showed a text that tells nothing. */
const INSTEAD = 3;
/** Articles that were asked and whose turn may yet come, and sites that began a row lately. */
const HELD = 4_096;

/** What a look was asked for. */
export interface Asked {
  readonly place: Pick<SiteOfLook, "key" | "section">;
  /** When the text that began the row was first seen; epoch ms. */
  readonly begunAt: number;
  /** Articles asked in the row up to this one, each because the one before showed something new. */
  readonly inRow: number;
  /** Articles asked in place of others that told nothing. */
  readonly instead: number;
}

/**
 * Articles that are looked at for the sake of another one of their site: what comes to the pages of several articles, or goes
 * from them, within a minute is the house's, and the site's memory learns it from them before the first of them has decided.
 * What a restart forgets costs a look, or saves one.
 */
export class Siblings {
  readonly #asked = new Lru<ArticleId, Asked>(HELD);
  /** When a row began last, by site. */
  readonly #begun = new Lru<string, number>(HELD);

  /** What this look was asked for; null for a look of its own. */
  take(article: Article): Asked | null {
    const asked = this.#asked.get(article.id) ?? null;
    this.#asked.delete(article.id);
    return asked;
  }

  /**
   * After a look that saw a new text for the first time: has another article of the section looked at before the text is
   * looked at again, unless the text can only be the article's own. A host does one thing after the other, the earliest due
   * first, so that it comes in time.
   * @param asked what `take` said of the look
   */
  async ask(
    context: Desk,
    article: Article,
    site: SiteOfLook,
    { memory: { away, latest } }: Decided,
    asked: Asked | null,
  ): Promise<void> {
    // The latest version without anything: what came to the other one is its own.
    if (away === null) return;
    const mayBe = away.rule === "stranger" || (away.rule === "confirm" && mayBeTheSites(away.text, latest.text));
    const isNew = away.textLooks === 1 && mayBe;
    if (!isNew) return this.askInstead(context, article, asked);
    const { key, section } = site;
    const now = context.clock.now();
    // A new design of a whole site comes to a thousand articles: one row at a time tells as much.
    if (!asked && now - (this.#begun.get(key) ?? Number.NEGATIVE_INFINITY) < CONFIRM_AFTER_MS) return;
    const row = asked ?? { place: { key, section }, begunAt: away.textSince, inRow: 0, instead: 0 };
    const next = { ...row, inRow: row.inRow + 1 };
    if ((await this.#schedule(context, article, next)) && !asked) this.#begun.set(key, now);
  }

  /** After a look that saw nothing to learn from: an error, a wall, a text that is cut. Another article does as well. */
  async askInstead(context: Desk, article: Article, asked: Asked | null): Promise<void> {
    if (asked) await this.#schedule(context, article, { ...asked, instead: asked.instead + 1 });
  }

  async #schedule(context: Desk, article: Article, asked: Asked): Promise<boolean> {
    if (asked.inRow > IN_A_ROW || asked.instead > INSTEAD || context.replayed) return false;
    const sibling = await siblingOf(context, article, asked.begunAt, context.sites.latestIn(asked.place));
    if (!sibling) return false;
    this.#asked.set(sibling.id, asked);
    await context.store.writer.scheduleLook(sibling.id, context.clock.now());
    return true;
  }
}

/** The one whose last look is longest ago: it surely was before whatever came to this article since its own. None twice in a row. */
async function siblingOf(
  context: Desk,
  article: Article,
  begunAt: number,
  others: readonly number[],
): Promise<Article | null> {
  let oldest: Article | null = null;
  for (const id of others) {
    const other = id === article.id ? null : await context.store.reader.article(id as ArticleId);
    if (other?.status !== "watched" || other.versionCount === 0 || other.hostId !== article.hostId) continue;
    if ((other.lastLookedAt ?? 0) >= begunAt) continue;
    if (oldest === null || (other.lastLookedAt ?? 0) < (oldest.lastLookedAt ?? 0)) oldest = other;
  }
  return oldest;
}
