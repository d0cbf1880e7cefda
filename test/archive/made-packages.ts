import { constants, crc32, deflateRawSync, zstdCompressSync } from "node:zlib";

export interface Packed {
  readonly name: string;
  readonly bytes: Buffer;
  readonly method?: 0 | 8 | 12;
  /** Said instead of the true length. */
  readonly length?: number;
  readonly encrypted?: boolean;
}

/** A zip archive as a crawler writes it; with numbers of eight bytes where `large`. */
export function zip(entries: readonly Packed[], { large = false } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, method = 0, length = bytes.length, encrypted = false } of entries) {
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(large ? 0xffffffff : packed.length, 14);
    common.writeUInt32LE(large ? 0xffffffff : length, 18);
    common.writeUInt16LE(title.length, 22);
    parts.push(Buffer.from("PK\u0003\u0004"), common, title, packed);
    const extra = large ? eight(1, length, packed.length, offset) : Buffer.alloc(0);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(large ? 0xffffffff : offset, 10);
    const middle = Buffer.from(common);
    middle.writeUInt16LE(extra.length, 24);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), middle, rest, title, extra);
    offset += 30 + title.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(large ? 0xffff : entries.length, 10);
  end.writeUInt32LE(large ? 0xffffffff : central.length, 12);
  end.writeUInt32LE(large ? 0xffffffff : offset, 16);
  return Buffer.concat([...parts, central, ...(large ? endOfLarge(entries.length, central.length, offset) : []), end]);
}

function eight(id: number, ...numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length);
  extra.writeUInt16LE(id, 0);
  extra.writeUInt16LE(8 * numbers.length, 2);
  for (const [at, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + 8 * at);
  return extra;
}

function endOfLarge(count: number, length: number, offset: number): readonly Buffer[] {
  const end = Buffer.alloc(56);
  end.write("PK\u0006\u0006", "latin1");
  for (const [field, number] of [
    [32, count],
    [40, length],
    [48, offset],
  ] as const)
    end.writeBigUInt64LE(BigInt(number), field);
  const locator = Buffer.alloc(20);
  locator.write("PK\u0006\u0007", "latin1");
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  return [end, locator];
}

/** Each record in a frame of its own; with a dictionary as some crawlers make one, itself packed or not. */
export function zstdFrames(records: readonly Buffer[], dictionary?: { bytes: Buffer; packed: boolean }): Buffer {
  const options = {
    params: { [constants.ZSTD_c_checksumFlag]: 1 },
    ...(dictionary && { dictionary: dictionary.bytes }),
  };
  const frames = records.map((record) => zstdCompressSync(record, options));
  if (!dictionary) return Buffer.concat(frames);
  const bytes = dictionary.packed ? zstdCompressSync(dictionary.bytes) : dictionary.bytes;
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a5d, 0);
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes, ...frames]);
}
