import { keptOf } from "#collate/kept";
import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { DAY_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import type { VersionText } from "#model/version";
import { type Article, pathsOf } from "#newsroom/article";
import { openPress } from "#newsroom/press";
import type { Store } from "#store/store";
import type { LookRecord } from "#store/writer";
import { fingerprint } from "#version/fingerprint";
import { recall } from "#version/recall";
import { liveTexts } from "./live-texts.ts";

export const ARTICLES_PER_SOURCE = 50;
/** Writes that are under way at the same time, as in a worker. */
const AT_ONCE = 16;
/** Deciding remembers the latest few texts. */
const REMEMBERED = 3;
const SEED = 7;

interface Original {
  readonly id: ArticleId;
  readonly url: string;
  readonly language: string;
  readonly live: boolean;
  readonly publishedAt: number;
  /** Of each version. */
  readonly texts: readonly VersionText[];
}

export interface Plan {
  readonly articles: number;
  /** How many of them are pages that grew all day. */
  readonly live: number;
  readonly versionsOfLive: number;
  /** Between these instants everything was seen. */
  readonly fromAt: number;
  readonly untilAt: number;
}

/**
 * The newsroom's articles with all their edits, recorded as the engine does it: texts, changes and labels by the real
 * collation. First all first versions, then the second ones and so on, so that the versions of an article lie apart as in
 * life. `progress` gets the looks done and to be done.
 */
export async function recordOriginals(
  store: Store,
  plan: Plan,
  progress: (done: number, all: number) => void,
): Promise<void> {
  const originals = await announce(store, plan);
  const counts = originals.map(({ texts }) => texts.length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const stepMs = (plan.untilAt - plan.fromAt) / all;
  let done = 0;
  for (let number = 1; number <= Math.max(...counts); number++) {
    const due = originals.filter((_, at) => counts[at]! >= number);
    for (let at = 0; at < due.length; at += AT_ONCE) {
      const looks = due.slice(at, at + AT_ONCE).map((original) => {
        const capturedAt = Math.floor(plan.fromAt + done++ * stepMs);
        return store.writer.recordLook(lookOf(original, number, capturedAt));
      });
      await Promise.all(looks);
      progress(done, all);
    }
  }
}

async function announce(store: Store, plan: Plan): Promise<readonly Original[]> {
  const originals: Original[] = [];
  const hosts = Math.ceil(plan.articles / ARTICLES_PER_SOURCE);
  const { houses } = openPress(plan.fromAt, SEED, { hosts, articles: plan.articles });
  for (const { site, articles } of houses()) {
    if (site.kind !== "generated") continue;
    const base = `http://${site.host}.localhost`;
    const source = { name: site.name, homeUrl: `${base}/`, patterns: NO_PATTERNS };
    const { id } = await store.writer.addSource(source, plan.fromAt);
    for (const feed of site.feeds)
      await store.writer.addFeed(id, { url: base + feed.path, kind: "rss", title: null }, DAY_MS, plan.fromAt);
    const found = [...articles()].map((article) => ({ article, url: base + pathsOf(article)[0]! }));
    const ids = await store.writer.addArticles(
      id,
      found.map(({ url }) => ({ url, title: null, publishedAt: null, updatedAt: null })),
      plan.fromAt,
    );
    for (const [at, { article, url }] of found.entries())
      originals.push(originalOf(ids[at]!, url, article, originals.length, plan));
  }
  return originals;
}

/** Some are replaced by long pages that are live, spread over the sources. */
function originalOf(id: ArticleId, url: string, article: Article, at: number, plan: Plan): Original {
  const { language, publishedAt } = article;
  const isLong = plan.live > 0 && at % Math.ceil(plan.articles / plan.live) === 0;
  const texts = isLong ? liveTexts(at, plan.versionsOfLive) : article.states().map(({ text }) => text);
  return { id, url, language, live: isLong || article.live, publishedAt, texts };
}

/** As the engine's threads sum up a change. */
function summed(old: VersionText, text: VersionText, language: string) {
  const collation = collateTexts(old, text);
  return { summary: summarise(old, text, collation, language), collation: keptOf(old, text, collation) };
}

/** The look that opens this version, with what the engine knows by then. */
function lookOf({ id, url, language, live, publishedAt, texts }: Original, number: number, at: number): LookRecord {
  const text = texts[number - 1]!;
  const old = texts[number - 2];
  const past = texts.slice(Math.max(0, number - REMEMBERED), number).reverse();
  const memory = recall(past.map((one, back) => ({ number: number - back, text: one, lastSeenAt: at })))!;
  return {
    articleId: id,
    ...{ capturedAt: at, tookMs: 120, outcome: "changed", status: 200, finalUrl: url },
    decision: number === 1 ? "first" : "new",
    reason: { code: "first-text" },
    bodyDigest: fingerprint({ ...text, headline: `${url} ${number}` }),
    bodyBytes: 20_000,
    decided: { after: number - 1, memory, variants: [] },
    version: {
      after: number - 1,
      text,
      textHash: fingerprint(text),
      byline: ["Staff"],
      publishedAt: new Date(publishedAt).toISOString(),
      modifiedAt: new Date(at).toISOString(),
      language,
      extractor: "variorum/4+1",
      live,
      facts: { section: null, credits: ["Staff"], leadImage: null, links: [], entries: [], continuesAt: null },
      ...(old && summed(old, text, language)),
    },
    state: {
      ...{ status: "watched", statusReason: null, nextLookAt: null, periodMs: DAY_MS, failures: 0 },
      ...{ etag: null, lastModified: null, bodyDigest: null },
    },
  };
}
