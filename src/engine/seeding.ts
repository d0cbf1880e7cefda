import { type Backlist, readBacklist } from "#discover/backlist";
import { MAX_BACKLIST } from "#discover/content";
import type { Discovery, Grabbed } from "#discover/explore";
import { DAY_MS } from "#lib/clock";
import { hostKey, urlKey } from "#lib/url";
import { fail, ok, type Result } from "#model/failure";
import type { FoundArticle } from "#model/found";
import type { SourceId } from "#model/id";
import { NO_PATTERNS, type Patterns } from "#model/source";
import type { WaitingSeeds } from "#model/waiting";
import type { EngineContext } from "./context.ts";
import type { AddOptions, SeedPreview } from "./engine.ts";
import { leastGap } from "./politeness/allowance.ts";

/** Of a host's budget of the day, articles from before get so much: the rest is for news, which comes first. */
const SEED_SHARE = 0.5;
/** Articles stored in one transaction, so that others can write in between. */
const BATCH = 500;

/** What is to be taken in from before, and how far apart. */
export interface Seeds {
  readonly articles: readonly FoundArticle[];
  readonly stepMs: number;
}

type Port = Pick<EngineContext, "store" | "clock" | "settings" | "gate" | "compilePatterns">;
type Grab = (url: string) => Promise<Result<Grabbed>>;

/**
 * Reads what the sitemaps of a source list from before, and says how much that is and how long it takes. Null where the person who asked
 * for it does not want it after all; fails with `nothing-listed` where no sitemap was found.
 */
export async function seedsOf(
  context: Port,
  discovery: Discovery,
  options: AddOptions,
  grab: Grab,
): Promise<Result<Seeds | null>> {
  const onStep = options.onStep ?? (() => {});
  const sitemapsOf = (origin: string) => context.gate.sitemaps(origin);
  const backlist = await readBacklist(discovery, { grab, sitemapsOf, onStep });
  if (options.signal?.aborted) return fail("stop", "aborted", "Stopped; nothing of it was added.");
  const { homeUrl } = discovery.source;
  if (backlist.sitemaps === 0)
    return fail(
      "never",
      "nothing-listed",
      `No sitemap of ${homeUrl} could be read: nothing says what there is from before.`,
    );
  const wanted = await wantedOf(context, discovery, options.patterns, backlist);
  if (!wanted.ok) return wanted;
  const seeds = await plan(context, homeUrl, backlist, wanted.value);
  return ok((await options.all?.(seeds.preview)) ? seeds : null);
}

/** What the patterns let through; what is news now is no part of it. */
async function wantedOf(
  { store, compilePatterns }: Port,
  { source, articles }: Discovery,
  patterns: Patterns | undefined,
  backlist: Backlist,
): Promise<Result<readonly FoundArticle[]>> {
  const home = urlKey(source.homeUrl);
  const known = (await store.reader.sources()).find(({ homeUrl }) => urlKey(homeUrl) === home);
  const isWanted = compilePatterns(patterns ?? known?.patterns ?? NO_PATTERNS);
  if (!isWanted.ok) return isWanted;
  const news = new Set(articles.map(({ url }) => urlKey(url)));
  return ok(backlist.articles.filter((article) => isWanted.value(article) && !news.has(urlKey(article.url))));
}

async function plan(
  context: Port,
  homeUrl: string,
  { sitemaps, unread, isCut }: Backlist,
  listed: readonly FoundArticle[],
): Promise<Seeds & { readonly preview: SeedPreview }> {
  const { reader } = context.store;
  const now = context.clock.now();
  const places = await reader.unknownAmong(listed.map(({ url }) => url));
  const stepMs = await stepAt(context, homeUrl);
  const hosts = new Map<string, WaitingSeeds>();
  for (const key of new Set([homeUrl, ...listed.map(({ url }) => url)].map(hostKey)))
    hosts.set(key, await reader.waitingSeeds(key));
  const waiting = [...hosts.values()].reduce((sum, { count }) => sum + count, 0);
  const articles = places.slice(0, Math.max(0, MAX_BACKLIST - waiting)).map((at) => listed[at]!);
  const preview: SeedPreview = {
    listed: listed.length,
    known: listed.length - places.length,
    fresh: articles.length,
    waiting,
    sitemaps,
    unread,
    isCut: isCut || articles.length < places.length,
    perDay: Math.floor(DAY_MS / stepMs),
    untilAt: lastTurn(hosts, articles, now, stepMs),
  };
  return { articles, stepMs, preview };
}

/** From one to the next at a host: half of what its budget and its pause allow. */
async function stepAt({ settings, gate }: Port, homeUrl: string): Promise<number> {
  const gapMs = Math.max(leastGap(settings, homeUrl, settings), (await gate.crawlDelayMs(homeUrl)) ?? 0);
  return Math.ceil(Math.max(DAY_MS / settings.dailyCap, gapMs) / SEED_SHARE);
}

function lastTurn(
  hosts: ReadonlyMap<string, WaitingSeeds>,
  articles: readonly FoundArticle[],
  now: number,
  stepMs: number,
): number {
  const counts = Map.groupBy(articles, ({ url }) => hostKey(url));
  const ends = [...hosts].map(
    ([key, { lastAt }]) => Math.max(now, lastAt ?? 0) + (counts.get(key)?.length ?? 0) * stepMs,
  );
  return Math.max(now, ...ends);
}

/** Returns how many there are; fewer than were planned when it was stopped on the way, and the rest can be added again. */
export async function storeSeeds(
  { store: { writer }, clock }: Pick<EngineContext, "store" | "clock">,
  id: SourceId,
  { articles, stepMs }: Seeds,
  { onStep, signal }: AddOptions,
): Promise<number> {
  let stored = 0;
  for (let at = 0; at < articles.length && !signal?.aborted; at += BATCH) {
    onStep?.(`Storing ${stored} of ${articles.length}`);
    const added = await writer.addSeeds(id, articles.slice(at, at + BATCH), { now: clock.now(), stepMs });
    stored += added.length;
  }
  return stored;
}
