import { canonical } from "#lib/canonical";
import type { ChangedByline, PendingByline, ShownByline } from "#model/shown-byline";
import { LEAST_RAISE_MS, RESTLESS_MOVES, STANDS_FOR_MS } from "./claimed-date.ts";

/** What a look saw of the names over an article. */
export interface SeenByline {
  readonly names: readonly string[];
  readonly reader: string;
  /** The claimed dates of modification that were believed before this look and after it, epoch ms; null for none. */
  readonly oldModifiedAt: number | null;
  readonly newModifiedAt: number | null;
}

export interface FollowedByline {
  readonly shown: ShownByline;
  /** The names were changed while the text stayed. */
  readonly changed?: Omit<ChangedByline, "articleId" | "versionNumber">;
}

/** The names over a text that is new: those that come with a version are a part of its history. Pure. */
export const bylineOfNewText = ({ names, reader }: SeenByline, at: number): ShownByline => ({
  names,
  lastSeenAt: at,
  reader,
  pending: null,
});

/**
 * Follows the names through a look that saw the text of the latest version. As with a raised date, other names count once a look an
 * hour later still sees them, and no more after several in a row that did not stand. Pure.
 */
export function followByline(before: ShownByline | null, seen: SeenByline, at: number): FollowedByline {
  const taken = bylineOfNewText(seen, at);
  if (before === null || before.reader !== seen.reader) return { shown: taken };
  if (isSame(before.names, seen.names)) return { shown: { ...before, lastSeenAt: at, pending: null } };
  const { pending } = before;
  if (pending === null || !isSame(pending.names, seen.names)) {
    const moves = (pending?.moves ?? 0) + 1;
    const oldModifiedAt = pending?.oldModifiedAt ?? seen.oldModifiedAt;
    return { shown: { ...before, pending: { names: seen.names, firstSeenAt: at, oldModifiedAt, moves } } };
  }
  if (at < pending.firstSeenAt + STANDS_FOR_MS) return { shown: before };
  if (isRestless(pending)) return { shown: taken };
  return {
    shown: taken,
    changed: {
      oldNames: before.names,
      newNames: seen.names,
      ...datesOf(pending.oldModifiedAt, seen.newModifiedAt),
      lastSeenOldAt: before.lastSeenAt,
      seenAt: pending.firstSeenAt,
    },
  };
}

/** A look that saw the very page of the look before: the same names still stand. */
export function sameByline(
  before: ShownByline | null,
  newModifiedAt: number | null,
  at: number,
): FollowedByline | null {
  if (before === null) return null;
  const names = before.pending?.names ?? before.names;
  return followByline(before, { names, reader: before.reader, oldModifiedAt: newModifiedAt, newModifiedAt }, at);
}

/** True while a later look has to read the page itself, because "not modified" proves no names. */
export const isBylinePending = (shown: ShownByline | null): boolean =>
  shown !== null && shown.pending !== null && !isRestless(shown.pending);

const isRestless = (pending: PendingByline): boolean => pending.moves >= RESTLESS_MOVES;

/** In whatever order and spelling of spaces and quotes. */
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.map(canonical).sort().join("\n") === other.map(canonical).sort().join("\n");

function datesOf(oldModifiedAt: number | null, newModifiedAt: number | null) {
  const isRaised = oldModifiedAt !== null && newModifiedAt !== null && newModifiedAt - oldModifiedAt >= LEAST_RAISE_MS;
  return isRaised ? { oldModifiedAt, newModifiedAt } : { oldModifiedAt: null, newModifiedAt: null };
}
