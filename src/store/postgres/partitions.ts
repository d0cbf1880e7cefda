import { sql } from "kysely";
import type { Db } from "#store/schema";
import { hasTable } from "./has-table.ts";

/**
 * Months that get a table of their own. Instants come from archives too, and those are anybody's: what claims to be older
 * than the web, or of another century, shares the default table, so that no file can make a hundred thousand tables.
 */
const FIRST_YEAR = 1990;
const END_YEAR = 2100;

interface Month {
  readonly name: string;
  readonly fromAt: number;
  readonly untilAt: number;
}

/** The month (UTC) of an instant; null for one outside of what gets tables. */
export function monthOf(at: number): Month | null {
  if (!(at >= Date.UTC(FIRST_YEAR, 0) && at < Date.UTC(END_YEAR, 0))) return null;
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const name = `capture_${year}_${String(month + 1).padStart(2, "0")}`;
  return { name, fromAt: Date.UTC(year, month), untilAt: Date.UTC(year, month + 1) };
}

/**
 * Makes the tables of captures, one per month, before the first look of the month is written, and the next month's with it:
 * the turn of a month then waits for nothing. A transaction of its own, because it locks what a look must not hold.
 */
export class CapturePartitions {
  readonly #db: Db;
  readonly #made = new Set<string>();
  readonly #making = new Map<string, Promise<void>>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Null when the table is known to be there. */
  prepare(capturedAt: number): Promise<void> | null {
    const month = monthOf(capturedAt);
    if (!month || this.#made.has(month.name)) return null;
    const making = this.#making.get(month.name) ?? this.#make(month);
    this.#making.set(month.name, making);
    return making;
  }

  async #make(month: Month): Promise<void> {
    const next = monthOf(month.untilAt);
    try {
      for (const one of next ? [month, next] : [month]) await attach(this.#db, one);
      this.#made.add(month.name);
    } finally {
      this.#making.delete(month.name);
    }
  }
}

/** Attaching, unlike creating in place, lets others read and write the other months meanwhile. */
async function attach(db: Db, { name, fromAt, untilAt }: Month): Promise<void> {
  if (await hasTable(db, name)) return;
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('variorum capture months', 0))`.execute(trx);
    if (await hasTable(trx, name)) return;
    await sql`create table ${sql.table(name)} (like capture including all)`.execute(trx);
    await sql`alter table capture attach partition ${sql.table(name)}
      for values from (${sql.lit(fromAt)}) to (${sql.lit(untilAt)})`.execute(trx);
  });
}
