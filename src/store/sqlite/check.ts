import { sql } from "kysely";
import type { Check } from "#store/check";

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
export const SQLITE_CHECKS: readonly Check[] = [structure, searchStructure];
