import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DAY_MS } from "#lib/clock";
import { openStore } from "#store/open";
import { type Kind, openDatabase, type WatchedDatabase } from "../watch/database.ts";
import { copyOriginals } from "./copies.ts";
import { recordOriginals } from "./originals.ts";
import type { Progress } from "./progress.ts";

export interface Stock {
  readonly articles: number;
  /** Whose texts went through the real collation. */
  readonly originals: number;
  readonly live: number;
  readonly versionsOfLive: number;
}

export interface FilledDatabase {
  readonly database: WatchedDatabase;
  readonly filledAt: number;
  /** Null when an earlier run had filled it. */
  readonly fillSeconds: number | null;
}

/** Everything was seen within the last so many days. */
const SEEN_WITHIN_MS = 30 * DAY_MS;
/** Raise it when what is filled in comes to look different. */
const EDITION = 2;
const MARK = "filled.json";

/** A database with so many articles; one that an earlier run has kept in the folder, when there is such a one. */
export async function stocked(
  kind: Kind,
  stock: Stock,
  keep: string | null,
  progress: Progress,
): Promise<FilledDatabase> {
  const { articles, originals, live, versionsOfLive } = stock;
  if (keep === null) return fill(await openDatabase(kind), stock, progress);
  const folder = join(keep, [kind, articles, originals, live, versionsOfLive, `e${EDITION}`].join("-"));
  const mark = join(folder, MARK);
  if (existsSync(mark)) {
    const { filledAt } = JSON.parse(readFileSync(mark, "utf8")) as { filledAt: number };
    return { database: await openDatabase(kind, folder), filledAt, fillSeconds: null };
  }
  // What a run that was stopped has left is no stock.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const filled = await fill(await openDatabase(kind, folder), stock, progress);
  writeFileSync(mark, JSON.stringify({ filledAt: filled.filledAt }));
  return filled;
}

async function fill(database: WatchedDatabase, stock: Stock, progress: Progress): Promise<FilledDatabase> {
  const startedAt = performance.now();
  const filledAt = Date.now();
  const stretchMs = (SEEN_WITHIN_MS * stock.originals) / stock.articles;
  const fromAt = filledAt - SEEN_WITHIN_MS;
  const store = await openStore(database.place);
  await recordOriginals(
    store,
    {
      ...{ articles: stock.originals, live: stock.live, versionsOfLive: stock.versionsOfLive },
      ...{ fromAt, untilAt: fromAt + stretchMs },
    },
    (done, all) => progress("recording originals", done, all),
  );
  await store.close();
  await copyOriginals(
    database,
    { until: stock.articles, stretchMs: Math.floor(stretchMs), untilAt: filledAt },
    (done, all) => progress("copying rows", done, all),
  );
  return { database, filledAt, fillSeconds: (performance.now() - startedAt) / 1000 };
}
