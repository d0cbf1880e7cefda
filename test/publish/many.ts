import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleId, SourceId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { NOW, play } from "./seed.ts";

export interface Many {
  readonly store: Store;
  /** The busiest one, read every hour for two weeks. */
  readonly source: SourceId;
  /** With many versions. */
  readonly article: ArticleId;
  /** One whose only feed is broken, and one whose feed failed once. */
  readonly broken: SourceId;
  readonly failing: SourceId;
}

export const SOURCES = 4000;
const ARTICLES = 60;
const VERSIONS = 60;

/** A press of thousands of sources, one of which is busy. */
export async function openMany(): Promise<Many> {
  const store = await openStore(":memory:");
  const sources: SourceId[] = [];
  for (let i = 1; i <= SOURCES; i++) sources.push(await addQuiet(store, i));
  const [source] = sources;
  const broken = sources[SOURCES - 2]!;
  const failing = sources[SOURCES - 1]!;
  for (const [id, times] of [
    [broken, 3],
    [failing, 1],
  ] as const)
    await fail(store, id, times);
  const article = await play(store, source!, story(ARTICLES, VERSIONS, 60));
  for (let i = 0; i < ARTICLES; i++) await play(store, source!, story(i, 2));
  for (let hour = 14 * 24; hour > 4; hour--) await look(store, article, NOW - hour * HOUR_MS);
  return { store, source: source!, article, broken, failing };
}

async function addQuiet(store: Store, i: number): Promise<SourceId> {
  const homeUrl = `https://post-${i}.example/`;
  const name = `The ${i}th Valley and Harbour Evening Post`;
  const { id } = await store.writer.addSource(
    { name, homeUrl, patterns: NO_PATTERNS },
    NOW - (i === 1 ? 30 * DAY_MS : HOUR_MS),
  );
  const feed = { url: `${homeUrl}feed.xml`, kind: "rss" as const, title: null };
  await store.writer.addFeed(id, feed, 15 * MINUTE_MS, NOW + MINUTE_MS);
  return id;
}

async function fail(store: Store, id: SourceId, times: number): Promise<void> {
  const [feed] = await store.reader.feeds(id);
  for (let i = 0; i < times; i++)
    await store.writer.recordPoll(feed!.id, {
      polledAt: NOW - 3 * MINUTE_MS,
      ok: false,
      error: { code: "http-status", status: 404 },
      dueAt: NOW + 10 * MINUTE_MS,
      etag: null,
      lastModified: null,
    });
}

const PARAGRAPH =
  "The council of the valley met again on the question of the harbour wall, and the engineers explained why the stones of the outer basin had moved";

/** Several labels, so that entries of lists are as long as they get. */
function story(i: number, versions: number, endedMinutesAgo = 0) {
  const body = (at: number) =>
    Array.from({ length: 6 }, (_, p) =>
      p === 2
        ? `${PARAGRAPH} by ${12 + at} centimetres, ${at % 2 ? "which “nobody could have known”, said Ines Calder" : "as Tom Abara reportedly said"} on ${at % 2 ? "Monday" : "Friday"}.`
        : `${PARAGRAPH} by ${p} centimetres, as was heard in session ${i}.`,
    );
  const headline = `Council of the valley hears engineers on the harbour wall and on what its repair would cost, session ${i}`;
  const text = (at: number) => ({ headline, body: body(at) });
  const looks = Array.from({ length: versions }, (_, at) => ({
    minutesAgo: endedMinutesAgo + 2 * (versions - at),
    text: text(at),
  }));
  return { url: `https://post-1.example/council/${i}`, language: "en", byline: [], looks };
}

async function look(store: Store, articleId: ArticleId, capturedAt: number): Promise<void> {
  const isNight = capturedAt % DAY_MS < 4 * HOUR_MS;
  await store.writer.recordLook({
    articleId,
    capturedAt,
    tookMs: 200,
    outcome: isNight ? "error" : "unchanged",
    status: 200,
    finalUrl: `https://post-1.example/council/${ARTICLES}`,
    decision: isNight ? "none" : "same",
    reason: { code: "http-status", status: 503 },
    bodyDigest: null,
    bodyBytes: 1,
    state: {
      status: "watched",
      statusReason: null,
      nextLookAt: NOW + HOUR_MS,
      periodMs: HOUR_MS,
      failures: 0,
      etag: null,
      lastModified: null,
      bodyDigest: null,
    },
  });
}
