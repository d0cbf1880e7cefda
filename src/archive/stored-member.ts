import { constants, crc32, deflateRawSync } from "node:zlib";

/** RFC 1952: deflated, no name, no time, unknown system. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** Longest stored block of RFC 1951, 3.2.4. */
const MAX_STORED = 65_535;
const SYNCED = { finishFlush: constants.Z_SYNC_FLUSH };

/**
 * A gzip member that deflates its head and stores the rest as it is: what a server packed does not get any smaller, and trying
 * costs ten times as much (0.55 against 0.05 ms for 30 KB).
 */
export function storedMember(head: Uint8Array, rest: Uint8Array): Buffer {
  // Flushed, deflated data end at a whole byte, where a stored block begins with one of its own.
  const parts: Uint8Array[] = [HEAD, deflateRawSync(head, SYNCED)];
  for (let at = 0; at === 0 || at < rest.byteLength; at += MAX_STORED) {
    const piece = rest.subarray(at, at + MAX_STORED);
    const said = Buffer.alloc(5);
    said[0] = at + MAX_STORED >= rest.byteLength ? 1 : 0;
    said.writeUInt16LE(piece.byteLength, 1);
    said.writeUInt16LE(piece.byteLength ^ 0xffff, 3);
    parts.push(said, piece);
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(rest, crc32(head)), 0);
  trailer.writeUInt32LE((head.byteLength + rest.byteLength) % 2 ** 32, 4);
  return Buffer.concat([...parts, trailer]);
}
