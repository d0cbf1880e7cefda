import type { FileHandle } from "node:fs/promises";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import type { Piece } from "./piece.ts";
import { readAt } from "./read-at.ts";
import { isZstd, zstdPieces } from "./zstd.ts";

/** Read at a time. 16 KB inflate to 16 MB at most. */
const READ_BYTES = 16 * 1024;
const PLAIN_READ_BYTES = 256 * 1024;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/**
 * The pieces of a file, packed or plain, from where a `start` piece was on. A damaged stretch is passed over; nothing in a file
 * makes this throw.
 */
export async function* piecesOf(file: FileHandle, from = 0): AsyncGenerator<Piece> {
  const { size } = await file.stat();
  const head = await readAt(file, 0, 4);
  if (isZstd(head)) return yield* zstdPieces(file, from);
  const magic = head.subarray(0, MAGIC.length);
  if (magic.length === 0 || !MAGIC.subarray(0, magic.length).equals(magic)) return yield* plainPieces(file, from);
  let offset = from;
  while (offset < size) {
    const member = new Member(file, offset);
    yield* member.pieces();
    offset = member.isWhole ? member.end : await nextMember(file, offset + 1, size);
  }
}

async function* plainPieces(file: FileHandle, from: number): AsyncGenerator<Piece> {
  let offset = from;
  for (;;) {
    const bytes = await readAt(file, offset, PLAIN_READ_BYTES);
    if (bytes.length === 0) return yield { kind: "end", offset };
    yield { kind: "start", offset, isMember: false };
    yield { kind: "bytes", bytes };
    offset += bytes.length;
  }
}

/** After a damaged stretch: where what looks like a packed record begins. The size when nothing does. */
async function nextMember(file: FileHandle, from: number, size: number): Promise<number> {
  for (let at = from; at < size; ) {
    const bytes = await readAt(file, at, PLAIN_READ_BYTES);
    if (bytes.length < MAGIC.length) return size;
    const found = bytes.indexOf(MAGIC);
    if (found < 0) {
      at += bytes.length - MAGIC.length + 1;
      continue;
    }
    if (await beginsRecord(file, at + found)) return at + found;
    at += found + 1;
  }
  return size;
}

async function beginsRecord(file: FileHandle, offset: number): Promise<boolean> {
  for await (const piece of new Member(file, offset).pieces()) {
    if (piece.kind === "bytes") return /^(?:\r?\n)*(?:WARC\/|[a-z]+:\/\/)/.test(piece.bytes.toString("latin1", 0, 64));
    if (piece.kind !== "start") return false;
  }
  return false;
}

/** RFC 1952: a member is a head, deflated data, and eight bytes with checksum and length. */
class Member {
  isWhole = false;
  end: number;
  readonly #file: FileHandle;
  readonly #offset: number;

  constructor(file: FileHandle, offset: number) {
    this.#file = file;
    this.#offset = offset;
    this.end = offset;
  }

  async *pieces(): AsyncGenerator<Piece> {
    const offset = this.#offset;
    const first = await readAt(this.#file, offset, FIRST_BYTES);
    const head = headLength(first);
    if (head === null) return yield { kind: "bad", offset, reason: "there is no gzip member where one should begin" };
    yield { kind: "start", offset, isMember: true };
    const small = inflatedAtOnce(first, head);
    if (!small) return yield* this.#streamed(offset + head);
    yield { kind: "bytes", bytes: small.bytes };
    yield this.#ended(first.readUInt32LE(small.end) === crc32(small.bytes) ? null : WRONG_SUM, offset + small.end);
  }

  async *#streamed(data: number): AsyncGenerator<Piece> {
    const inflate = createInflateRaw();
    const out: Buffer[] = [];
    const state = { ended: false, error: null as NodeJS.ErrnoException | null };
    inflate.on("data", (bytes: Buffer) => out.push(bytes));
    inflate.on("end", () => {
      state.ended = true;
    });
    inflate.on("error", (error) => {
      state.error = error;
    });
    let sum = 0;
    let at = data;
    while (!state.ended && state.error === null) {
      const bytes = await readAt(this.#file, at, READ_BYTES);
      at += bytes.length;
      await settled(inflate, bytes);
      for (const piece of out.splice(0)) {
        sum = crc32(piece, sum);
        yield { kind: "bytes", bytes: piece };
      }
    }
    const end = data + inflate.bytesWritten;
    inflate.destroy();
    yield this.#ended(state.error ? damage(state.error) : await wrongSum(this.#file, end, sum), end);
  }

  /** @param end of the deflated data */
  #ended(reason: string | null, end: number): Piece {
    if (reason !== null) return { kind: "bad", offset: this.#offset, reason };
    this.isWhole = true;
    this.end = end + TRAILER_BYTES;
    return { kind: "end", offset: this.end };
  }
}

/** Most members are shorter than this, packed, and can be undone at once. */
const FIRST_BYTES = 64 * 1024;
/** What unpacks to more is streamed. */
const AT_ONCE_BYTES = 1024 * 1024;

/** The bytes of a member that `first` holds whole, and where its deflated data end; null when it has to be streamed. */
function inflatedAtOnce(first: Buffer, head: number): { readonly bytes: Buffer; readonly end: number } | null {
  try {
    const options = { info: true, maxOutputLength: AT_ONCE_BYTES };
    const { buffer: bytes, engine } = inflateRawSync(first.subarray(head), options) as unknown as Inflated;
    const end = head + engine.bytesWritten;
    return end + TRAILER_BYTES <= first.length ? { bytes, end } : null;
  } catch {
    // Longer, larger, cut or damaged: streaming tells which.
    return null;
  }
}

/** What Node returns when `info` is set. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

const WRONG_SUM = "a gzip member does not match its checksum";

/** Check sum and length at the end of a gzip member (RFC 1952). */
const TRAILER_BYTES = 8;

const damage = ({ code }: NodeJS.ErrnoException): string =>
  code === "Z_BUF_ERROR" ? "the file ends in the middle of a gzip member" : `a gzip member is damaged (${code})`;

async function wrongSum(file: FileHandle, at: number, sum: number): Promise<string | null> {
  const trailer = await readAt(file, at, TRAILER_BYTES);
  if (trailer.length < TRAILER_BYTES) return "the file ends in the middle of a gzip member";
  return trailer.readUInt32LE(0) === sum ? null : WRONG_SUM;
}

/** Gives `bytes` to the stream, none meaning the end, and waits until it has done with them. */
function settled(inflate: ReturnType<typeof createInflateRaw>, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      inflate.off("end", done);
      inflate.off("error", done);
      resolve();
    };
    inflate.on("end", done);
    inflate.on("error", done);
    if (bytes.length === 0) inflate.end();
    else inflate.write(bytes, done);
  });
}

/** Of a member's head, up to the deflated data; null when there is none, or one with names longer than any honest one's. */
function headLength(head: Buffer): number | null {
  if (head.length < 10 || !head.subarray(0, 3).equals(MAGIC)) return null;
  const flags = head[3]!;
  if ((flags & 0xe0) !== 0) return null;
  let at = 10;
  if (flags & 4) at += 2 + (at + 2 <= head.length ? head.readUInt16LE(at) : 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = head.indexOf(0, at);
    if (zero < 0) return null;
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  return at < head.length ? at : null;
}
