import { DAY_MS, MINUTE_MS } from "#lib/clock";
import { reasonOf } from "#model/failure";
import type { FetchResponse, FetchResult } from "#model/fetcher";
import type { Reason } from "#model/reason";
import type { Subscription } from "#model/subscription";
import type { Asking } from "#store/hubs/subscriptions";
import { spread } from "#version/schedule/spread";

/** Hubs verify within seconds; one that has not after this time is asked again, then after twice as long, and so on ... */
const FIRST_RETRY_MS = 10 * MINUTE_MS;
/** ... up to this: hubs are moved and fixed, and a request a week is no burden. */
const LONGEST_RETRY_MS = 7 * DAY_MS;
/** A hub that said no is left alone so long: it may have changed its mind, or its feeds. */
export const REFUSED_PAUSE_MS = 30 * DAY_MS;
/** How often we tell a hub that pushes are not wanted any more; after that we let the lease run out. */
const MAX_FAREWELLS = 3;
/** Characters kept of what a hub says; enough for a sentence. */
const MAX_REASON_CHARS = 200;

/** What follows from a hub's answer to a request: all but what it verifies by calling back. */
export function afterAsking(
  { id, state, failedTries }: Pick<Subscription, "id" | "state" | "failedTries">,
  result: FetchResult,
  now: number,
): Omit<Asking, "askedAt"> {
  const again =
    now + spread(Math.min(FIRST_RETRY_MS * 2 ** Math.min(failedTries, 20), LONGEST_RETRY_MS), `${id} ${now}`);
  const reason = isTaken(result) ? null : whyNot(result);
  const tried = { reason, failedTries: failedTries + 1 };
  if (state === "leaving") {
    const isOver = isRefused(result) || failedTries + 1 >= MAX_FAREWELLS;
    return isOver ? { ...tried, state: "left", dueAt: null } : { ...tried, state, dueAt: again };
  }
  if (isRefused(result)) return { ...tried, state: "refused", dueAt: now + REFUSED_PAUSE_MS };
  const askedFor = result.ok ? 0 : now + (result.failure.retryAfterMs ?? 0);
  return { ...tried, state: isTaken(result) ? "asked" : "wanted", dueAt: Math.max(again, askedFor) };
}

const isTaken = (result: FetchResult): boolean => result.ok && result.value.status >= 200 && result.value.status < 300;

/** A plain no, which asking again does not change: a redirect that may not be followed is one, too much haste is none. */
function isRefused(result: FetchResult): boolean {
  if (!result.ok) return result.failure.advice === "never";
  const { status } = result.value;
  return status >= 300 && status < 500 && status !== 408 && status !== 425 && status !== 429;
}

const whyNot = (result: FetchResult): Reason => (result.ok ? answered(result.value) : reasonOf(result.failure));

function answered({ status, body, headers }: FetchResponse): Reason {
  const isText = /^text\/plain\b/i.test(headers["content-type"] ?? "");
  const quote = isText ? plainReason(new TextDecoder().decode(body.subarray(0, 4 * MAX_REASON_CHARS))) : "";
  return { code: "hub-status", status, ...(quote !== "" && { quote }) };
}

/** One short line of what somebody else says. */
export const plainReason = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_REASON_CHARS)
    .toWellFormed();
