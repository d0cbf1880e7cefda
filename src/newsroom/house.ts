import { type Article, isAway, pathsOf } from "./article.ts";
import type { Conduct } from "./misbehaviours/spans.ts";
import type { Outage } from "./outages.ts";
import type { Site } from "./site.ts";

/** A site and its articles. */
export interface House {
  readonly site: Site;
  /** Published and not gone, newest first. */
  readonly published: (now: number) => readonly Article[];
  /** By any address it ever has. */
  readonly find: (path: string) => Article | null;
  readonly articles: () => Iterable<Article>;
  /** When the whole site shows something else; absent: never. */
  readonly outages?: readonly Outage[];
  /** Of a house that misbehaves. */
  readonly conduct?: Conduct;
}

export function house(site: Site, articles: readonly Article[]): House {
  const byPath = new Map(articles.flatMap((article) => pathsOf(article).map((path) => [path, article] as const)));
  return {
    site,
    published: (now) => newestFirst(articles, now),
    find: (path) => byPath.get(path) ?? null,
    articles: () => articles,
  };
}

export function newestFirst(articles: readonly Article[], now: number): readonly Article[] {
  return articles
    .filter((article) => article.publishedAt <= now && !isAway(article, now))
    .sort((a, b) => b.publishedAt - a.publishedAt || b.number - a.number);
}
