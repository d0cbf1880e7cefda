import { sql } from "kysely";
import { FailureError } from "#model/failure";
import type { Check } from "#store/check";

/** What people would miss most, in this order. */
const TABLES = ["source", "feed", "article", "version", "paragraph", "change", "capture", "ledger_day"] as const;

/** Where something is damaged: which tables are, and how much of the others is there. */
const readable: Check = async (db) => {
  const whole: string[] = [];
  const broken: string[] = [];
  for (const table of TABLES) {
    try {
      // Past all indexes, so that each row is read.
      const { rows } = await sql<{
        rows: number;
      }>`select count(*) as rows from ${sql.table(table)} not indexed`.execute(db);
      whole.push(`${table} (${rows[0]!.rows})`);
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code !== "store-corrupt") throw error;
      broken.push(table);
    }
  }
  if (broken.length === 0) return [];
  return [
    `damaged tables: ${broken.join(", ")}; tables that can be read, with their rows: ${whole.join(", ") || "none"}`,
  ];
};

const structure: Check = async (db) => {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const keys = await sql<{ table: string; rowid: number | null; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((line) => line !== "ok"),
    ...keys.rows.map((row) => `row ${row.rowid} of ${row.table} points to a ${row.parent} that is not there`),
  ];
};

const searchStructure: Check = async (db) => {
  try {
    await sql`insert into paragraph_fts (paragraph_fts) values ('integrity-check')`.execute(db);
    return [];
  } catch (error) {
    return [`the full-text index is damaged: ${(error as Error).message}`];
  }
};

/** What SQLite knows of its own file, and the full text of what it indexes. */
export const SQLITE_CHECKS: readonly Check[] = [readable, structure, searchStructure];
