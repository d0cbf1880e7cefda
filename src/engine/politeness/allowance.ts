import type { EngineSettings } from "#engine/settings";
import { MIN_GAP_MS, MIN_INTERACTIVE_GAP_MS } from "#fetch/pace";
import { DAY_MS } from "#lib/clock";
import type { Manners } from "#model/manners";

/** Requests that a host may still be sent on this day. */
export function requestsLeft({ dailyCap }: EngineSettings, { day, requests }: Manners, now: number): number {
  return dailyCap - (day === dayOf(now) ? requests : 0);
}

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
