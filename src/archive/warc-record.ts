import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import { storedMember } from "./stored-member.ts";

export const WARC_VERSION = "WARC/1.1";

/** Name and value in turn; ISO 28500:2017, section 5. */
export type WarcFields = readonly (readonly [name: string, value: string])[];

export const newRecordId = (): string => `<urn:uuid:${randomUUID()}>`;

/** With milliseconds, which WARC/1.1 allows: captures are told apart by them. */
export const warcDate = (at: number): string => new Date(at).toISOString();

/** `sha256:` and lower-case hex, over any number of parts. */
export function warcDigest(...parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return `sha256:${hash.digest("hex")}`;
}

const pack = promisify(gzip);
/** 3 of 9 takes half the time of zlib's own 6 for four per cent more bytes. */
const SMALL = { level: 3 };
/** What is shorter is packed on the spot: the way to Node's thread pool and back costs more. */
const AT_ONCE_BYTES = 8 * 1024;
const NEWLINES = Buffer.from("\r\n\r\n");

/**
 * A record as a gzip member of its own, so that it can be read by its place alone.
 * @param fields all but Content-Length, which is added
 * @param head beginning of the block, always text
 * @param isPacked the body is compressed already
 */
export async function packRecord(
  fields: WarcFields,
  head: Uint8Array,
  body: Uint8Array = NOTHING,
  isPacked = false,
): Promise<Buffer> {
  const length = head.byteLength + body.byteLength;
  const lines = [...fields, ["Content-Length", String(length)]].map(([name, value]) => `${name}: ${value}\r\n`);
  const before = Buffer.concat([Buffer.from(`${WARC_VERSION}\r\n${lines.join("")}\r\n`), head]);
  if (isPacked && body.byteLength > 0) return storedMember(before, Buffer.concat([body, NEWLINES]));
  const whole = Buffer.concat([before, body, NEWLINES]);
  return whole.byteLength < AT_ONCE_BYTES ? gzipSync(whole, SMALL) : pack(whole, SMALL);
}

const NOTHING = new Uint8Array(0);
