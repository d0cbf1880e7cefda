import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type Kysely, sql } from "kysely";
import type { MovedTable, Value } from "./tables.ts";

export type Row = readonly Value[];

/** Rows and bytes of one batch: a batch is one transaction, and is held in memory a few times over. */
const BATCH_ROWS = 1000;
const BATCH_BYTES = 4 * 1024 * 1024;

export interface Batch {
  readonly rows: readonly Row[];
  /** Key of the last row; null when there was none. */
  readonly last: Row | null;
}

/** The next rows after `after` in the order of the key; the values stand as the columns of the table do. */
export function readBatch(file: DatabaseSync, table: MovedTable, after: Row | null): Batch {
  const keys = table.key.map((name) => `t.${name}`).join(", ");
  const where = after === null ? "" : `where (${keys}) > (${after.map(() => "?").join(", ")})`;
  const columns = [...table.columns.map(({ read }) => read), ...table.key.map((name) => `t.${name}`)];
  const list = columns.map((read, at) => `${read} as c${at}`).join(", ");
  const statement = file.prepare(`select ${list} from ${table.name} t ${where} order by ${keys} limit ${BATCH_ROWS}`);
  const rows: Row[] = [];
  let last: Row | null = null;
  let bytes = 0;
  for (const read of statement.iterate(...((after ?? []) as readonly SQLInputValue[]))) {
    const values = Object.values(read) as Value[];
    const row = table.columns.map(({ made }, at) => (made ? made(values[at]!) : values[at]!)).map(storable);
    rows.push(row);
    last = values.slice(table.columns.length);
    bytes += row.reduce<number>((sum, value) => sum + sizeOf(value), 0);
    if (bytes >= BATCH_BYTES) break;
  }
  return { rows, last };
}

/** The same rows as the database has them. */
export async function readBack(
  db: Kysely<never>,
  table: MovedTable,
  after: Row | null,
  count: number,
): Promise<readonly Row[]> {
  const places = table.key.map((name) => {
    const type = table.columns.find((column) => column.name === name)!.type;
    // The file compares texts byte by byte.
    return type === "text" ? sql`${sql.ref(name)} collate "C"` : sql`${sql.ref(name)}`;
  });
  const keys = sql.join(places);
  const beyond = after === null ? sql`` : sql`where (${keys}) > (${sql.join(after.map(bytesForDriver))})`;
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  const found = await sql<Record<string, Value>>`
    select ${columns} from ${sql.table(table.name)} ${beyond} order by ${keys} limit ${count}`.execute(db);
  return found.rows.map((row) => table.columns.map(({ name }) => row[name]!));
}

export const bytesForDriver = (value: Value): unknown => (value instanceof Uint8Array ? Buffer.from(value) : value);

/** No text of PostgreSQL holds a NUL. */
const storable = (value: Value): Value => (typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value);

const sizeOf = (value: Value): number => (typeof value === "string" || value instanceof Uint8Array ? value.length : 8);
