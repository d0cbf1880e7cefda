import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import { Lru } from "#lib/lru";

/** Bodies as they go out packed, kept by their tag: most answers of a busy minute say the same. */
export interface Packed {
  /** @param tag of exactly this body */
  of(tag: string, body: string): Promise<Uint8Array<ArrayBuffer>>;
  kept(tag: string): Uint8Array<ArrayBuffer> | undefined;
  /** Keeps what was packed elsewhere. */
  put(tag: string, packed: Uint8Array<ArrayBuffer>): void;
}

/** Bytes kept: some two thousand pages. */
const MAX_BYTES = 24 * 1024 * 1024;
/** A page shrinks to a quarter; a higher level takes twice the time for a fiftieth of the bytes. */
const LEVEL = 6;
/** A shorter body gains less than its headers weigh. */
const LEAST_LENGTH = 1024;

/** A shorter body is packed at once, in a millisecond: handing it to a thread would take as long. */
const LEAST_ASIDE = 64 * 1024;

const packAside = promisify(gzip);

const pack = async (body: string): Promise<Uint8Array> =>
  body.length < LEAST_ASIDE ? gzipSync(body, { level: LEVEL }) : packAside(body, { level: LEVEL });

export function createPacked(maxBytes = MAX_BYTES): Packed {
  const kept = new Lru<string, Uint8Array<ArrayBuffer>>(maxBytes);
  return {
    kept: (tag) => kept.get(tag),
    put: (tag, packed) => kept.set(tag, packed, packed.byteLength),
    async of(tag, body) {
      const known = kept.get(tag);
      if (known) return known;
      const packed = new Uint8Array(await pack(body));
      kept.set(tag, packed, packed.byteLength);
      return packed;
    },
  };
}

/** The reader takes gzip, and the body is worth it. */
export const isPackable = (request: Request, body: string): boolean =>
  body.length >= LEAST_LENGTH && takesGzip(request);

export function takesGzip(request: Request): boolean {
  const accepted = request.headers.get("accept-encoding") ?? "";
  const gzip = /(?:^|,)\s*(?:x-)?gzip\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(accepted);
  return gzip !== null && Number(gzip[1] ?? 1) > 0;
}
