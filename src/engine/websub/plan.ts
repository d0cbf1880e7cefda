import type { HubNames } from "#discover/hub";
import type { FeedHub, HubChange } from "#store/hubs/subscriptions";

/** Requests without an effect after which the next of several hubs is tried as well. */
const VAIN_LIMIT = 3;

export interface Secrets {
  readonly key: string;
  readonly secret: string;
}

export interface Circumstances {
  /** Public address of this installation; null when hubs cannot reach it. */
  readonly base: string | null;
  readonly now: number;
  readonly newSecrets: () => Secrets;
}

/**
 * What has to change at the hubs of a feed after a poll: hubs that it does not name any more are left, one that it names is
 * wanted, and the next one when that proves dead or says no. Without a public address nothing is asked, but remembered.
 * @param named null if the poll saw nothing new, so the named hubs are unknown
 */
export function hubChanges(
  known: readonly FeedHub[],
  named: HubNames | null,
  { base, now, newSecrets }: Circumstances,
): readonly HubChange[] {
  const isNamed = (row: FeedHub) => !named || (named.hubs.includes(row.hubUrl) && named.topic === row.topicUrl);
  const dueAt = base === null ? null : now;
  const changes = known.filter(isWanted).flatMap((row): HubChange[] => {
    if (!isNamed(row)) return [leave(row, now)];
    if (row.base === base) return [];
    return base === null && row.state !== "wanted" ? [leave(row, now)] : [{ kind: "again", id: row.id, base, dueAt }];
  });
  const isKept = (row: FeedHub) => isWanted(row) && isNamed(row) && isPromising(row);
  if (!named || known.some(isKept)) return changes;
  const rowOf = (hubUrl: string) => known.find((row) => row.hubUrl === hubUrl && row.topicUrl === named.topic);
  const next = named.hubs.find((hubUrl) => {
    const row = rowOf(hubUrl);
    return !row || (row.state === "left" && base !== null);
  });
  if (next === undefined) return changes;
  const left = rowOf(next);
  if (left) return [...changes, { kind: "again", id: left.id, base, dueAt }];
  return [...changes, { kind: "want", hubUrl: next, topicUrl: named.topic, base, dueAt, ...newSecrets() }];
}

const isWanted = ({ state }: FeedHub): boolean => state !== "leaving" && state !== "left";

const isPromising = ({ state, failedTries }: FeedHub): boolean => state !== "refused" && failedTries < VAIN_LIMIT;

/** A hub that was never asked, or said no, need not be told. */
const leave = ({ id, state, base }: FeedHub, now: number): HubChange => ({
  kind: "leave",
  id,
  dueAt: base === null || state === "wanted" || state === "refused" ? null : now,
});
