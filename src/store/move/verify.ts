import { createHash, type Hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Kysely } from "kysely";
import { type Row, readBack, readBatch } from "./rows.ts";
import type { MovedTable } from "./tables.ts";

export interface Verified {
  readonly rows: number;
  /** SHA-256 (hex) over all rows of the table, in the order of the key; equal on both sides. */
  readonly hash: string;
}

/** Reads a table on both sides, row by row: null when one of them has a row more or a value that differs. */
export async function verifyTable(
  file: DatabaseSync,
  db: Kysely<never>,
  table: MovedTable,
  tell: (rows: number) => void,
): Promise<Verified | null> {
  const [here, there] = [createHash("sha256"), createHash("sha256")];
  let after: Row | null = null;
  let count = 0;
  for (;;) {
    const batch = readBatch(file, table, after);
    // One more than expected: what is too much must show.
    const found = await readBack(db, table, after, batch.rows.length + 1);
    const ended = batch.last === null;
    if (ended && found.length > 0) return null;
    for (const row of batch.rows) add(here, row);
    for (const row of found.slice(0, batch.rows.length)) add(there, row);
    count += batch.rows.length;
    tell(count);
    if (ended) break;
    after = batch.last;
  }
  const hash = here.digest("hex");
  return hash === there.digest("hex") ? { rows: count, hash } : null;
}

function add(hash: Hash, row: Row): void {
  hash.update(
    JSON.stringify(
      row.map((value) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : value)),
    ),
  );
  hash.update("\n");
}
