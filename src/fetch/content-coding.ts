import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from "node:zlib";
import { fail, ok, type Result } from "#model/failure";
import { bodyTooLarge } from "./failures.ts";

/** What we ask for; all of it Node undoes natively. */
export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

/** Nobody honest applies more than two; each one multiplies the work that a small body can cause. */
const MAX_CODINGS = 2;

/** RFC 9659: a zstd content coding must not need a window over 8 MiB; without it a frame may ask for 128 MiB of memory. */
const ZSTD_WINDOW_LOG_MAX = 23;

/** Output is made in pieces of this size: measured best for pages of 70 KB (74 µs; Node's 16 KiB: 112 µs). */
const CHUNK_BYTES = 128 * 1024;

/**
 * Undoes Content-Encoding. The output is counted while it is made, so a bomb costs `maxBytes` and no more. On the spot
 * and not in Node's thread pool: that takes four times the CPU for a page, and even a bomb ends after some 10 ms.
 */
export function undoContentCoding(body: Buffer, contentEncoding: string | undefined, maxBytes: number): Result<Buffer> {
  const codings = codingsOf(contentEncoding);
  if (codings.length > MAX_CODINGS) return badCoding(`The body is encoded ${codings.length} times over.`);
  let bytes = body;
  for (const undo of codings.reverse()) {
    if (bytes.length === 0) break;
    try {
      bytes = undo(bytes, maxBytes);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      if (code === "ERR_BUFFER_TOO_LARGE") return { ok: false, failure: bodyTooLarge(maxBytes) };
      return badCoding(`The body is not what its Content-Encoding ${contentEncoding?.slice(0, 100)} says (${code}).`);
    }
  }
  return ok(bytes);
}

type Undo = (body: Buffer, maxOutputLength: number) => Buffer;

/** Unknown codings ("utf-8", "none", "binary") are mistakes of servers and mean nothing, as in browsers. */
function codingsOf(header: string | undefined): Undo[] {
  if (!header) return [];
  const names = header.toLowerCase().split(",", 10 * MAX_CODINGS);
  return names.flatMap((name) => UNDO.get(name.trim()) ?? []);
}

const gzip: Undo = (body, maxOutputLength) => gunzipSync(body, { maxOutputLength, chunkSize: CHUNK_BYTES });

/** "deflate" means zlib (RFC 1950), but some servers send the raw stream (RFC 1951); browsers take both. */
const deflate: Undo = (body, maxOutputLength) =>
  (hasZlibHeader(body) ? inflateSync : inflateRawSync)(body, { maxOutputLength, chunkSize: CHUNK_BYTES });

const brotli: Undo = (body, maxOutputLength) => brotliDecompressSync(body, { maxOutputLength, chunkSize: CHUNK_BYTES });

const zstd: Undo = (body, maxOutputLength) =>
  zstdDecompressSync(body, {
    maxOutputLength,
    chunkSize: CHUNK_BYTES,
    params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX },
  });

const UNDO: ReadonlyMap<string, Undo> = new Map([
  ["gzip", gzip],
  ["x-gzip", gzip],
  ["deflate", deflate],
  ["br", brotli],
  ["zstd", zstd],
]);

const hasZlibHeader = (body: Buffer): boolean =>
  body.length >= 2 && (body[0]! & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;

const badCoding = (message: string): Result<never> => fail("retry", "bad-encoding", message);
