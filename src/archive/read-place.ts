import { open } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gunzipSync } from "node:zlib";
import type { ArchivedAnswer, ArchivePlace } from "#model/archive";
import { fail, type Result } from "#model/failure";
import { OPEN_SUFFIX, parsePath } from "./file-name.ts";
import { readAnswer } from "./http-message.ts";
import { Inflow } from "./inflow.ts";
import type { Piece } from "./piece.ts";
import { recordsOf } from "./records.ts";
import { warcDigest } from "./warc-record.ts";

const unpack = promisify(gunzip);
/** Node's thread pool takes more CPU; what is longer unpacks there, because 64 KB can make 64 MB. */
const AT_ONCE_BYTES = 64 * 1024;
const CHUNK_BYTES = 128 * 1024;
/** More than the largest page that a setting allows, and far less than a damaged record could unpack to. */
export const MAX_BLOCK_BYTES = 256 * 1024 * 1024;

/**
 * The bytes of a record, from the folder; null when the file is not there. A file that is being written has another name
 * until it is ended, which may happen in between.
 */
export async function bytesInFolder(folder: string, { file, offset, length }: ArchivePlace): Promise<Buffer | null> {
  const path = join(folder, file);
  for (const name of [path, path + OPEN_SUFFIX, path]) {
    try {
      const handle = await open(name, "r");
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return null;
}

/** A place comes from the database, which may have been tampered with: it never leads out of the archive. */
export const isPlace = ({ file, offset, length }: ArchivePlace): boolean =>
  parsePath(file) !== null && offset >= 0 && length > 0 && length <= MAX_BLOCK_BYTES;

/** Reads a record that stands alone, and proves by its digest that it is what was written. */
export async function answerIn(bytes: Buffer, place: ArchivePlace): Promise<Result<ArchivedAnswer>> {
  const where = `at ${place.offset} in ${place.file}`;
  if (bytes.length < place.length) return lost(`The file ends before the record ${where} does.`);
  const text = beginsMember(bytes) ? await unpacked(bytes) : null;
  if (text === null) return lost(`The record ${where} is damaged.`);
  // RFC 1952: a member ends with the length of what it unpacks to.
  if (bytes.readUInt32LE(bytes.length - 4) !== text.length % 2 ** 32)
    return lost(`The record ${where} is not ${place.length} bytes long.`);
  for await (const record of recordsOf(new Inflow(one(text)), MAX_BLOCK_BYTES)) {
    if (record.kind === "bad") break;
    if (record.fields.get("warc-block-digest") !== warcDigest(record.block))
      return lost(`The record ${where} is not what was written: its digest differs.`);
    return readAnswer(record.block);
  }
  return lost(`There is no record ${where}.`);
}

/** Null when it cannot be unpacked. */
async function unpacked(bytes: Buffer): Promise<Buffer | null> {
  const options = { maxOutputLength: MAX_BLOCK_BYTES, chunkSize: CHUNK_BYTES };
  try {
    return bytes.length <= AT_ONCE_BYTES ? gunzipSync(bytes, options) : await unpack(bytes, options);
  } catch {
    return null;
  }
}

/** As we write them: deflated, without flags or a time (RFC 1952); what undoes them would not mind others. */
const beginsMember = (bytes: Buffer): boolean =>
  bytes.length > MEMBER_BYTES && bytes.readUInt32BE(0) === 0x1f8b0800 && bytes.readUInt32BE(4) === 0;

/** Head and trailer of a member that holds nothing. */
const MEMBER_BYTES = 18;

async function* one(bytes: Buffer): AsyncGenerator<Piece> {
  yield { kind: "bytes", bytes };
}

export const lost = (message: string): Result<never> => fail("stop", "archive-unreadable", message);

/** The whole file is not there. */
export const missing = (file: string, where: string): Result<never> =>
  fail("stop", "archive-missing", `${file} is not in the archive${where}.`);
