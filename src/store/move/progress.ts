import { type Kysely, sql } from "kysely";
import { PROGRESS_TABLE } from "#store/postgres/half-moved";
import { hasTable } from "#store/postgres/has-table";
import type { Row } from "./rows.ts";
import type { Value } from "./tables.ts";

interface Progress {
  /** Key of the last row that is there; null before the first. */
  readonly last: Row | null;
  readonly copied: boolean;
}

export async function beginProgress(db: Kysely<never>, fingerprint: string): Promise<void> {
  await sql`create table ${sql.table(PROGRESS_TABLE)} (
    name text primary key, last_key text, copied boolean not null default false, verified boolean not null default false
  )`.execute(db);
  await sql`insert into ${sql.table(PROGRESS_TABLE)} (name, last_key) values ('', ${fingerprint})`.execute(db);
}

/** What the file looked like when the move began; null when no move is under way. */
export async function fingerprintOfMove(db: Kysely<never>): Promise<string | null> {
  if (!(await hasTable(db, PROGRESS_TABLE))) return null;
  const row = await sql<{ last_key: string }>`
    select last_key from ${sql.table(PROGRESS_TABLE)} where name = ''`.execute(db);
  return row.rows[0]?.last_key ?? null;
}

export async function progressOf(db: Kysely<never>, table: string): Promise<Progress> {
  const found = await sql<{ last_key: string | null; copied: boolean }>`
    select last_key, copied from ${sql.table(PROGRESS_TABLE)} where name = ${table}`.execute(db);
  const row = found.rows[0];
  return { last: row?.last_key ? decoded(row.last_key) : null, copied: row?.copied ?? false };
}

export async function saveProgress(db: Kysely<never>, table: string, { last, copied }: Progress): Promise<void> {
  const key = last === null ? null : encoded(last);
  await sql`
    insert into ${sql.table(PROGRESS_TABLE)} (name, last_key, copied) values (${table}, ${key}, ${copied})
    on conflict (name) do update set last_key = excluded.last_key, copied = excluded.copied`.execute(db);
}

export const endProgress = (db: Kysely<never>) => sql`drop table ${sql.table(PROGRESS_TABLE)}`.execute(db);

/** Bytes as `{"hex": ...}`. */
const encoded = (key: Row): string =>
  JSON.stringify(
    key.map((value) => (value instanceof Uint8Array ? { hex: Buffer.from(value).toString("hex") } : value)),
  );

const decoded = (key: string): Row =>
  (JSON.parse(key) as readonly (Value | { readonly hex: string })[]).map((value) =>
    typeof value === "object" && value !== null && "hex" in value ? Buffer.from(value.hex, "hex") : (value as Value),
  );
