import type { ArticleId } from "#model/id";
import type { LedgerDay } from "#model/ledger";
import type { VersionText } from "#model/version";
import type { KeptPages } from "#store/versions/kept-pages";
import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

/** What a version reads like, at first or now, and the hash that was recorded of it. */
export interface RecordedText {
  readonly articleId: ArticleId;
  readonly number: number;
  readonly textHash: string;
  readonly text: VersionText;
}

export interface VerifiedDay {
  readonly day: LedgerDay;
  readonly problems: readonly string[];
}

/** An open store. Reader and writer are different objects, so that a page can never write. */
export interface Store {
  /** Kind, version and place of the database, for people; never its password. */
  readonly name: string;
  readonly reader: Reader;
  readonly writer: Writer;
  /** Consistent online copy into a new file; refuses to overwrite. */
  backup(toFile: string): Promise<void>;
  /** What the database last said of damage to itself since it was opened; null if nothing. */
  damage(): string | null;
  /** What is wrong with the stored data, in words; empty when all is well. */
  check(): Promise<readonly string[]>;
  /**
   * Closes the ledger's day: what was recorded since the last closing can from here on not be altered unseen. Null when nothing
   * was recorded, or when another process closed it meanwhile.
   */
  closeDay(now: number): Promise<LedgerDay | null>;
  /** Reads the closed days again, the oldest first, each with what was altered since, in words; nothing when all is well. */
  verifyDays(): AsyncIterable<VerifiedDay>;
  /** The versions since the last closing, for whoever knows how their hashes are made. */
  unclosedVersions(): AsyncIterable<RecordedText>;
  /** The versions that were read again later, as they read now, with the hash of that. */
  rereadVersions(): AsyncIterable<RecordedText>;
  /** The pages that versions were read from. */
  readonly keptPages: KeptPages;
  /**
   * Calls the listener when a feed or article was made due, here or by another process of a shared database: something may be
   * due earlier than `nextDueAt` said. Returns how to stop. A call may be missed (the database was out of reach), so that
   * no one may rely on it alone.
   */
  onDue(listener: () => void): () => void;
  /** The database's own time, epoch milliseconds; absent where the database lives in this process and has none. */
  readonly serverNow?: () => Promise<number>;
  close(): Promise<void>;
}
