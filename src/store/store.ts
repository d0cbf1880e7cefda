import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

/** An open store. Reader and writer are different objects, so that a page can never write. */
export interface Store {
  readonly reader: Reader;
  readonly writer: Writer;
  /** Consistent online copy into a new file; refuses to overwrite. */
  backup(toFile: string): Promise<void>;
  /** What is wrong with the stored data, in words; empty when all is well. */
  check(): Promise<readonly string[]>;
  close(): Promise<void>;
}
