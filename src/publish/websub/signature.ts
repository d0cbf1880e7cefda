import { createHmac, timingSafeEqual } from "node:crypto";

/** Those of WebSub (7.1); SHA-1 is broken for signatures of documents, but not in an HMAC. */
const ALGORITHMS: ReadonlySet<string> = new Set(["sha1", "sha256", "sha384", "sha512"]);

/** Did whoever knows the secret sign these bytes? `header` is X-Hub-Signature: `sha256=` and the HMAC in hex. */
export function isSigned(header: string | null, secret: string, bytes: Uint8Array): boolean {
  const [, algorithm, hex] = /^\s*(sha\d{1,3})=([0-9a-f]+)\s*$/i.exec(header ?? "") ?? [];
  if (algorithm === undefined || !ALGORITHMS.has(algorithm.toLowerCase())) return false;
  const right = createHmac(algorithm.toLowerCase(), secret).update(bytes).digest();
  const given = Buffer.from(hex!, "hex");
  return hex!.length === 2 * right.length && given.length === right.length && timingSafeEqual(given, right);
}
