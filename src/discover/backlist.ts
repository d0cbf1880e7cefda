import { sameSite, urlKey } from "#lib/url";
import type { Result } from "#model/failure";
import type { FoundArticle, FoundFeed } from "#model/found";
import type { Grabbed } from "./asker.ts";
import { MAX_BACKLIST, MAX_BACKLIST_SITEMAPS } from "./content.ts";
import type { Discovery } from "./discovery.ts";
import { readFeed } from "./feed.ts";
import { homeOf } from "./link.ts";

/** What the sitemaps of a source list, old articles too. */
export interface Backlist {
  /** No address twice; of each sitemap the newest first. */
  readonly articles: readonly FoundArticle[];
  /** Sitemaps that were read. */
  readonly sitemaps: number;
  /** Sitemaps that did not answer with one. */
  readonly unread: number;
  /** There is more than the bounds let in. */
  readonly isCut: boolean;
}

export interface BacklistTools {
  readonly grab: (url: string) => Promise<Result<Grabbed>>;
  readonly sitemapsOf: (origin: string) => Promise<readonly string[]>;
  readonly onStep: (text: string) => void;
}

/** An index may list indexes, by year and then by month for example; what lies deeper was made to be endless. */
const MAX_DEPTH = 3;

/**
 * Reads the sitemaps of a source, and the sitemaps that an index among them lists. Only articles at the site of their sitemap count:
 * else one file could have anybody's pages asked for. Stops as soon as the host wants to be left alone.
 */
export async function readBacklist(discovery: Discovery, tools: BacklistTools): Promise<Backlist> {
  const waiting = (await startingAt(discovery, tools)).map((url) => ({ url, depth: 0 }));
  const asked = new Set<string>();
  const articles = new Map<string, FoundArticle>();
  let unread = 0;
  let isOver = false;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { url, depth } = next;
    if (asked.has(urlKey(url))) continue;
    if (isOver || asked.size >= MAX_BACKLIST_SITEMAPS || articles.size >= MAX_BACKLIST) {
      waiting.push(next);
      break;
    }
    asked.add(urlKey(url));
    tools.onStep(`Reading sitemap ${asked.size}, ${articles.size} addresses so far: ${url}`);
    const { listed, more, isClosed } = await readOne(url, tools);
    if (listed === null) unread += 1;
    isOver = isClosed;
    for (const article of listed ?? [])
      if (!articles.has(urlKey(article.url))) articles.set(urlKey(article.url), article);
    if (depth < MAX_DEPTH) waiting.push(...more.map((child) => ({ url: child.url, depth: depth + 1 })));
  }
  const kept = [...articles.values()].slice(0, MAX_BACKLIST);
  const isCut = waiting.length > 0 || articles.size > MAX_BACKLIST;
  return { articles: kept, sitemaps: asked.size - unread, unread, isCut };
}

/** A sitemap that someone gave is all that is meant; else those of the source, and those that robots.txt names. */
async function startingAt({ kind, feeds, source }: Discovery, tools: BacklistTools): Promise<readonly string[]> {
  const own = feeds.filter((feed) => feed.kind.includes("sitemap")).map(({ url }) => url);
  if (kind === "sitemap") return own;
  const home = homeOf(source.homeUrl);
  const named = (await tools.sitemapsOf(home)).filter((url) => sameSite(url, home));
  const all = [...own, ...named];
  return all.length > 0 ? all : [`${home}sitemap.xml`];
}

interface Read {
  /** Null when no sitemap came. */
  readonly listed: readonly FoundArticle[] | null;
  readonly more: readonly FoundFeed[];
  /** Nothing more is to be asked. */
  readonly isClosed: boolean;
}

const NOTHING: Read = { listed: null, more: [], isClosed: false };

async function readOne(url: string, { grab }: BacklistTools): Promise<Read> {
  const answer = await grab(url);
  if (!answer.ok) {
    const { advice, retryAfterMs } = answer.failure;
    return { ...NOTHING, isClosed: advice === "stop" || retryAfterMs !== undefined };
  }
  const { status } = answer.value;
  if (status === 429 || status === 503) return { ...NOTHING, isClosed: true };
  const read = status >= 200 && status < 300 ? readFeed({ ...answer.value, isWhole: true }) : null;
  if (!read?.ok || !read.value.kind.includes("sitemap")) return NOTHING;
  const { articles, more } = read.value;
  return { listed: articles.filter((article) => sameSite(article.url, answer.value.url)), more, isClosed: false };
}
