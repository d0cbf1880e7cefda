import { SECOND_MS } from "#lib/clock";

/** An address a name resolves to. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a host name; rejects with an error that has a `code` (ENOTFOUND, EAI_AGAIN) when there are none. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface FetchTimeouts {
  /** Name resolution, TCP and TLS together. */
  readonly connectMs: number;
  /** From the sent request to the end of the response's headers. */
  readonly headersMs: number;
  /** All hops together, without the time that `permit` takes; ends a body that drips for ever. */
  readonly wholeMs: number;
}

export interface FetcherSettings {
  /** See `userAgent`. The same for every request: a fixed identity, so that pages differ only when they were edited. */
  readonly userAgent: string;
  /** Accept-Language of every request; "en" when absent. */
  readonly acceptLanguage?: string;
  /**
   * Targets allowed in spite of the private-address guard: "host:port" exactly, "*.suffix:port" for every name below
   * the suffix (IPv6 addresses in brackets), or a network "10.1.2.0/24" of addresses. For an intranet, the newsroom and
   * tests on loopback; empty otherwise.
   */
  readonly allowPrivate?: readonly string[];
  readonly timeouts?: Partial<FetchTimeouts>;
  readonly maxRedirects?: number;
  readonly maxHeaderBytes?: number;
  /** Decompressed. */
  readonly maxBodyBytes?: number;
  /** The system's resolver when absent. */
  readonly resolve?: Resolve;
}

/**
 * A news server that has not accepted a connection within 10 s or begun an answer within 20 s is down for readers too;
 * a minute is enough for 10 MiB at 1.4 Mbit/s, and keeps a dripping server from holding its host's lease.
 */
export const DEFAULT_TIMEOUTS: FetchTimeouts = {
  connectMs: 10 * SECOND_MS,
  headersMs: 20 * SECOND_MS,
  wholeMs: 60 * SECOND_MS,
};

/** Browsers stop at 20; chains of honest news sites (scheme, www, slash, locale, consent-free variant) stay under 6. */
export const DEFAULT_MAX_REDIRECTS = 8;

/** Pages with many Set-Cookie and policy headers pass 16 KiB (Node's default); no honest server passes 64 KiB. */
export const DEFAULT_MAX_HEADER_BYTES = 64 * 1024;

/** The largest news pages and sitemaps worth reading are under 10 MiB; live blogs reach about 5 MiB. */
export const DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;

/** `Variorum/0.1 (+https://example.org/contact)`: who asks, and where to complain. */
export function userAgent(version: string, contactUrl: string): string {
  const [major = "0", minor = "0"] = version.split(".");
  // What a header or a comment in it cannot carry would make every request fail.
  const contact = contactUrl
    .toWellFormed()
    .replace(/[()\\]/g, "")
    .replace(/[^!-~]+/g, encodeURIComponent);
  return `${AGENT_TOKEN}/${major}.${minor} (+${contact})`;
}

/** The product token: first part of the User-Agent, and the name that robots.txt groups address. */
export const AGENT_TOKEN = "Variorum";
