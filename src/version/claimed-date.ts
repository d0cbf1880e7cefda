import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ClaimedDate, PendingClaim, RaisedDate } from "#model/claimed-date";

/**
 * A raised date is believed once a look at least this long after the first still meets it. Pages that print the present
 * instant show another one by then, also those that a cache holds for minutes.
 */
export const STANDS_FOR_MS = HOUR_MS;
/** So many claims in a row that did not stand come from a clock, not from an editor: what follows is no event. */
export const RESTLESS_MOVES = 3;
/** Less is one act of saving, read from two places of the page or from two servers. */
export const LEAST_RAISE_MS = MINUTE_MS;
/** A date without a time of day is over, in the last time zone, so long after it begins in UTC. */
const DAY_EVERYWHERE_MS = 36 * HOUR_MS;

/** What a look met of dates. */
export interface SeenDate {
  /** ISO 8601 as the page claims it; null when it claims none. */
  readonly modifiedAt: string | null;
  readonly beside: string;
  readonly extractor: string;
}

export interface Followed {
  readonly claimed: ClaimedDate | null;
  /** The date was raised while the text stayed. */
  readonly raised?: Omit<RaisedDate, "articleId" | "versionNumber">;
  /** The date that belongs to the edit that made the present version appeared after the edit itself. */
  readonly late?: true;
}

/** Whether a version that opens came with a raised date; null when that cannot be told. Pure. */
export function dateOfNewText(
  before: ClaimedDate | null,
  seen: SeenDate,
  at: number,
): { readonly claimed: ClaimedDate | null; readonly dateRaised: boolean | null } {
  const now = claimIn(seen.modifiedAt);
  if (!now) return { claimed: null, dateRaised: null };
  const claimed = believed(now.from, seen, at, at);
  if (!before || before.extractor !== seen.extractor || isRestless(before.pending))
    return { claimed, dateRaised: null };
  return { claimed, dateRaised: now.from - before.modifiedAt >= LEAST_RAISE_MS };
}

/** Follows the claim through a look that met the text of the latest version. Pure. */
export function followDate(before: ClaimedDate | null, seen: SeenDate, at: number): Followed {
  const now = claimIn(seen.modifiedAt);
  if (!now) return { claimed: before };
  const textSeenAt = before?.textSeenAt ?? at;
  const taken = believed(now.from, seen, at, textSeenAt);
  if (!before || before.extractor !== seen.extractor) return { claimed: taken };
  // Going back is no event, and must not make one of the way forward again: the mark stays.
  if (now.from - before.modifiedAt < LEAST_RAISE_MS)
    return { claimed: { ...before, lastSeenAt: at, beside: seen.beside, pending: null } };
  const { pending } = before;
  if (pending?.modifiedAt !== now.from) {
    if (!pending && before.beside !== seen.beside) return { claimed: taken };
    const provenAt = Math.max(at, now.until) + STANDS_FOR_MS;
    const moves = (pending?.moves ?? 0) + 1;
    return { claimed: { ...before, pending: { modifiedAt: now.from, firstSeenAt: at, provenAt, moves } } };
  }
  if (at < pending.provenAt) return { claimed: before };
  if (isRestless(pending)) return { claimed: taken };
  if (now.from <= textSeenAt) return { claimed: taken, late: true };
  return {
    claimed: taken,
    raised: {
      oldModifiedAt: before.modifiedAt,
      newModifiedAt: now.from,
      lastSeenOldAt: before.lastSeenAt,
      seenAt: pending.firstSeenAt,
    },
  };
}

/** A look that met the very page of the look before: the same claim still stands. */
export function sameDate(before: ClaimedDate | null, at: number): Followed {
  if (!before) return { claimed: null };
  const claim = before.pending?.modifiedAt ?? before.modifiedAt;
  return followDate(before, { ...before, modifiedAt: new Date(claim).toISOString() }, at);
}

/** True while a later look has to read the page itself, because "not modified" proves no date. */
export const isPending = (claimed: ClaimedDate | null): boolean =>
  claimed !== null && claimed.pending !== null && !isRestless(claimed.pending);

const isRestless = (pending: PendingClaim | null): boolean => pending !== null && pending.moves >= RESTLESS_MOVES;

const believed = (
  modifiedAt: number,
  { beside, extractor }: SeenDate,
  at: number,
  textSeenAt: number,
): ClaimedDate => ({
  modifiedAt,
  lastSeenAt: at,
  textSeenAt,
  beside,
  extractor,
  pending: null,
});

/** The instants that a claim may mean; null for none. Midnight stands for a day, a time without a zone is taken as UTC. */
function claimIn(text: string | null): { readonly from: number; readonly until: number } | null {
  if (text === null) return null;
  const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes("T") ? text : `${text}Z`;
  const from = Date.parse(zoned);
  if (Number.isNaN(from)) return null;
  const isDay = !/T(?!00:00(?::00)?(?:\.0+)?(?:Z|[+-]|$))/i.test(text);
  return { from, until: isDay ? from + DAY_EVERYWHERE_MS : from };
}
