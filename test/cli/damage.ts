import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** Writes nonsense over the pages of a table, as a broken disk does. */
export function damage(file: string, table: string): void {
  const database = new DatabaseSync(file);
  database.exec("pragma wal_checkpoint(truncate)");
  const { rootpage } = database.prepare("select rootpage from sqlite_master where name = ?").get(table) as {
    rootpage: number;
  };
  const { page_size: size } = database.prepare("pragma page_size").get() as { page_size: number };
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (rootpage - 1) * size, rootpage * size);
  writeFileSync(file, bytes);
}
