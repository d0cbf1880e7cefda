import type { ArticleId, SourceId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import type { VersionText } from "#model/version";
import type { Store } from "#store/store";
import { oneOf, readFlags, whole } from "./flags.ts";
import { type Database, postgresDatabase, sqliteDatabase } from "./store/databases.ts";
import { leaseTogether } from "./store/leases.ts";
import { edited, lookOf, PARAGRAPHS_PER_ARTICLE, randomOf, randomText, wordAt } from "./store/looks.ts";

/** What is measured on one database ends within this, whatever the machine. */
const BUDGET_MS = 90_000;
/** Of what is measured one by one; a busy disk makes each wait for several milliseconds. */
const SINGLE = 1000;
const HOSTS = 200;
/** Looks that end at the same time in a busy worker: they share a commit. */
const CALLERS = 16;
const START_AT = 1_700_000_000_000;
const MINUTE_MS = 60_000;

/** Clients that lease at the same time, each with connections of its own. */
const CLIENTS = 8;
const LEASING_MS = 5000;
const GAP_MS = 10_000;

const DATABASES: Readonly<Record<string, () => Promise<Database>>> = {
  sqlite: sqliteDatabase,
  postgres: postgresDatabase,
};

export const FLAGS = { paragraphs: whole(100_000, 1), only: oneOf(["sqlite", "postgres"], undefined) };

/** What the store costs on both databases, in CPU time of this process and the server together: looks per second, bytes per version, search at 100,000 paragraphs, leases per second. */
export async function run(args: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { paragraphs, only } = readFlags(args.flags, FLAGS);
  for (const [name, make] of Object.entries(DATABASES)) {
    if (only !== undefined && only !== name) continue;
    const database = await make();
    console.log(`\n${database.title}`);
    const store = await database.open();
    try {
      await measure(store, database, paragraphs, performance.now() + BUDGET_MS);
    } finally {
      await store.close();
      await database.remove();
    }
  }
}

async function measure(store: Store, database: Database, paragraphs: number, endsAt: number): Promise<void> {
  const timed = timing(database.cpuMs, endsAt);
  const together = togetherBy(timed);
  const random = randomOf(1);
  const articles = await addArticles(store, Math.ceil(paragraphs / PARAGRAPHS_PER_ARTICLE));
  const texts: VersionText[] = articles.map(() => randomText(random));
  let now = START_AT;
  const record = (at: number, text: VersionText | null, number: number) => {
    now += 7;
    return store.writer.recordLook(lookOf(articles[at]!, now, text, number));
  };

  let before = await database.bytes();
  await together("first versions", articles.length, (at) => record(at, texts[at]!, 1));
  tell(
    "  bytes each: 25 paragraphs, 7 kB of text, with index and look",
    ((await database.bytes()) - before) / articles.length,
  );
  before = await database.bytes();
  now += MINUTE_MS;
  await together("looks, unchanged", articles.length, (at) => record(at, null, 1));
  tell("  bytes each", ((await database.bytes()) - before) / articles.length);
  now += MINUTE_MS;
  await timed("looks, unchanged, one after the other", SINGLE, (at) => record(at % articles.length, null, 1));
  before = await database.bytes();
  await together("later versions, one edit", articles.length, (at) => record(at, edited(texts[at]!, random), 2));
  tell("  bytes each, with the edited paragraph and the look", ((await database.bytes()) - before) / articles.length);
  await database.settle();
  await searches(store, timed);
  await leases(store, now + MINUTE_MS, timed);
  await leasesOfMany(database, now + 10 * 60 * MINUTE_MS);
  await timed("front pages of 50 changes", 200, () => store.reader.changes({ limit: 50 }));
  await timed("health pages", 20, () => store.reader.health(now));
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

async function searches(store: Store, timed: Timed): Promise<void> {
  for (const [kind, query] of [
    ["a rare word", wordAt(19_000)],
    ["a middling word", wordAt(600)],
    ["the commonest word", wordAt(0)],
    ["two common words", `${wordAt(3)} ${wordAt(9)}`],
    ["a phrase", `"${wordAt(1)} ${wordAt(2)}"`],
  ] as const) {
    let found = 0;
    await timed(`searches, ${kind}`, 20, async () => {
      found = (await store.reader.search(query, { limit: 50 })).items.length;
    });
    tell(`  hits on the first page`, found);
  }
}

async function leases(store: Store, now: number, timed: Timed): Promise<void> {
  let at = now + 40 * MINUTE_MS;
  await timed("lease, next task, release", SINGLE, async () => {
    at += 10_000;
    const [host] = await store.writer.leaseHosts("bench", at, MINUTE_MS, 1);
    await store.reader.nextTask(host!.id, at);
    await store.writer.releaseHost(host!.id, "bench", at + 10_000);
  });
}

async function leasesOfMany(database: Database, startAt: number): Promise<void> {
  const stores = await Promise.all(Array.from({ length: CLIENTS }, () => database.open()));
  const before = database.cpuMs();
  const { perSecond, tooSoon } = await leaseTogether(stores, startAt, GAP_MS, LEASING_MS);
  const done = (perSecond * LEASING_MS) / 1000;
  line(`lease, next task, release, ${CLIENTS} clients`, 1000 / perSecond, (database.cpuMs() - before) / done);
  tell("  turns at a host within its gap", tooSoon);
  await Promise.all(stores.map((store) => store.close()));
}

/** Measures work that is done so many times, in so many pieces each time; the figures are per piece. */
type Timed = (name: string, times: number, work: (at: number) => Promise<unknown>, pieces?: number) => Promise<void>;

function timing(cpuMs: () => number, endsAt: number): Timed {
  return async (name, times, work, pieces = 1) => {
    const started = performance.now();
    const before = cpuMs();
    let done = 0;
    while (done < times && performance.now() < endsAt) await work(done++);
    if (done === 0) return console.log(`${name.padEnd(64)}  no time left`);
    line(name, (performance.now() - started) / done / pieces, (cpuMs() - before) / done / pieces);
  };
}

/** Work of which `CALLERS` is wanted at the same time. */
const togetherBy =
  (timed: Timed) =>
  (name: string, times: number, work: (at: number) => Promise<unknown>): Promise<void> => {
    const batch = (first: number) =>
      Promise.all(Array.from({ length: Math.min(CALLERS, times - first) }, (_, at) => work(first + at)));
    return timed(`${name}, ${CALLERS} at once`, Math.ceil(times / CALLERS), (at) => batch(at * CALLERS), CALLERS);
  };

function line(name: string, ms: number, cpuMs: number): void {
  const rate = `${Math.round(1000 / ms)}/s`;
  console.log(
    `${name.padEnd(64)} ${rate.padStart(9)} ${ms.toFixed(2).padStart(8)} ms ${cpuMs.toFixed(2).padStart(8)} ms cpu`,
  );
}

const tell = (name: string, value: number): void =>
  console.log(`${name.padEnd(64)} ${String(Math.round(value)).padStart(9)}`);
