import { folder, oneOf, readFlags, someOf, whole, wholes } from "./flags.ts";
import { readAddresses } from "./read/addresses.ts";
import { createClient } from "./read/client.ts";
import { createDraw } from "./read/draw.ts";
import { expensiveRequests } from "./read/expensive.ts";
import { measureKinds } from "./read/kinds.ts";
import { closedLoop, openLoop } from "./read/load.ts";
import { type Progress, progressLines } from "./read/progress.ts";
import { LOAD_HEAD, loadRows } from "./read/report.ts";
import { startCeiling, startServer } from "./read/server.ts";
import { type FilledDatabase, stocked } from "./read/stock.ts";
import { randomOf } from "./store/looks.ts";
import { printTable } from "./table.ts";

/** Articles whose texts go through the real collation; all others are copies of their rows. */
const ORIGINALS = 20_000;
const PER_SECOND = 100;
const CONNECTIONS = 32;
const EXPENSIVE_READERS = 60;
/** Seconds, after which the closed loop ends even if not enough different addresses were asked for. */
const MOST_SECONDS = 1200;
const CEILING_SECONDS = 10;

export const FLAGS = {
  store: someOf(["sqlite", "postgres"]),
  articles: wholes([100_000, 1_000_000]),
  originals: whole(ORIGINALS, 1),
  live: whole(8),
  "live-versions": whole(240, 1),
  /** Of the open loop, of the readers of expensive pages, and the least of the closed loop. */
  seconds: whole(120, 1),
  /** Addresses that have to be asked for in a run. */
  different: whole(20_000, 1),
  samples: whole(100, 1),
  command: oneOf(["serve", "web"], "serve"),
  only: oneOf(["fill", "kinds", "mix", "expensive"], undefined),
  keep: folder,
  profile: folder,
  seed: whole(7),
};
type Setting = ReturnType<typeof settingOf>;

/**
 * Readers ask the real program over a filled database for pages and feeds, on SQLite and PostgreSQL: answers per second, waits, CPU
 * and weight of each kind of page, memory (--articles 100000,1000000 --store sqlite,postgres --keep DIR --only kinds --profile DIR).
 *
 * The program, the database and the readers share the machine. `--keep` keeps filled databases for the next run.
 */
export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const setting = settingOf(flags);
  const progress = progressLines();
  for (const kind of setting.store) {
    for (const articles of setting.articles) {
      const originals = Math.min(setting.originals, articles);
      const until = Math.ceil(articles / originals) * originals;
      const stock = { articles: until, originals, live: setting.live, versionsOfLive: setting["live-versions"] };
      const filled = await stocked(kind, stock, setting.keep, progress);
      try {
        await measure(filled, `${until} articles, ${filled.database.name}`, setting, progress);
      } finally {
        await filled.database.remove();
      }
    }
  }
}

const settingOf = (flags: Record<string, string>) => readFlags(flags, FLAGS);

async function measure(filled: FilledDatabase, title: string, setting: Setting, progress: Progress): Promise<void> {
  const { database, filledAt, fillSeconds } = filled;
  const megabytes = ((await database.bytes()) / 2 ** 20).toFixed(0);
  const when =
    fillSeconds === null ? `filled ${new Date(filledAt).toISOString()}` : `filled in ${fillSeconds.toFixed(0)} s`;
  console.log(`\n${title}: ${megabytes} MB, ${when} (target <= 900 s)`);
  const { only } = setting;
  if (only === "fill") return;
  const addresses = await readAddresses(database);
  const start = (part: string) =>
    startServer(database, setting.command, setting.profile === null ? null : `${setting.profile}/${part}`);
  if (only === undefined || only === "kinds") {
    const server = await start("kinds");
    try {
      await measureKinds(server, database, addresses, setting.samples, progress);
    } finally {
      await server.stop();
    }
  }
  const rows: (readonly (string | number)[])[] = [];
  if (only === undefined || only === "mix") {
    const server = await start("mix");
    try {
      const draw = createDraw(addresses.shelves, randomOf(setting.seed));
      const readers = { server, next: draw.next, answered: draw.answered };
      progress(`${PER_SECOND} requests a second for ${setting.seconds} s`, 0, 1);
      rows.push(...loadRows("a", await openLoop(readers, PER_SECOND, setting.seconds), draw.different()));
      progress(`${CONNECTIONS} readers`, 0, 1);
      const isEnough = (_: number, seconds: number) =>
        seconds >= setting.seconds && (draw.different() >= setting.different || seconds >= MOST_SECONDS);
      rows.push(...loadRows("b", await closedLoop(readers, CONNECTIONS, isEnough), draw.different()));
      rows.push(...loadRows("ceiling", await ceiling(server.url, setting), 1));
    } finally {
      await server.stop();
    }
  }
  if (only === undefined || only === "expensive") {
    const server = await start("expensive");
    try {
      progress(`${EXPENSIVE_READERS} readers of the most expensive pages for ${setting.seconds} s`, 0, 1);
      const next = expensiveRequests(addresses, randomOf(setting.seed));
      const isEnough = (_: number, seconds: number) => seconds >= setting.seconds;
      const load = await closedLoop({ server, next, answered: () => {} }, EXPENSIVE_READERS, isEnough);
      rows.push(...loadRows("c", load, addresses.live.length));
      if (load.endedAfterSeconds !== null) console.log(`The server ended: ${server.said().slice(-400)}`);
    } finally {
      await server.stop();
    }
  }
  if (rows.length > 0) printTable(`readers, ${title}, variorum ${setting.command}`, LOAD_HEAD, rows);
}

/** As many readers of the peer, which answers with the front page. */
async function ceiling(url: string, setting: Setting) {
  const client = createClient(url, 1);
  const { body } = await client.get("/", { wantsBody: true });
  client.close();
  const server = await startCeiling(body!);
  try {
    const readers = { server, next: () => ({ kind: "front", path: "/" }) as const, answered: () => {} };
    const least = Math.min(setting.seconds, CEILING_SECONDS);
    return await closedLoop(readers, CONNECTIONS, (_, seconds) => seconds >= least);
  } finally {
    await server.stop();
  }
}
