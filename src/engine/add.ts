import { type Discovery, explore, type Grabbed } from "#discover/explore";
import { decodeHtml, decodeXml } from "#fetch/charset";
import { hasScheme } from "#lib/scheme";
import { parseHttpUrl } from "#lib/url";
import { fail, ok, type Result } from "#model/failure";
import { NO_PATTERNS } from "#model/source";
import { MIN_FEED_WAIT_MS } from "#version/schedule/feed-period";
import type { AddedSource, AddOptions, AddReport } from "./engine.ts";
import type { Shop } from "./shop.ts";

/** Takes whatever stands at an address, or in an OPML text, and stores what it finds. */
export async function add(shop: Shop, url: string, options: AddOptions): Promise<Result<AddReport>> {
  if (hasScheme(url)) return addAt(shop, url, url, options);
  const secure = await addAt(shop, `https://${url.trim()}`, url, options);
  if (secure.ok || secure.failure.code !== "robots-unreachable") return secure;
  // As browsers do with an address without a scheme: some small papers still have no certificate.
  const plain = await addAt(shop, `http://${url.trim()}`, url, options);
  return plain.ok ? plain : secure;
}

async function addAt(shop: Shop, url: string, given: string, options: AddOptions): Promise<Result<AddReport>> {
  const address = parseHttpUrl(url);
  if (!address) return fail("never", "not-an-address", `"${given}" is not a web address.`);
  const discovered = await explore(address.href, {
    grab: (target) => grab(shop, target, options),
    sitemapsOf: (origin) => shop.gate.sitemaps(origin),
    onStep: options.onStep ?? (() => {}),
  });
  // What was found so far is not what a whole search would have found.
  if (options.signal?.aborted) return fail("stop", "aborted", "Stopped; nothing of it was added.");
  return discovered.ok ? storeAll(shop, discovered.value, options) : discovered;
}

export async function storeAll(
  shop: Shop,
  found: readonly Discovery[],
  options: AddOptions,
): Promise<Result<AddReport>> {
  const sources: AddedSource[] = [];
  for (const discovery of found) {
    const stored = await storeOne(shop, discovery, options);
    if (!stored.ok) return stored;
    sources.push(stored.value);
  }
  return ok({ sources });
}

async function storeOne(shop: Shop, discovery: Discovery, options: AddOptions): Promise<Result<AddedSource>> {
  const { reader, writer } = shop.store;
  const now = shop.clock.now();
  const { homeUrl } = discovery.source;
  const name = options.name ?? discovery.source.name;
  const { patterns = NO_PATTERNS, render = "plain" } = options;
  const { id, added } = await writer.addSource({ name, homeUrl, patterns, render }, now);
  if (!added && options.render) await writer.setRender(id, options.render);
  if (!added && options.patterns) await writer.setPatterns(id, options.patterns);
  const periodMs = Math.max(options.periodMs ?? shop.settings.feedPeriodMs, MIN_FEED_WAIT_MS);
  const feeds: AddedSource["feeds"][number][] = [];
  for (const feed of discovery.feeds) {
    const stored = await writer.addFeed(id, feed, periodMs, now);
    if (!stored.added && options.periodMs !== undefined) await writer.setFeedPeriod(stored.id, periodMs);
    feeds.push({ url: feed.url, kind: feed.kind, added: stored.added });
  }
  const wanted = shop.compilePatterns((await reader.source(id))?.patterns ?? NO_PATTERNS);
  if (!wanted.ok) return wanted;
  const articles = await writer.addArticles(id, discovery.articles.filter(wanted.value), now);
  return ok({ id, name, homeUrl, added, feeds, articles: articles.length });
}

async function grab(shop: Shop, url: string, { render, signal }: AddOptions): Promise<Result<Grabbed>> {
  const gapMs = shop.settings.interactiveGapMs;
  const fetched = await shop.fetcher.fetch({
    url,
    permit: shop.gate.permit({ leased: null, gapMs, waiting: true, signal }),
    ...(signal && { signal }),
    ...(render === "browser" && { render }),
  });
  if (!fetched.ok) return fetched;
  const { status, body: bytes, url: finalUrl, headers } = fetched.value;
  const contentType = headers["content-type"] ?? null;
  const xml = /[/+]xml|json/i.test(contentType ?? "") && !/html/i.test(contentType ?? "");
  const { text } = xml ? decodeXml(bytes, contentType) : decodeHtml(bytes, contentType);
  return ok({ url: finalUrl, status, contentType, bytes, text, now: shop.clock.now() });
}
