import type { Reason } from "./reason.ts";

/**
 * Expected failures are values. Each says what to do next:
 * - `retry`: the network or a server stumbled; try again with back-off.
 * - `later`: the other side asked us to stay away for a while (429, robots.txt, a wall).
 * - `never`: asking again is pointless (410, a refused address, not an article).
 * - `stop`: our own fault (a full disk, a locked database); the work has to halt.
 */
export type Advice = "retry" | "later" | "never" | "stop";

export interface Failure {
  readonly advice: Advice;
  /** Stable, machine-readable, kebab-case: `body-too-large`, `robots-disallowed`, `dns`. */
  readonly code: string;
  /** One sentence for a person: what happened and, where it helps, what to do. */
  readonly message: string;
  /** Milliseconds the other side asked us to wait (Retry-After). */
  readonly retryAfterMs?: number;
  /** The same as a code with facts, of a failure that may become the reason of a record. */
  readonly reason?: Reason;
}

/** Why, as it is recorded; of a failure that nothing better is known of, in its own words. */
export const reasonOf = ({ reason, code, message }: Failure): Reason =>
  reason ?? { code: "failure", failure: code, message };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (advice: Advice, code: string, message: string, retryAfterMs?: number): Result<never> => ({
  ok: false,
  failure: retryAfterMs === undefined ? { advice, code, message } : { advice, code, message, retryAfterMs },
});

/** The same with its reason, whose code is the failure's. */
export const failFor = (advice: Advice, reason: Reason, message: string): Result<never> => ({
  ok: false,
  failure: { advice, code: reason.code, message, reason },
});

/** For the few places that must throw (a constructor, a worker boundary): carries the failure unchanged. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = "FailureError";
    this.failure = failure;
  }
}
