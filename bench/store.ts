import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "#lib/hash";
import type { ArticleId, SourceId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import type { VersionText } from "#model/version";
import { openStore } from "#store/index";
import type { Store } from "#store/store";
import type { LookRecord } from "#store/writer";

/** The whole run ends within this, whatever the machine. */
const BUDGET_MS = 50_000;
const PARAGRAPHS_PER_ARTICLE = 25;
const WORDS_PER_PARAGRAPH = 45;
/** Of what is measured one by one; a busy disk makes each wait for several milliseconds. */
const SINGLE = 1000;
const HOSTS = 200;
/** Looks that end at the same time in a busy worker: they share a commit. */
const CALLERS = 16;
const START_AT = 1_700_000_000_000;
const MINUTE_MS = 60_000;

type Random = () => number;

/** What the store costs: looks per second, bytes per version, search at 100,000 paragraphs, leases per second. */
export async function run(args: { data?: string; flags: Record<string, string> }): Promise<void> {
  const paragraphs = Number(args.flags["paragraphs"] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"));
  const store = await openStore(join(folder, "store.db"));
  try {
    await measure(store, join(folder, "store.db"), paragraphs, performance.now() + BUDGET_MS);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(store: Store, file: string, paragraphs: number, endsAt: number): Promise<void> {
  const random = randomOf(1);
  const articles = await addArticles(store, Math.ceil(paragraphs / PARAGRAPHS_PER_ARTICLE));
  const texts: VersionText[] = articles.map(() => randomText(random));
  let now = START_AT;
  const record = (at: number, text: VersionText | null, number: number) => {
    now += 7;
    return store.writer.recordLook(lookOf(articles[at]!, now, text, number));
  };

  let before = bytesOf(file);
  await together("first versions", articles.length, endsAt, (at) => record(at, texts[at]!, 1));
  tell("  bytes each: 25 paragraphs, 7 kB of text, with index and look", (bytesOf(file) - before) / articles.length);
  before = bytesOf(file);
  now += MINUTE_MS;
  await together("looks, unchanged", articles.length, endsAt, (at) => record(at, null, 1));
  tell("  bytes each", (bytesOf(file) - before) / articles.length);
  now += MINUTE_MS;
  await timed("looks, unchanged, one after the other", SINGLE, endsAt, (at) => record(at, null, 1));
  before = bytesOf(file);
  await together("later versions, one edit", articles.length, endsAt, (at) =>
    record(at, edited(texts[at]!, random), 2),
  );
  tell("  bytes each, with the edited paragraph and the look", (bytesOf(file) - before) / articles.length);
  await searches(store, endsAt);
  await leases(store, now + MINUTE_MS, endsAt);
  await timed("front pages of 50 changes", 200, endsAt, () => store.reader.changes({ limit: 50 }));
  await timed("health pages", 20, endsAt, () => store.reader.health(now));
}

async function addArticles(store: Store, count: number): Promise<readonly ArticleId[]> {
  const perHost = Math.ceil(count / HOSTS);
  const ids: ArticleId[] = [];
  for (let host = 0; host < HOSTS; host++) {
    const home = `https://outlet${host}.example/`;
    const source = { name: `Outlet ${host}`, homeUrl: home, patterns: NO_PATTERNS };
    const { id }: { id: SourceId } = await store.writer.addSource(source, START_AT);
    const found = Array.from({ length: perHost }, (_, at) => ({
      url: `${home}news/${host}-${at}`,
      title: `Article ${at}`,
      publishedAt: null,
      updatedAt: null,
    }));
    ids.push(...(await store.writer.addArticles(id, found, START_AT)));
  }
  return ids.slice(0, count);
}

async function searches(store: Store, endsAt: number): Promise<void> {
  for (const [kind, query] of [
    ["a rare word", wordAt(19_000)],
    ["a middling word", wordAt(600)],
    ["the commonest word", wordAt(0)],
    ["two common words", `${wordAt(3)} ${wordAt(9)}`],
    ["a phrase", `"${wordAt(1)} ${wordAt(2)}"`],
  ] as const) {
    let found = 0;
    await timed(`searches, ${kind}`, 20, endsAt, async () => {
      found = (await store.reader.search(query, { limit: 50 })).items.length;
    });
    tell(`  hits on the first page`, found);
  }
}

async function leases(store: Store, now: number, endsAt: number): Promise<void> {
  let at = now + 40 * MINUTE_MS;
  await timed("lease, next task, release", SINGLE, endsAt, async () => {
    at += 10_000;
    const [host] = await store.writer.leaseHosts("bench", at, MINUTE_MS, 1);
    await store.reader.nextTask(host!.id, at);
    await store.writer.releaseHost(host!.id, "bench", at + 10_000);
  });
}

/** Work of which `CALLERS` is wanted at the same time; the numbers are per piece. */
async function together(
  name: string,
  times: number,
  endsAt: number,
  work: (at: number) => Promise<unknown>,
): Promise<void> {
  const batch = (first: number) =>
    Promise.all(Array.from({ length: Math.min(CALLERS, times - first) }, (_, at) => work(first + at)));
  await timed(`${name}, ${CALLERS} at once`, Math.ceil(times / CALLERS), endsAt, (at) => batch(at * CALLERS), CALLERS);
}

async function timed(
  name: string,
  times: number,
  endsAt: number,
  work: (at: number) => Promise<unknown>,
  pieces = 1,
): Promise<void> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  let done = 0;
  while (done < times && performance.now() < endsAt) await work(done++);
  if (done === 0) return console.log(`${name.padEnd(64)}  no time left`);
  const ms = (performance.now() - started) / done / pieces;
  const used = process.cpuUsage(cpu);
  const cpuMs = (used.user + used.system) / 1000 / done / pieces;
  const rate = `${Math.round(1000 / ms)}/s`;
  console.log(
    `${name.padEnd(64)} ${rate.padStart(9)} ${ms.toFixed(2).padStart(8)} ms ${cpuMs.toFixed(2).padStart(8)} ms cpu`,
  );
}

const tell = (name: string, value: number): void =>
  console.log(`${name.padEnd(64)} ${String(Math.round(value)).padStart(9)}`);

const bytesOf = (file: string): number => statSync(file).size;

function lookOf(articleId: ArticleId, capturedAt: number, text: VersionText | null, number: number): LookRecord {
  const version = text && {
    after: number - 1,
    text,
    textHash: sha256(JSON.stringify(text)),
    byline: ["A. Writer"],
    publishedAt: "2023-11-14T22:13:20+00:00",
    modifiedAt: null,
    language: "en",
    extractor: "bench/1",
    ...(number > 1 && { summary: SUMMARY }),
  };
  return {
    articleId,
    capturedAt,
    tookMs: 120,
    outcome: text ? "changed" : "unchanged",
    status: text ? 200 : 304,
    finalUrl: `https://outlet.example/news/${articleId}`,
    decision: text ? (number === 1 ? "first" : "new") : "same",
    reason: text ? "the text differs from the latest version" : "not modified (304)",
    bodyDigest: text ? sha256(`${articleId}-${number}`) : null,
    bodyBytes: text ? 120_000 : 0,
    ...(version ? { version } : { sawVersion: number }),
    state: {
      status: "watched",
      statusReason: "",
      nextLookAt: capturedAt + 30 * MINUTE_MS,
      periodMs: 30 * MINUTE_MS,
      failures: 0,
      etag: '"v1"',
      lastModified: null,
      bodyDigest: null,
    },
  };
}

const SUMMARY = {
  headlineChanged: false,
  standfirstChanged: false,
  correctionAdded: false,
  paragraphsEdited: 1,
  paragraphsAdded: 0,
  paragraphsRemoved: 0,
  paragraphsSplit: 0,
  paragraphsMerged: 0,
  paragraphsMoved: 0,
  wordsAdded: 3,
  wordsRemoved: 2,
  sample: { old: "twelve people", new: "fifteen people" },
  labels: [],
  rank: 0.5,
  silent: true,
};

/** Words with the skewed frequencies of a language: the rank falls off as Zipf's law says. */
function randomText(random: Random): VersionText {
  const sentence = (words: number) => Array.from({ length: words }, () => randomWord(random)).join(" ");
  return {
    headline: sentence(9),
    standfirst: sentence(20),
    corrections: [],
    blocks: Array.from({ length: PARAGRAPHS_PER_ARTICLE - 2 }, () => ({
      kind: "paragraph" as const,
      text: sentence(WORDS_PER_PARAGRAPH),
    })),
  };
}

function edited(text: VersionText, random: Random): VersionText {
  const at = Math.floor(random() * text.blocks.length);
  const blocks = text.blocks.map((block, index) =>
    index === at ? { ...block, text: `${block.text} ${randomWord(random)}` } : block,
  );
  return { ...text, blocks };
}

const VOCABULARY = 20_000;
const randomWord = (random: Random): string => wordAt(Math.floor(VOCABULARY ** random()) - 1);
const wordAt = (rank: number): string => `w${(rank + 1).toString(36)}`;

/** Mulberry32: small, seeded, good enough to spread words. */
function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
