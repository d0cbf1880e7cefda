import { sha256 } from "#lib/hash";

const SHA256_HEX = /^[0-9a-f]{64}$/;

/** A SHA-256 in hex as the 32 bytes that are stored. Throws on anything else, which would silently lose digits. */
export function digestBytes(hex: string): Uint8Array {
  if (!SHA256_HEX.test(hex)) throw new TypeError(`Not a SHA-256 in lower-case hex: "${hex.slice(0, 80)}"`);
  return Buffer.from(hex, "hex");
}

export const digestHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");

/** First 16 bytes of SHA-256: the key of what is found by content. */
export const keyBytes = (text: string): Uint8Array => Buffer.from(sha256(text).slice(0, 32), "hex");
