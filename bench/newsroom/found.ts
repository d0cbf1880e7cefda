import type { Article } from "#model/article";
import type { Version } from "#model/version";
import type { Truth } from "#newsroom/truth";
import type { Store } from "#store/store";

/** The article of a newsroom's address, under whichever of its addresses it is known; null if under none. */
export async function articleOf(store: Store, truth: Truth, url: string): Promise<Article | null> {
  const urls = truth.articles.find((one) => one.urls.includes(url))?.urls ?? [url];
  for (const one of urls) {
    const article = await store.reader.articleByUrl(one);
    if (article) return (await store.reader.article(article.joinedTo ?? article.id)) ?? article;
  }
  return null;
}

/** A version by its place in the article's history, and the one before; null if there are none. */
export async function pairAt(
  store: Store,
  truth: Truth,
  url: string,
  place: number,
): Promise<readonly [Version, Version] | null> {
  const article = await articleOf(store, truth, url);
  const { versions } = article ? await store.reader.history(article.id) : { versions: [] };
  const [before, head] = [versions[place - 2], versions[place - 1]];
  if (!before || !head) return null;
  const [old, next] = await Promise.all([before, head].map((one) => store.reader.version(one.articleId, one.number)));
  return old && next ? [old, next] : null;
}
