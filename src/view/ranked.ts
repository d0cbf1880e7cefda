import { DAY_MS, MINUTE_MS } from "#lib/clock";
import type { ChangeListItem, PublicReader } from "#store/public-reader";

/**
 * Changes that are weighed against each other, the newest of their days: a page's worth of reading from some hundred
 * sources. In a busier time the oldest hours of the window are left out, and the page says from when on it counts.
 */
const MAX_WEIGHED = 1000;
/** The most that one question to the store gives. */
const PER_QUESTION = 200;

export interface Weighed {
  /** What matters most first; of equals the newer. */
  readonly items: readonly ChangeListItem[];
  /** Of the window's beginning; later than was asked where more changed than can be weighed. */
  readonly since: number;
}

/** The changes of the last `days` days, by rank; of more than `most` the newest. Its beginning moves by the minute. */
export async function changesByRank(
  reader: Pick<PublicReader, "changes">,
  now: number,
  days: number,
  sourceId?: ChangeListItem["source"]["id"],
  most = MAX_WEIGHED,
): Promise<Weighed> {
  const since = Math.floor(now / MINUTE_MS) * MINUTE_MS - days * DAY_MS;
  const found: ChangeListItem[] = [];
  let before: number | undefined;
  while (found.length < most) {
    const { items, next } = await reader.changes({
      sourceId,
      before,
      limit: Math.min(PER_QUESTION, most - found.length),
    });
    const within = items.filter(({ change }) => change.seenAt >= since);
    found.push(...within);
    if (next === null || within.length < items.length) return { items: ordered(found), since };
    before = next;
  }
  return { items: ordered(found), since: found.at(-1)!.change.seenAt };
}

const ordered = (items: readonly ChangeListItem[]): readonly ChangeListItem[] =>
  items.toSorted((a, b) => b.change.summary.rank - a.change.summary.rank || b.change.id - a.change.id);
