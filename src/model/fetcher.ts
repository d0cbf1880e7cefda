import type { RawExchange } from "./archive.ts";
import type { Failure } from "./failure.ts";

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is posted in place of asking for a page. */
export interface Posted {
  readonly contentType: string;
  readonly body: string;
}

/** A request may be sent, as long as its turn lasts. */
export interface Permission {
  /** Asked at the very moment at which the request goes out: null, or why it must not any more. It is asked for leave again then. */
  readonly mayGoOut: () => Failure | null;
  /**
   * Asked while no answer comes: a request that lies somewhere on the way may arrive as late as that. False: it is taken back,
   * as far as that can be done.
   */
  readonly mayArrive?: () => boolean;
}

export interface FetchRequest {
  readonly url: string;
  /**
   * Makes it a POST. It is never sent again of our own accord, follows only the redirects that keep it a POST (307, 308), and none
   * from https to http, since it may hold a secret.
   */
  readonly post?: Posted;
  /** Sent as If-None-Match / If-Modified-Since when given. */
  readonly validators?: Validators;
  /** Past all caches: whoever stands in between is asked to ask the origin. */
  readonly fresh?: boolean;
  /** Runs the page's scripts first, in a browser; the body is the page that they made. Absent: as the server sends it. */
  readonly render?: "browser";
  /** Largest decompressed body in bytes; the fetcher's default when absent. */
  readonly maxBodyBytes?: number;
  /**
   * Asked before the first request and before each redirect is followed; a failure ends the fetch with it, null allows it
   * whenever it goes out.
   */
  readonly permit?: (url: string) => Promise<Failure | Permission | null>;
  readonly signal?: AbortSignal;
}

export interface Hop {
  readonly url: string;
  readonly status: number;
}

/** An answer of any status. 304 has an empty body. */
export interface FetchResponse {
  readonly status: number;
  /** After redirects. */
  readonly url: string;
  /** Redirects followed, in order; empty when none. */
  readonly hops: readonly Hop[];
  /** All requests with their answers as they went over the wire, the last one's included; absent if no one listened. */
  readonly exchanges?: readonly RawExchange[];
  /** How many were sent, where that is more than the redirects and the last: those of a page's scripts. */
  readonly requests?: number;
  /** Lower-case names; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** Content-Encoding already undone. */
  readonly body: Uint8Array;
  readonly validators: Validators;
  readonly sentAt: number;
  readonly tookMs: number;
}

export type FetchResult =
  | { readonly ok: true; readonly value: FetchResponse }
  | {
      readonly ok: false;
      readonly failure: Failure;
      readonly sentAt: number;
      readonly tookMs: number;
      readonly hops: readonly Hop[];
      /** Those that were answered whole. */
      readonly exchanges?: readonly RawExchange[];
    };

/** Gets bytes. Never throws for what the network or the other side does; rejects only on a programming error. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchResult>;
  close(): Promise<void>;
}
