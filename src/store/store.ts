import type { LedgerDay } from "#model/ledger";
import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

export interface VerifiedDay {
  readonly day: LedgerDay;
  readonly problems: readonly string[];
}

/** An open store. Reader and writer are different objects, so that a page can never write. */
export interface Store {
  readonly reader: Reader;
  readonly writer: Writer;
  /** Consistent online copy into a new file; refuses to overwrite. */
  backup(toFile: string): Promise<void>;
  /** What is wrong with the stored data, in words; empty when all is well. */
  check(): Promise<readonly string[]>;
  /**
   * Closes the ledger's day: what was recorded since the last closing can from here on not be altered unseen. Null when nothing
   * was recorded, or when another process closed it meanwhile.
   */
  closeDay(now: number): Promise<LedgerDay | null>;
  /** Reads the closed days again, the oldest first, each with what was altered since, in words; nothing when all is well. */
  verifyDays(): AsyncIterable<VerifiedDay>;
  close(): Promise<void>;
}
