import type { PostgresOptions } from "#store/postgres/open";
import { openSqlite, type SqliteOptions } from "#store/sqlite/open";
import { isPostgresUrl } from "./place.ts";
import type { Store } from "./store.ts";

export type StoreOptions = SqliteOptions & PostgresOptions;

/**
 * Opens the store, creates it where there is none and brings its schema up to date.
 * @param place path of an SQLite file, ":memory:" for a store that ends with the process, or the address of a PostgreSQL
 *   database (`postgres://USER:PASSWORD@HOST:PORT/DATABASE`)
 * @throws FailureError with advice `stop` when it is locked, not writable, not ours or of a newer Variorum; `retry` when a
 *   database server cannot be reached
 */
export async function openStore(place: string, options: StoreOptions = {}): Promise<Store> {
  if (!isPostgresUrl(place)) return openSqlite(place, options);
  // Its driver is loaded only where it is used.
  const { openPostgres } = await import("#store/postgres/open");
  return openPostgres(place, options);
}
