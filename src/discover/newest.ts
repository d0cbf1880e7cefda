import { urlKey } from "#lib/url";
import type { FoundArticle } from "#model/found";

/**
 * Keeps the `limit` newest of any number of articles in bounded memory. Undated ones come last, in the order of the
 * document; of two that name the same address the first stays, with the other's title and dates where it had none.
 */
export class Newest {
  readonly #limit: number;
  #kept = new Map<string, FoundArticle>();
  /** Nothing as old as this or older can be among the newest any more. */
  #tooOld = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False when an article of this date (0: undated) need not be looked at: it would not be kept. */
  wants(at: number): boolean {
    return at > this.#tooOld;
  }

  add(article: FoundArticle): void {
    if (!this.wants(dateOf(article))) return;
    const key = urlKey(article.url);
    const known = this.#kept.get(key);
    this.#kept.set(key, known ? merge(known, article) : article);
    if (this.#kept.size >= 2 * this.#limit) this.#prune();
  }

  list(): readonly FoundArticle[] {
    this.#prune();
    return [...this.#kept.values()];
  }

  #prune(): void {
    const sorted = [...this.#kept].sort((a, b) => dateOf(b[1]) - dateOf(a[1])).slice(0, this.#limit);
    this.#kept = new Map(sorted);
    if (sorted.length === this.#limit) this.#tooOld = dateOf(sorted.at(-1)![1]);
  }
}

const merge = (first: FoundArticle, second: FoundArticle): FoundArticle => ({
  ...second,
  ...first,
  title: first.title ?? second.title,
  publishedAt: first.publishedAt ?? second.publishedAt,
  updatedAt: first.updatedAt ?? second.updatedAt,
});

const dateOf = (article: FoundArticle): number => article.publishedAt ?? article.updatedAt ?? 0;
