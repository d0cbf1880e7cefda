import { promisify } from "node:util";
import {
  type BrotliOptions,
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  type ZlibOptions,
  type ZstdOptions,
  zstdDecompress,
} from "node:zlib";
import { fail, ok, type Result } from "#model/failure";
import { bodyTooLarge } from "./failures.ts";

/** What we ask for; all of it Node undoes natively. */
export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

/** Nobody honest applies more than two; each one multiplies the work a small body can cause. */
const MAX_CODINGS = 2;

/** RFC 9659: a zstd content coding must not need a window over 8 MiB; without it a frame may ask for 128 MiB of memory. */
const ZSTD_WINDOW_LOG_MAX = 23;

/** Undoes Content-Encoding. The output is counted while it is made, so a bomb costs `maxBytes` and no more. */
export async function undoContentCoding(
  body: Buffer,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Result<Buffer>> {
  const codings = codingsOf(contentEncoding);
  if (codings.length > MAX_CODINGS) return badCoding(`The body is encoded ${codings.length} times over.`);
  let bytes = body;
  for (const coding of codings.reverse()) {
    if (bytes.length === 0) break;
    try {
      bytes = await coding(bytes, maxBytes);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "ERR_BUFFER_TOO_LARGE") return { ok: false, failure: bodyTooLarge(maxBytes) };
      return badCoding(`The body is not what its Content-Encoding ${contentEncoding} says (${String(code)}).`);
    }
  }
  return ok(bytes);
}

type Undo = (body: Buffer, maxOutputLength: number) => Promise<Buffer>;

/** Unknown codings ("utf-8", "none", "binary") are mistakes of servers and mean nothing, as in browsers. */
function codingsOf(header: string | undefined): Undo[] {
  if (!header) return [];
  const names = header.toLowerCase().split(",", 2 * MAX_CODINGS + 1);
  return names.flatMap((name) => UNDO.get(name.trim()) ?? []);
}

const undoGzip = promisify<Buffer, ZlibOptions, Buffer>(gunzip);
const undoZlib = promisify<Buffer, ZlibOptions, Buffer>(inflate);
const undoRaw = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);
const undoBrotli = promisify<Buffer, BrotliOptions, Buffer>(brotliDecompress);
const undoZstd = promisify<Buffer, ZstdOptions, Buffer>(zstdDecompress);

const UNDO: ReadonlyMap<string, Undo> = new Map<string, Undo>([
  ["gzip", (body, maxOutputLength) => undoGzip(body, { maxOutputLength })],
  ["x-gzip", (body, maxOutputLength) => undoGzip(body, { maxOutputLength })],
  ["deflate", (body, maxOutputLength) => (hasZlibHeader(body) ? undoZlib : undoRaw)(body, { maxOutputLength })],
  ["br", (body, maxOutputLength) => undoBrotli(body, { maxOutputLength })],
  [
    "zstd",
    (body, maxOutputLength) =>
      undoZstd(body, { maxOutputLength, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX } }),
  ],
]);

/** "deflate" means zlib (RFC 1950), but some servers send the raw stream (RFC 1951); browsers take both. */
const hasZlibHeader = (body: Buffer): boolean =>
  body.length >= 2 && (body[0]! & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;

const badCoding = (message: string): Result<never> => fail("retry", "bad-encoding", message);
