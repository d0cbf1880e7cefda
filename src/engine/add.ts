import { type Discovery, explore, type Grabbed } from "#discover/explore";
import { leadsInward } from "#engine/politeness/inward";
import { decodeHtml, decodeXml } from "#fetch/charset";
import { privateAddress } from "#fetch/target";
import { hasScheme } from "#lib/scheme";
import { parseHttpUrl } from "#lib/url";
import { fail, ok, type Result } from "#model/failure";
import { NO_PATTERNS } from "#model/source";
import { MIN_FEED_WAIT_MS } from "#version/schedule/feed-period";
import type { EngineContext } from "./context.ts";
import type { AddedSource, AddOptions, AddReport } from "./engine.ts";
import { seedsOf, storeSeeds } from "./seeding.ts";

/** Takes whatever stands at an address, or in an OPML text, and stores what it finds. */
export async function add(context: EngineContext, url: string, options: AddOptions): Promise<Result<AddReport>> {
  if (hasScheme(url)) return addAt(context, url, url, options);
  const secure = await addAt(context, `https://${url.trim()}`, url, options);
  if (secure.ok || secure.failure.code !== "robots-unreachable") return secure;
  // As browsers do with an address without a scheme: some small papers still have no certificate.
  const plain = await addAt(context, `http://${url.trim()}`, url, options);
  return plain.ok ? plain : secure;
}

async function addAt(
  context: EngineContext,
  url: string,
  given: string,
  options: AddOptions,
): Promise<Result<AddReport>> {
  const address = parseHttpUrl(url);
  if (!address) return fail("never", "not-an-address", `"${given}" is not a web address.`);
  const discovered = await explore(address.href, {
    grab: async (target) =>
      leadsInward(context.settings, address.href, target)
        ? { ok: false, failure: privateAddress(new URL(target).hostname) }
        : grab(context, target, options),
    sitemapsOf: (origin) => context.gate.sitemaps(origin),
    onStep: options.onStep ?? (() => {}),
  });
  // What was found so far is not what a whole search would have found.
  if (options.signal?.aborted) return fail("stop", "aborted", "Stopped; nothing of it was added.");
  if (!discovered.ok) return discovered;
  return options.all ? addWhole(context, discovered.value, options) : storeAll(context, discovered.value, options);
}

/** One source with what there is of it from before. */
async function addWhole(
  context: EngineContext,
  found: readonly Discovery[],
  options: AddOptions,
): Promise<Result<AddReport>> {
  const [only] = found;
  if (!only || found.length > 1)
    return fail("never", "several-sources", "What there is from before is taken in for one source at a time.");
  // At the usual pace: there may be many sitemaps.
  const { gapMs } = context.settings;
  const seeds = await seedsOf(context, only, options, (url) =>
    grab(context, url, { ...options, render: "plain" }, gapMs),
  );
  if (!seeds.ok) return seeds;
  if (seeds.value === null) return fail("stop", "declined", "Nothing was added.");
  const stored = await storeOne(context, only, options);
  if (!stored.ok) return stored;
  const count = await storeSeeds(context, stored.value.id, seeds.value, options);
  return ok({ sources: [{ ...stored.value, seeds: count }] });
}

export async function storeAll(
  context: EngineContext,
  found: readonly Discovery[],
  options: AddOptions,
): Promise<Result<AddReport>> {
  const sources: AddedSource[] = [];
  for (const [at, discovery] of found.entries()) {
    if (found.length > 1) options.onStep?.(`${at + 1} of ${found.length}: ${discovery.source.name}`);
    const stored = await storeOne(context, discovery, options);
    if (!stored.ok) return stored;
    sources.push(stored.value);
  }
  return ok({ sources });
}

async function storeOne(
  context: EngineContext,
  discovery: Discovery,
  options: AddOptions,
): Promise<Result<AddedSource>> {
  const { reader, writer } = context.store;
  const now = context.clock.now();
  const { homeUrl } = discovery.source;
  const name = options.name ?? discovery.source.name;
  const { patterns = NO_PATTERNS, render = "plain" } = options;
  const { id, added } = await writer.addSource({ name, homeUrl, patterns, render }, now);
  if (!added && options.name !== undefined) await writer.renameSource(id, options.name);
  // Who adds what was removed, or is paused, wants it watched.
  const before = added ? null : await reader.source(id);
  if (before && (before.removedAt !== null || before.pausedAt !== null)) await writer.resumeSource(id, now);
  if (!added && options.render) await writer.setRender(id, options.render);
  if (!added && options.patterns) await writer.setPatterns(id, options.patterns);
  const periodMs = Math.max(options.periodMs ?? context.settings.feedPeriodMs, MIN_FEED_WAIT_MS);
  const feeds: AddedSource["feeds"][number][] = [];
  for (const feed of discovery.feeds) {
    const stored = await writer.addFeed(id, feed, periodMs, now);
    if (!stored.added && options.periodMs !== undefined) await writer.setFeedPeriod(stored.id, periodMs);
    feeds.push({ url: feed.url, kind: feed.kind, added: stored.added });
  }
  const wanted = context.compilePatterns((await reader.source(id))?.patterns ?? NO_PATTERNS);
  if (!wanted.ok) return wanted;
  const articles = await writer.addArticles(id, discovery.articles.filter(wanted.value), now);
  return ok({ id, name: options.name ?? before?.name ?? name, homeUrl, added, feeds, articles: articles.length });
}

async function grab(
  context: EngineContext,
  url: string,
  { render, signal }: AddOptions,
  gapMs = context.settings.interactiveGapMs,
): Promise<Result<Grabbed>> {
  const fetched = await context.fetcher.fetch({
    url,
    permit: context.gate.permit({ leased: null, gapMs, waiting: true, signal }),
    ...(signal && { signal }),
    ...(render === "browser" && { render }),
  });
  if (!fetched.ok) return fetched;
  const { status, body: bytes, url: finalUrl, headers } = fetched.value;
  const contentType = headers["content-type"] ?? null;
  const xml = /[/+]xml|json/i.test(contentType ?? "") && !/html/i.test(contentType ?? "");
  const { text } = xml ? decodeXml(bytes, contentType) : decodeHtml(bytes, contentType);
  return ok({ url: finalUrl, status, contentType, bytes, text, now: context.clock.now() });
}
