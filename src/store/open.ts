import { openSqlite, type SqliteOptions } from "./sqlite/open.ts";
import type { Store } from "./store.ts";

export type StoreOptions = SqliteOptions;

/**
 * Opens the store, creates it where there is none and brings its schema up to date.
 * @param file path of the database file, or ":memory:" for a store that ends with the process
 * @throws FailureError with advice `stop` when the file is locked, not writable, not ours or of a newer Variorum
 */
export const openStore = (file: string, options: StoreOptions = {}): Promise<Store> => openSqlite(file, options);
