import type { Insertable, RawBuilder, SelectQueryBuilder } from "kysely";
import type { SourceId } from "#model/id";
import type { RowId, Tables, Trx } from "./schema.ts";
import type { LeasedHost } from "./writer.ts";

export interface NewParagraph {
  readonly hash: Uint8Array;
  readonly variant: Uint8Array;
  readonly text: string;
}

export interface StoredParagraph extends Omit<NewParagraph, "text"> {
  readonly id: RowId;
}

/**
 * What each database does in its own way when it writes; all other statements are the same. In SQLite a writing
 * transaction is alone in the database. In PostgreSQL it is not: what it read stays true only for rows that it locked, so
 * that a transaction locks what it decides on first, and always in this order: articles (by number), paragraphs (by hash),
 * tallies, sources, addresses, hosts (by number). Then no two ever wait for each other.
 */
export interface Dialect {
  /** The same rows, locked: no one else writes them until the transaction ends. */
  locked<T extends keyof Tables, O>(query: SelectQueryBuilder<Tables, T, O>): SelectQueryBuilder<Tables, T, O>;
  /** Stores new paragraphs, numbered in this order, and makes them findable. Returns those that no one else stored in the meantime. */
  insertParagraphs(trx: Trx, paragraphs: readonly NewParagraph[]): Promise<readonly StoredParagraph[]>;
  /** The highest number that a paragraph has so far: an expression for a statement that stores it. */
  readonly highestParagraph: RawBuilder<RowId>;
  insertOccurrences(trx: Trx, rows: readonly Insertable<Tables["occurrence"]>[]): Promise<void>;
  insertUrls(trx: Trx, rows: readonly Insertable<Tables["article_url"]>[]): Promise<void>;
  /** The source of a row that otherwise knows only its article, where the table has a place for it. */
  ofSource(id: SourceId): { readonly source_id?: SourceId };
  /** See `Writer.leaseHosts`. */
  leaseHosts(trx: Trx, owner: string, now: number, leaseMs: number, limit: number): Promise<readonly LeasedHost[]>;
  /** Before the transaction that records a look of this instant begins; null when there is nothing to prepare. */
  prepareCaptures(capturedAt: number): Promise<void> | null;
  /** Tells whoever waits for work that some may be due earlier than they knew. Returns what is left to do after the commit. */
  announceDue(trx: Trx): Promise<() => void>;
}
