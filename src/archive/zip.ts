import { createWriteStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { fail, ok, type Result } from "#model/failure";
import { readAt } from "./read-at.ts";

/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is; 8: deflated; others cannot be read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Of its local header. */
  readonly offset: number;
}

/** Signatures of the format (APPNOTE 4.3). */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** The end record with the longest comment. */
const MAX_END_BYTES = 22 + 0xffff;
/** A crawl of a year in daily files has some thousands. */
const MAX_ENTRIES = 100_000;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const ZIP64_EXTRA = 1;

export const isZip = (head: Buffer): boolean => head.length >= 4 && head.readUInt32LE(0) === LOCAL;

const bad = (why: string): Result<never> => fail("never", "bad-zip", `it is no zip archive that can be read: ${why}`);

/** What a zip archive holds, from the directory at its end. */
export async function entriesOf(file: FileHandle): Promise<Result<readonly ZipEntry[]>> {
  const { size } = await file.stat();
  const directory = await directoryOf(file, size);
  if (!directory.ok) return directory;
  const { offset, length, count } = directory.value;
  if (count > MAX_ENTRIES || length > MAX_DIRECTORY_BYTES) return bad("it holds too many files");
  const bytes = await readAt(file, offset, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return bad("its directory is damaged");
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const end = at + 46 + name + extra + comment;
    if (end > bytes.length) return bad("its directory is cut off");
    entries.push(entryIn(bytes.subarray(at, end), name, extra));
    at = end;
  }
  return ok(entries);
}

function entryIn(bytes: Buffer, nameBytes: number, extraBytes: number): ZipEntry {
  const large = zip64Of(bytes.subarray(46 + nameBytes, 46 + nameBytes + extraBytes));
  // In this order, each only where the field is full.
  const number = (field: number): number => {
    const value = bytes.readUInt32LE(field);
    return value === 0xffffffff ? (large.shift() ?? value) : value;
  };
  const fullBytes = number(24);
  const packedBytes = number(20);
  return {
    name: bytes.toString("utf8", 46, 46 + nameBytes),
    method: bytes.readUInt16LE(10),
    isEncrypted: (bytes.readUInt16LE(8) & 1) !== 0,
    bytes: fullBytes,
    packedBytes,
    offset: number(42),
  };
}

/** The numbers of eight bytes that an entry of a large archive has. */
function zip64Of(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64_EXTRA) {
      const numbers: number[] = [];
      for (let one = at + 4; one + 8 <= Math.min(at + 4 + length, extra.length); one += 8)
        numbers.push(Number(extra.readBigUInt64LE(one)));
      return numbers;
    }
    at += 4 + length;
  }
  return [];
}

interface Directory {
  readonly offset: number;
  readonly length: number;
  readonly count: number;
}

async function directoryOf(file: FileHandle, size: number): Promise<Result<Directory>> {
  const from = Math.max(0, size - MAX_END_BYTES);
  const tail = await readAt(file, from, size - from);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at--;
  if (at < 0) return bad("its end is missing");
  const [count, length, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (count !== 0xffff && length !== 0xffffffff && offset !== 0xffffffff) return ok({ count, length, offset });
  const locator = at - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_64) return ok({ count, length, offset });
  const end = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (end.length < 56 || end.readUInt32LE(0) !== END_64) return bad("its directory cannot be found");
  const number = (field: number): number => Number(end.readBigUInt64LE(field));
  return ok({ count: number(32), length: number(40), offset: number(48) });
}

/** Writes an entry into a file. Fails when it is damaged, in a way that is not known, or longer than it says. */
export async function unzipTo(file: FileHandle, entry: ZipEntry, path: string): Promise<Result<void>> {
  if (entry.isEncrypted) return bad(`${entry.name} is encrypted`);
  if (entry.method !== 0 && entry.method !== 8) return bad(`${entry.name} is packed in an unknown way`);
  const local = await readAt(file, entry.offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) return bad(`${entry.name} is not where it should be`);
  const from = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = Readable.from(stretch(file, from, from + entry.packedBytes));
  const bounded = atMost(entry.bytes);
  const unpacking = entry.method === 0 ? [packed, bounded] : [packed, createInflateRaw(), bounded];
  try {
    await pipeline([...unpacking, createWriteStream(path, { flags: "wx" })]);
    return bounded.count === entry.bytes ? ok(undefined) : bad(`${entry.name} is shorter than it says`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof TooLong) && !code?.startsWith("Z_")) throw error;
    return bad(`${entry.name} is damaged (${code ?? message})`);
  }
}

async function* stretch(file: FileHandle, from: number, end: number): AsyncGenerator<Buffer> {
  for (let at = from; at < end; ) {
    const bytes = await readAt(file, at, Math.min(256 * 1024, end - at));
    if (bytes.length === 0) return;
    at += bytes.length;
    yield bytes;
  }
}

class TooLong extends Error {}

function atMost(max: number): Transform & { count: number } {
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      counted.count += chunk.length;
      if (counted.count > max) done(new TooLong("it is longer than it says"));
      else done(null, chunk);
    },
  });
  const counted = Object.assign(bounded, { count: 0 });
  return counted;
}
