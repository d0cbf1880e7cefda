import { sha256 } from "#lib/hash";

export interface ChainLink {
  readonly textHash: string;
  readonly number: number;
  readonly firstSeenAt: number;
  /** Chain hash of the version before; null for version 1. */
  readonly previous: string | null;
}

/**
 * SHA-256 (hex) of the UTF-8 string `textHash LF number LF firstSeenAt LF previous`, where the hashes are lower-case hex,
 * number and firstSeenAt (epoch milliseconds) decimal, and `previous` is empty for version 1. A version cannot be altered,
 * dropped or dated back later without every following hash being wrong.
 */
export const chainHash = (link: ChainLink): string =>
  sha256(`${link.textHash}\n${link.number}\n${link.firstSeenAt}\n${link.previous ?? ""}`);
