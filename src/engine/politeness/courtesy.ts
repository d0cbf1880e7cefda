import type { EngineContext } from "#engine/context";
import { gapAt, pauseAfter, slownessAfter, tomorrowAt } from "#fetch/pace";
import { DAY_MS, MINUTE_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { hostKey } from "#lib/url";
import type { FetchResult } from "#model/fetcher";
import type { Manners } from "#model/manners";
import type { HostTurn } from "#store/writer";
import { dayOf, leastGap, requestsLeft } from "./allowance.ts";

/** Longer waits than this are recorded in the log of gaps. */
const LEAST_GAP_MS = 10 * MINUTE_MS;
/** After a "not modified" that would have been a lie, a host is asked for whole pages, until it has probably been fixed. */
const DISTRUST_LIMIT_MS = 30 * DAY_MS;

/** Are this host's validators not to be relied on? */
export const isDistrusted = ({ liedAt }: Manners, now: number): boolean =>
  liedAt !== null && now - liedAt < DISTRUST_LIMIT_MS;

/** Validators lie on some servers: of every so many answers "not modified" of a host one is put to the test ... */
const TRIED_EVERY = 20;
/** ... and of the first ones many more, so that a host that always says so is found out on the first day. */
const TRIED_EVERY_AT_FIRST = 4;
const FIRST_CHECKS = 60;

/**
 * Is it time to ask for a whole page of this host, whatever it promised? Counted per host, so that one article in many is enough, and
 * per article (`ofArticle` answers "not modified" in a row), so that none is passed over by the order in which they are asked.
 */
export function isTrialDue({ notModified, validatorChecks }: Manners, ofArticle: number): boolean {
  const every = validatorChecks < FIRST_CHECKS ? TRIED_EVERY_AT_FIRST : TRIED_EVERY;
  return Math.max(notModified, ofArticle) >= every - 1;
}

/** What the pace at a host goes by. */
type Pace = Pick<EngineContext, "clock" | "settings" | "gate">;

/** The gap to keep at the host of `url` as things stand. */
export async function gapNow(context: Pace, url: string, manners: Manners): Promise<number> {
  const gapMs = leastGap(context.settings, url, context.settings);
  return gapAt({
    gapMs,
    crawlDelayMs: await context.gate.crawlDelayMs(url),
    slowness: manners,
    now: context.clock.now(),
  });
}

/** How a host is left after a turn: when it may be asked again, and what the turn adds to its manners. */
export interface Leave {
  readonly freeAt: number;
  readonly turn?: HostTurn;
}

export interface Visited {
  /** What was asked for at the host. */
  readonly url: string;
  readonly manners: Manners;
  readonly fetched: FetchResult;
  /** Sent in addition to those that `fetched` counts. */
  readonly moreRequests?: number;
  readonly validators?: HostTurn["validators"];
}

/** After an answer. What another host said, to which this one had led, is not this one's doing. */
export async function leaveAfter(context: Pace, visited: Visited): Promise<Leave> {
  const { url, manners, fetched } = visited;
  const now = context.clock.now();
  const own = fetched.ok && hostKey(fetched.value.url) !== hostKey(url) ? elsewhere(fetched.value.sentAt) : fetched;
  const slowness = slownessAfter(manners, own, now);
  const requests = requestsOf(fetched) + (visited.moreRequests ?? 0);
  const { freeAt, cause } = pauseAfter({
    finishedAt: now,
    gapMs: leastGap(context.settings, url, context.settings),
    crawlDelayMs: await context.gate.crawlDelayMs(url),
    slowness,
    result: own,
    jitter: chance(`${hostKey(url)} ${now}`),
    left: requestsLeft(context.settings, manners, now) - requests,
  });
  const isLong = cause !== "gap" && freeAt - now >= LEAST_GAP_MS;
  return {
    freeAt,
    turn: {
      day: dayOf(now),
      requests,
      ...slowness,
      ...(visited.validators && { validators: visited.validators }),
      ...(fetched.ok && fetched.value.status === 304 && { notModified: true }),
      ...(isLong && { gap: { cause, fromAt: now, untilAt: freeAt } }),
    },
  };
}

/** A host that has had its requests of the day is left alone until the next. */
export function leaveUntilTomorrow(context: Pick<EngineContext, "clock">, key: string, manners: Manners): Leave {
  const now = context.clock.now();
  const freeAt = tomorrowAt(now, chance(`${key} ${now}`));
  const { refusals, slowLevel, slowUntil } = manners;
  const gap = { cause: "day-cap", fromAt: now, untilAt: freeAt } as const;
  return { freeAt, turn: { day: dayOf(now), requests: 0, refusals, slowLevel, slowUntil, gap } };
}

const requestsOf = (fetched: FetchResult): number =>
  (fetched.ok ? fetched.value.requests : undefined) ?? (fetched.ok ? fetched.value : fetched).hops.length + 1;

const elsewhere = (sentAt: number): FetchResult => ({
  ok: false,
  failure: { advice: "retry", code: "elsewhere", message: "Another host answered." },
  sentAt,
  tookMs: 0,
  hops: [],
});

/** In [0, 1), the same for the same text: chance that a simulation can repeat. */
export const chance = (text: string): number => Number.parseInt(sha256(text).slice(0, 8), 16) / 2 ** 32;
