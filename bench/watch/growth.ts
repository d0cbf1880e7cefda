import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { edited, lookOf, type Random, randomOf, randomText } from "../store/looks.ts";
import { printTable } from "../table.ts";
import { type Kind, openDatabase, type WatchedDatabase } from "./database.ts";
import { FILLED_AT, fill } from "./fill.ts";

/** Looks that are recorded at the same time, as in a worker. */
const AT_ONCE = 16;
/** One look of so many opens a version. */
const VERSION_EVERY = 10;
/** The first looks find neither code nor pages of the database in memory. */
const WARM = 2000;
/** In each of the rounds; a multiple of those at once. */
const LOOKS = 2000;
const ROUNDS = 5;
const LEASE_MS = 25_000;
const OWNER = "bench";

/**
 * What the database does for a look, while it grows: lease of a host, its next task, all that deciding reads, the record, the
 * release; at articles chosen at random among all. CPU time of this process and the server.
 */
export async function measureGrowth(kind: Kind, sizes: readonly number[]): Promise<void> {
  const rows: (string | number)[][] = [];
  let title = "";
  let least: number | null = null;
  for (const size of sizes) {
    const startedAt = performance.now();
    const database = await openDatabase(kind);
    try {
      await fill(database, size);
      const filledMs = performance.now() - startedAt;
      const { cpuMs, wallMs } = await measureAt(database, size);
      least ??= cpuMs;
      const megabytes = ((await database.bytes()) / 2 ** 20).toFixed(0);
      rows.push([size, megabytes, cpuMs.toFixed(2), (cpuMs / least).toFixed(2), wallMs.toFixed(2)]);
      title = database.name;
      // A million takes its time.
      const filledS = (filledMs / 1000).toFixed(0);
      console.error(`${size} articles, filled in ${filledS} s: ${cpuMs.toFixed(2)} CPU ms, ${megabytes} MB`);
    } finally {
      await database.remove();
    }
  }
  printTable(
    `a look in the database as it grows, ${title}, one version in ${VERSION_EVERY} looks, median of ${ROUNDS} rounds`,
    ["articles", "MB", "CPU ms", "of that at first", `ms, ${AT_ONCE} at once`],
    rows,
  );
}

async function measureAt(database: WatchedDatabase, size: number): Promise<{ cpuMs: number; wallMs: number }> {
  const store = await openStore(database.place);
  let now = FILLED_AT + 24 * HOUR_MS;
  const look = looker(store, randomOf(7), size, () => (now += 1000));
  await many(look, WARM);
  const rounds: number[] = [];
  let wallMs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const [cpuBefore, startedAt] = [cpuMs(database), performance.now()];
    const recorded = await many(look, LOOKS);
    wallMs += (performance.now() - startedAt) / recorded / ROUNDS;
    // What the writes left for later is a part of their price.
    await database.catchUp();
    rounds.push((cpuMs(database) - cpuBefore) / recorded);
  }
  await store.close();
  console.error(`CPU ms by round: ${rounds.map((ms) => ms.toFixed(2)).join(", ")}`);
  return { cpuMs: rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!, wallMs };
}

/** How many of the looks were recorded: at a small size some find no host that is free. */
async function many(look: () => Promise<boolean>, count: number): Promise<number> {
  let recorded = 0;
  for (let done = 0; done < count; done += AT_ONCE) {
    const looks = await Promise.all(Array.from({ length: AT_ONCE }, look));
    recorded += looks.filter(Boolean).length;
  }
  return recorded;
}

function cpuMs(database: WatchedDatabase): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + database.serverCpuMs();
}

/** One look at any article, from the lease to the release; false when there was no free host. */
function looker(store: Store, random: Random, articles: number, tick: () => number): () => Promise<boolean> {
  const { reader, writer } = store;
  let done = 0;
  return async () => {
    const opens = done++ % VERSION_EVERY === 0;
    const now = tick();
    await writer.scheduleLook((1 + Math.floor(random() * articles)) as ArticleId, now);
    const [host] = await writer.leaseHosts(OWNER, now, LEASE_MS, 1);
    if (!host) return false;
    const task = await reader.nextTask(host.id, now);
    if (task?.kind === "article") {
      const { id, versionCount } = task.article;
      await Promise.all([
        reader.memory(id),
        reader.remembered(id),
        reader.articleTrace(id),
        reader.siteRevision(host.key),
      ]);
      const old = opens ? await reader.version(id, versionCount) : null;
      const text = old && edited(old.text.blocks.length === 0 ? randomText(random) : old.text, random);
      const look = lookOf(id, now, text, versionCount + (opens ? 1 : 0));
      await writer.recordLook({ ...look, state: { ...look.state, nextLookAt: now + 10 * 365 * 24 * 60 * MINUTE_MS } });
    }
    await writer.releaseHost(host.id, OWNER, now + 10_000);
    return task?.kind === "article";
  };
}
