import { MINUTE_MS, SECOND_MS } from "#lib/clock";

export interface EngineSettings {
  /** Politeness gap between two requests to a host. */
  readonly gapMs: number;
  /** The same while a person waits for `add` (at most a dozen requests). */
  readonly interactiveGapMs: number;
  /** Requests that a registrable domain gets on one day (UTC). */
  readonly dailyCap: number;
  /** Is this a place of the operator's own, where any gap may be chosen? Everywhere, when absent: for tests on loopback. */
  readonly isOwn?: (url: string) => boolean;
  readonly feedPeriodMs: number;
  /** Product token that robots.txt groups are matched against. */
  readonly agentToken: string;
  /** Hosts worked on at the same time. */
  readonly concurrency: number;
  /** Worker threads for parsing and collation; 0 runs them in this thread (tests). */
  readonly threads: number;
}

export const DEFAULT_SETTINGS: EngineSettings = {
  gapMs: 10 * SECOND_MS,
  interactiveGapMs: 2 * SECOND_MS,
  dailyCap: 3000,
  feedPeriodMs: 15 * MINUTE_MS,
  agentToken: "Variorum",
  concurrency: 32,
  threads: 1,
};

/**
 * What a killed worker held on another machine is free after this time. Longer than the usual gap, so that the request it
 * may just have sent is far enough away by then.
 */
export const LEASE_MS = 25 * SECOND_MS;
/** A worker that lives renews the leases of the turns under way so often: it may miss one renewal, and half of another. */
export const RENEW_MS = 8 * SECOND_MS;
/** The loop looks up at least this often, for what other processes scheduled meanwhile. */
export const IDLE_MS = 5 * SECOND_MS;
