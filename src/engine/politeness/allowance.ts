import type { EngineSettings } from "#engine/settings";
import { MIN_GAP_MS, MIN_INTERACTIVE_GAP_MS } from "#fetch/pace";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import type { Manners } from "#model/manners";

/** Requests that a host may still be sent on this day. */
export function requestsLeft({ dailyCap }: EngineSettings, { day, requests }: Manners, now: number): number {
  return dailyCap - (day === dayOf(now) ? requests : 0);
}

/** So much may be asked of a host beyond an even pace by what can wait: a few late requests are no reason to lose a day. */
const SLACK_MS = HOUR_MS;

/** Whether a host was asked more on this day than an even pace through its budget allows: what can wait then waits. */
export function isAheadOfDay({ dailyCap }: EngineSettings, { day, requests }: Manners, now: number): boolean {
  if (day !== dayOf(now)) return false;
  return requests >= (dailyCap * Math.min(DAY_MS, (now % DAY_MS) + SLACK_MS)) / DAY_MS;
}

/** The same time of the next day on which it lies ahead: what had its turns one after the other keeps them so. */
export const sameTimeLater = (at: number, now: number): number =>
  at + Math.max(1, Math.floor((now - at) / DAY_MS) + 1) * DAY_MS;

/** The wished gap, with the floor that no wish goes below at other people's places. */
export function leastGap(
  { isOwn }: EngineSettings,
  url: string,
  wish: { readonly gapMs: number; readonly waiting?: boolean },
): number {
  if (isOwn === undefined || isOwn(url)) return wish.gapMs;
  return Math.max(wish.gapMs, wish.waiting ? MIN_INTERACTIVE_GAP_MS : MIN_GAP_MS);
}

/** The epoch day (UTC) by which requests are counted. */
export const dayOf = (now: number): number => Math.floor(now / DAY_MS);
