import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import type { Verified } from "#store/hubs/subscriptions";
import { spread } from "#version/schedule/spread";

/** What hubs are asked for; most of them grant a week or ten days, whatever is asked. */
export const WISHED_LEASE_MS = 10 * DAY_MS;
/** A longer lease counts as this: a hub that forgot us would not be noticed for years. */
export const MAX_LEASE_MS = 30 * DAY_MS;
/** A shorter one counts as this: what is pushed so late is taken all the same. */
export const MIN_LEASE_MS = 5 * MINUTE_MS;
/** A lease is renewed when this share of it is over, so that a hub may be away for days. */
const RENEW_AFTER = 2 / 3;
/** Hubs that grant minutes are not asked by the minute: pushes then come with pauses. */
const MIN_RENEW_WAIT_MS = HOUR_MS;

/** What follows from a verified request. @param seconds as the hub granted it; null when it does not tell */
export function verifiedAt(at: number, seconds: number | null, seed: string): Verified {
  const granted = seconds === null ? WISHED_LEASE_MS : seconds * SECOND_MS;
  const leaseMs = Math.min(Math.max(granted, MIN_LEASE_MS), MAX_LEASE_MS);
  const renewMs = Math.max(spread(leaseMs * RENEW_AFTER, `${seed} ${at}`), MIN_RENEW_WAIT_MS);
  return { at, leaseUntil: at + leaseMs, dueAt: at + renewMs };
}
