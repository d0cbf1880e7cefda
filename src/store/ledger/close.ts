import type { LedgerDay } from "#model/ledger";
import { digestBytes, digestHex } from "#store/bytes";
import type { Db, Trx } from "#store/schema";
import type { Transactions } from "#store/transactions";
import { dayRoot } from "./day-root.ts";
import { lastDay } from "./days.ts";
import { captureLeaf, versionLeaf } from "./leaves.ts";
import { publishedVersions, recordedCaptures } from "./published.ts";
import { type Tree, treeOf } from "./tree.ts";

/** Highest numbers of versions and captures of which it is sure that no lower one can still appear. */
interface High {
  readonly versions: number;
  readonly captures: number;
}

/** How a database tells: no writer may be half-way while it looks. */
export type Settle = (trx: Trx) => Promise<High>;

/** Enough where every transaction is alone in the database. */
export const highest: Settle = async (trx) => {
  const version = await trx.selectFrom("version").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  const capture = await trx.selectFrom("capture").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  return { versions: version?.id ?? 0, captures: capture?.id ?? 0 };
};

/**
 * Closes the day: whatever was recorded since the one before was closed. Reads without holding a lock, because what it
 * reads is never written again. Null when nothing was recorded, or when another process closed the day meanwhile.
 */
export async function closeDay(
  db: Db,
  transactions: Transactions,
  settle: Settle,
  now: number,
): Promise<LedgerDay | null> {
  const high = await transactions.transaction(settle);
  const before = await lastDay(db);
  const versions = await treeOf(
    "versions",
    publishedVersions(db, before?.version_high ?? 0, high.versions),
    versionLeaf,
  );
  const captures = await treeOf(
    "captures",
    recordedCaptures(db, before?.capture_high ?? 0, high.captures),
    captureLeaf,
  );
  if (versions.count === 0 && captures.count === 0) return null;
  const unrooted = {
    number: (before?.number ?? 0) + 1,
    closedAt: now,
    versions: versions.count,
    versionsRoot: versions.root,
    captures: captures.count,
    capturesRoot: captures.root,
    previousRoot: before ? digestHex(before.root) : null,
  };
  const day = { ...unrooted, root: dayRoot(unrooted) };
  const closed = await transactions.transaction((trx) => insertDay(trx, day, high, { versions, captures }));
  return closed ? day : null;
}

async function insertDay(
  trx: Trx,
  day: LedgerDay,
  high: High,
  trees: { readonly versions: Tree; readonly captures: Tree },
): Promise<boolean> {
  const row = {
    number: day.number,
    closed_at: day.closedAt,
    version_high: high.versions,
    versions: day.versions,
    versions_root: digestBytes(day.versionsRoot),
    capture_high: high.captures,
    captures: day.captures,
    captures_root: digestBytes(day.capturesRoot),
    root: digestBytes(day.root),
  };
  const conflict = trx
    .insertInto("ledger_day")
    .values(row)
    .onConflict((on) => on.doNothing());
  if ((await conflict.returning("number").execute()).length === 0) return false;
  for (const kind of ["versions", "captures"] as const) {
    for (const [part, marks] of trees[kind].parts.entries()) {
      await trx.insertInto("ledger_part").values({ day: day.number, kind, part, marks }).execute();
    }
  }
  return true;
}
