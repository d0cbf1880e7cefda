import { esc } from "#newsroom/templates/markup";
import type { NoiseKind } from "./noise.ts";

/** An HTTP answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly slow?: boolean;
  /** What of the noise the request was given. */
  readonly met?: readonly NoiseKind[];
}

/** What an answer may depend on, beside the clock. */
export interface Asked {
  readonly path: string;
  /** Behind the question mark; empty for none. */
  readonly query: string;
  /** `http://daily.localhost:PORT`. */
  readonly base: string;
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

/** Counts requests by key, for what alternates from request to request. */
export type Visits = (key: string) => number;

export function visits(): Visits {
  const counts = new Map<string, number>();
  return (key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}

export const HTML = "text/html; charset=utf-8";

export const html = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "content-type": HTML, ...headers },
  body,
});

export const typed = (
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status: 200,
  headers: { "content-type": type, ...headers },
  body,
});

export const movedTo = (url: string): Answer =>
  html(301, `<p>Moved to <a href="${esc(url)}">a new address</a>.</p>`, { location: url });

export const notModified = (headers: Readonly<Record<string, string>>): Answer => ({ status: 304, headers, body: "" });

/** RFC 9110: If-None-Match decides alone when it is there. */
export function isFresh(asked: Asked, etag: string, lastModifiedAt: number): boolean {
  if (asked.ifNoneMatch !== undefined) {
    return asked.ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  }
  const since = asked.ifModifiedSince === undefined ? Number.NaN : Date.parse(asked.ifModifiedSince);
  return Math.floor(lastModifiedAt / 1000) * 1000 <= since;
}
