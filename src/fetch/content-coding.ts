import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from "node:zlib";
import { failFor, ok, type Result } from "#model/failure";
import { bodyTooLarge } from "./failures.ts";

/** What we ask for; all of it Node undoes natively. */
export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

/** No honest server applies more than two; each one multiplies the work that a small body can cause. */
const MAX_CODINGS = 2;

/** RFC 9659: a zstd content coding must not need a window over 8 MiB; without it a frame may ask for 128 MiB of memory. */
const ZSTD_WINDOW_LOG_MAX = 23;

/**
 * A zstd body may be several frames in a row (RFC 8878); Node undoes one at a time. Parallel packers make one per megabyte or
 * more, so that an honest page has ten at most; an empty frame takes 9 bytes and 30 µs, and ten megabytes hold a million.
 */
const MAX_ZSTD_FRAMES = 1000;

/** Output is made in pieces of this size: measured best for pages of 70 KB (74 µs; Node's 16 KiB: 112 µs). */
const CHUNK_BYTES = 128 * 1024;

/**
 * Undoes Content-Encoding. The output is counted while it is made, so a bomb costs `maxBytes` and no more. On the spot
 * and not in Node's thread pool: that takes four times the CPU for a page, and even a bomb ends after some 10 ms.
 */
export function undoContentCoding(body: Buffer, contentEncoding: string | undefined, maxBytes: number): Result<Buffer> {
  const codings = codingsOf(contentEncoding);
  if (codings.length > MAX_CODINGS) {
    const reason = { code: "bad-encoding", why: "layers", layers: codings.length } as const;
    return failFor("retry", reason, `The body is encoded ${codings.length} times over.`);
  }
  let bytes = body;
  for (const undo of codings.reverse()) {
    if (bytes.length === 0) break;
    try {
      bytes = undo(bytes, maxBytes);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      if (code === "ERR_BUFFER_TOO_LARGE") return { ok: false, failure: bodyTooLarge(maxBytes) };
      const encoding = contentEncoding?.slice(0, 100) ?? "";
      const reason = { code: "bad-encoding", why: "content", encoding, detail: code } as const;
      return failFor("retry", reason, `The body is not what its Content-Encoding ${encoding} says (${code}).`);
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

const zstd: Undo = (body, maxOutputLength) => {
  const parts: Buffer[] = [];
  let left = maxOutputLength;
  for (let at = 0; at < body.length; ) {
    if (parts.length === MAX_ZSTD_FRAMES) throw Object.assign(new Error("too many frames"), { code: "ZSTD_FRAMES" });
    const { buffer, read } = zstdFrame(body.subarray(at), left);
    parts.push(buffer);
    // The option must be at least 1: one byte more than allowed is refused by the sum.
    left = Math.max(left - buffer.length, 1);
    at += read;
  }
  const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  if (whole.length > maxOutputLength) throw Object.assign(new Error("too large"), { code: "ERR_BUFFER_TOO_LARGE" });
  return whole;
};

/** The first frame of `body`, and how many bytes of it that was. */
function zstdFrame(body: Buffer, maxOutputLength: number): { readonly buffer: Buffer; readonly read: number } {
  const options = {
    maxOutputLength,
    chunkSize: CHUNK_BYTES,
    params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX },
    info: true,
  };
  // The declared type knows nothing of `info`, which makes zlib tell how far it read.
  const { buffer, engine } = zstdDecompressSync(body, options) as unknown as {
    readonly buffer: Buffer;
    readonly engine: { readonly bytesWritten: number };
  };
  return { buffer, read: engine.bytesWritten };
}

const UNDO: ReadonlyMap<string, Undo> = new Map([
  ["gzip", gzip],
  ["x-gzip", gzip],
  ["deflate", deflate],
  ["br", brotli],
  ["zstd", zstd],
]);

const hasZlibHeader = (body: Buffer): boolean =>
  body.length >= 2 && (body[0]! & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;
