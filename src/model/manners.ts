import type { HostId } from "./id.ts";

/** How a host has to be treated, and what its answers proved. */
export interface Manners {
  /** 403 and 429 in a row; any other answer ends the row. */
  readonly refusals: number;
  /** The gap is doubled so many times ... */
  readonly slowLevel: number;
  /** ... until this instant; 0 when it never was. */
  readonly slowUntil: number;
  /** Epoch day (UTC) that `requests` counts. */
  readonly day: number;
  readonly requests: number;
  /** Forced full fetches that showed whether "not modified" would have been the truth ... */
  readonly validatorChecks: number;
  /** ... and those where it would have been a lie. */
  readonly validatorLies: number;
  readonly liedAt: number | null;
  /** Answers "not modified" since the last such fetch, whichever article they were about. */
  readonly notModified: number;
}

export const NO_MANNERS: Manners = {
  refusals: 0,
  slowLevel: 0,
  slowUntil: 0,
  day: 0,
  requests: 0,
  validatorChecks: 0,
  validatorLies: 0,
  liedAt: null,
  notModified: 0,
};

/**
 * Why no one looked although something was due:
 * - `refused`: the host answered 403 or 429 and was left alone for longer than its gap.
 * - `asked`: the host named the wait itself (Retry-After).
 * - `day-cap`: as many requests as one day may see had been sent.
 * - `stopped`: no one was watching: the program did not run.
 */
export type GapCause = "refused" | "asked" | "day-cap" | "stopped";

/** A stretch without looks. */
export interface Gap {
  /** Null when it held for all hosts. */
  readonly hostId: HostId | null;
  readonly cause: GapCause;
  readonly fromAt: number;
  /** Exclusive; may lie ahead. */
  readonly untilAt: number;
}
