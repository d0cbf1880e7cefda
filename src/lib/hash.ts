import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex. */
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** First 128 bits of SHA-256 in hex: collisions are out of reach for the paragraphs of all the news there is. */
export const hash128 = (data: string): string => sha256(data).slice(0, 32);
