import type { FileHandle } from "node:fs/promises";
import { createZstdDecompress, zstdDecompressSync } from "node:zlib";
import type { Piece } from "./piece.ts";
import { readAt } from "./read-at.ts";

/** Of a Zstandard frame (RFC 8878, 3.1.1), and of frames that are passed over (3.1.2), whose last four bits are free. */
const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
/** The skippable frame at the beginning of a .warc.zst that holds the dictionary of all others. */
const DICTIONARY = 0x184d2a5d;
/** Crawlers make dictionaries of some hundred kilobytes. */
const MAX_DICTIONARY_BYTES = 32 * 1024 * 1024;
const READ_BYTES = 16 * 1024;
/** Magic, descriptor, window, dictionary id and content size. */
const LONGEST_HEADER = 18;

export const isZstd = (head: Buffer): boolean =>
  head.length >= 4 && (head.readUInt32LE(0) === FRAME || isSkippable(head.readUInt32LE(0)));

const isSkippable = (magic: number): boolean => (magic & 0xfffffff0) >>> 0 === SKIPPABLE;

/** The pieces of a Zstandard file, from where a frame begins on. What cannot be read ends it: frames cannot be found again. */
export async function* zstdPieces(file: FileHandle, from: number): AsyncGenerator<Piece> {
  const { size } = await file.stat();
  const dictionary = await dictionaryOf(file);
  for (let offset = from; offset < size; ) {
    const frame = await frameAt(file, offset, size);
    if (typeof frame === "string") return yield { kind: "bad", offset, reason: frame };
    if (!frame.isSkipped) {
      yield { kind: "start", offset, isMember: true };
      for await (const piece of unpacked(file, offset, frame.end, dictionary)) {
        yield piece;
        if (piece.kind === "bad") break;
      }
    }
    offset = frame.end;
    yield { kind: "end", offset };
  }
}

interface Frame {
  readonly end: number;
  readonly isSkipped: boolean;
}

const ENDS = "the file ends in the middle of a Zstandard frame";

/** How far a frame goes, by the lengths of its blocks; why it is none, in words. */
async function frameAt(file: FileHandle, offset: number, size: number): Promise<Frame | string> {
  const head = await readAt(file, offset, LONGEST_HEADER);
  if (head.length < 8) return ENDS;
  const magic = head.readUInt32LE(0);
  if (isSkippable(magic)) {
    const end = offset + 8 + head.readUInt32LE(4);
    return end <= size ? { end, isSkipped: true } : ENDS;
  }
  if (magic !== FRAME) return "there is no Zstandard frame where one should begin";
  const descriptor = head[4]!;
  let at = offset + headerBytes(descriptor);
  for (;;) {
    const block = await readAt(file, at, 3);
    if (block.length < 3) return ENDS;
    const bits = block.readUIntLE(0, 3);
    const type = (bits >> 1) & 3;
    if (type === 3) return "a Zstandard frame is damaged";
    // A block of one byte that repeats.
    at += 3 + (type === 1 ? 1 : bits >> 3);
    if (bits & 1) break;
  }
  const end = at + (descriptor & 4 ? 4 : 0);
  return end <= size ? { end, isSkipped: false } : ENDS;
}

/** RFC 8878, 3.1.1.1. */
function headerBytes(descriptor: number): number {
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const contentSize = sizeFlag === 0 ? Number(isSingle) : 1 << sizeFlag;
  return 5 + Number(!isSingle) + [0, 1, 2, 4][descriptor & 3]! + contentSize;
}

/** Null when the file has none. */
async function dictionaryOf(file: FileHandle): Promise<Buffer | null> {
  const head = await readAt(file, 0, 8);
  if (head.length < 8 || head.readUInt32LE(0) !== DICTIONARY) return null;
  const length = head.readUInt32LE(4);
  if (length > MAX_DICTIONARY_BYTES) return null;
  const bytes = await readAt(file, 8, length);
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== FRAME) return bytes;
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: MAX_DICTIONARY_BYTES });
  } catch {
    // Without it the first frame says what is wrong.
    return null;
  }
}

async function* unpacked(
  file: FileHandle,
  from: number,
  end: number,
  dictionary: Buffer | null,
): AsyncGenerator<Extract<Piece, { kind: "bytes" | "bad" }>> {
  const stream = createZstdDecompress(dictionary ? { dictionary } : {});
  const packed = (async function* () {
    for (let at = from; at < end; ) {
      const bytes = await readAt(file, at, Math.min(READ_BYTES, end - at));
      if (bytes.length === 0) return;
      at += bytes.length;
      yield bytes;
    }
  })();
  const feeding = feed(packed, stream);
  try {
    for await (const bytes of stream) yield { kind: "bytes", bytes: bytes as Buffer };
  } catch (error) {
    yield {
      kind: "bad",
      offset: from,
      reason: `a Zstandard frame is damaged (${(error as NodeJS.ErrnoException).code})`,
    };
  } finally {
    stream.destroy();
    await feeding;
  }
}

/** Writes as fast as the reader takes it; stops when the stream is destroyed. */
async function feed(packed: AsyncIterable<Buffer>, stream: ReturnType<typeof createZstdDecompress>): Promise<void> {
  for await (const bytes of packed) {
    if (stream.destroyed) return;
    if (!stream.write(bytes))
      await new Promise<void>((resolve) => {
        const go = () => {
          stream.off("drain", go).off("close", go);
          resolve();
        };
        stream.on("drain", go).on("close", go);
      });
  }
  stream.end();
}
