import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Gap } from "#model/manners";
import type { Source } from "#model/source";
import type { HostOfSource, TallyHour } from "#store/public-reader";
import type { ViewContext } from "./context.ts";

/** How a source was watched lately: when its articles were looked at, what came of it, and what kept us away. */
export interface Watching {
  /** Newest first; none before the source was known. */
  readonly days: readonly WatchedDay[];
  readonly looks: number;
  readonly failed: number;
  /** Newest first. */
  readonly gaps: readonly Gap[];
  readonly hosts: readonly WatchedHost[];
}

export interface WatchedDay {
  readonly startAt: number;
  readonly hours: readonly TallyHour[];
  readonly gaps: readonly Gap[];
}

/** How one host is treated, and what its answers proved. */
export interface WatchedHost {
  readonly key: string;
  readonly requestsToday: number;
  /** It has refused: until then the wait between requests is so many times as long. */
  readonly slowed: { readonly until: number; readonly times: number } | null;
  /** It is left alone until then, for longer than the usual wait between requests. */
  readonly leftAloneUntil: number | null;
  /** How "not modified" was put to the test; null when it never was. */
  readonly validators: {
    readonly checks: number;
    readonly lies: number;
    readonly liedAt: number | null;
    /** After a lie pages are fetched whole until then; null when that is over. */
    readonly distrustedUntil: number | null;
  } | null;
}

/** Two weeks, so that a weekday can be compared with the same one before. */
const DAYS_SHOWN = 14;
const MAX_GAPS = 50;
/** A shorter time until the next request is the usual wait. */
const LEFT_ALONE_MS = 10 * MINUTE_MS;
/** As the engine has it (`src/engine/politeness/courtesy.ts`). */
const DISTRUST_MS = 30 * DAY_MS;

export async function watchingOf({ reader, now }: ViewContext, source: Source): Promise<Watching> {
  const fromAt = startOfDay(now) - (DAYS_SHOWN - 1) * DAY_MS;
  const hosts = await reader.hostsOfSource(source.id);
  const hostIds = hosts.map(({ id }) => id);
  const [hours, gaps] = await Promise.all([
    reader.tally(source.id, fromAt, now + HOUR_MS),
    reader.gaps({ hostIds, fromAt, untilAt: now, limit: MAX_GAPS }),
  ]);
  return {
    days: daysOf(Math.max(fromAt, startOfDay(source.createdAt)), hours, gaps, now),
    looks: sum(hours.map(({ looks }) => looks)),
    failed: sum(hours.map(({ failed }) => failed)),
    gaps,
    hosts: hosts.map((host) => hostOf(host, now)),
  };
}

const startOfDay = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function daysOf(first: number, hours: readonly TallyHour[], gaps: readonly Gap[], now: number): readonly WatchedDay[] {
  const days: WatchedDay[] = [];
  for (let startAt = startOfDay(now); startAt >= first; startAt -= DAY_MS) {
    days.push({
      startAt,
      hours: hours.filter((hour) => hour.startAt >= startAt && hour.startAt < startAt + DAY_MS),
      gaps: gaps.filter((gap) => gap.fromAt < startAt + DAY_MS && gap.untilAt > startAt && gap.fromAt < now),
    });
  }
  return days;
}

function hostOf({ key, nextFreeAt, manners }: HostOfSource, now: number): WatchedHost {
  const { day, requests, slowLevel, slowUntil, validatorChecks, validatorLies, liedAt } = manners;
  const distrustedUntil = liedAt !== null && now - liedAt <= DISTRUST_MS ? liedAt + DISTRUST_MS : null;
  return {
    key,
    requestsToday: day === Math.floor(now / DAY_MS) ? requests : 0,
    slowed: now < slowUntil && slowLevel > 0 ? { until: slowUntil, times: 2 ** slowLevel } : null,
    leftAloneUntil: nextFreeAt - now > LEFT_ALONE_MS ? nextFreeAt : null,
    validators:
      validatorChecks === 0 ? null : { checks: validatorChecks, lies: validatorLies, liedAt, distrustedUntil },
  };
}
