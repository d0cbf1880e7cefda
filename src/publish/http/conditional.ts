import { sha256 } from "#lib/hash";

/** Weak, because compression on the way changes the bytes but not what they say. */
export const weakTag = (content: string): string => `W/"${sha256(content).slice(0, 22)}"`;

/**
 * Does the reader have this very state already? If-None-Match decides where it is sent; If-Modified-Since only without
 * it (RFC 9110, 13.2.2).
 */
export function isFresh(request: Request, etag: string, lastModifiedAt: number | null): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags !== null) return tags.trim() === "*" || tags.split(",").some((tag) => opaque(tag) === opaque(etag));
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  if (Number.isNaN(since) || lastModifiedAt === null) return false;
  return Math.floor(lastModifiedAt / 1000) * 1000 <= since;
}

const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
