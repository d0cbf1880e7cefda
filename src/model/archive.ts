import type { Result } from "./failure.ts";

/** One request and its answer as they went over the wire: what an archive keeps. */
export interface RawExchange {
  readonly url: string;
  /** When the request was sent; epoch ms. */
  readonly sentAt: number;
  /** Request line and header lines, each ended by CRLF, without the empty line; bytes as Latin-1. */
  readonly request: string;
  /** Status line and header lines, in the same form. */
  readonly response: string;
  /** After Transfer-Encoding, before Content-Encoding is undone. */
  readonly body: Uint8Array;
  /** The body goes on, but was not read to its end. */
  readonly truncated: boolean;
  /** The record of another archive that this was copied from; absent for what we asked ourselves, whose request is empty then. */
  readonly copiedFrom?: string;
}

/** Where a record stands: a file of the archive, and the bytes of the record in it (a gzip member of its own). */
export interface ArchivePlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** An answer as it was kept. */
export interface ArchivedAnswer {
  readonly status: number;
  /** Lower-case names; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** After Transfer-Encoding, before Content-Encoding is undone. */
  readonly body: Uint8Array;
}

export interface AppendOptions {
  /** A version cites it: it is never dropped. What no version cites goes by the policy of the archive. */
  readonly cited: boolean;
}

/** Files to which captures are added, and which are never altered. */
export interface Archive {
  /** Nothing is added: it holds what was kept before. */
  readonly isReadOnly: boolean;
  /**
   * Adds the exchanges of one look, its redirects and the last answer. Resolves when they are on the disk, with the place of
   * the last one; null when the policy keeps nothing of the kind; what is cited is always kept. Fails with advice `stop` when they cannot be written.
   */
  append(exchanges: readonly RawExchange[], options: AppendOptions): Promise<Result<ArchivePlace | null>>;
  /** The answer in a record; fails in words when the file is not there, cannot be asked for, or is not what was written. */
  read(place: ArchivePlace): Promise<Result<ArchivedAnswer>>;
  /** As `read`, of many, each with its place: quickest when they come file by file in the order in which they stand. */
  readMany<P extends ArchivePlace>(
    places: AsyncIterable<P>,
  ): AsyncIterable<readonly [place: P, answer: Result<ArchivedAnswer>]>;
  /** Ends the file that is being written; what was added stays. */
  close(): Promise<void>;
}
