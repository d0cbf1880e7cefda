import type { ReadText } from "#language/read-text";
import type { Term } from "#language/term";
import type { ReadPlace, Spot } from "./read-place.ts";

/** Terms that an edit took away and brought. */
export interface Exchange<T extends Term = Term> {
  readonly spot: Spot;
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** The terms in edited stretches, edit by edit; those that only changed their place within the group are left out. */
export function exchanges<T extends Term>(reading: ReadPlace, find: (text: ReadText) => readonly T[]): Exchange<T>[] {
  const removed = touched(find(reading.old), reading.spots, "old");
  const added = touched(find(reading.new), reading.spots, "new");
  cancel(removed, added);
  return reading.spots
    .map((spot, k) => ({ spot, removed: removed[k]!, added: added[k]! }))
    .filter((exchange) => exchange.removed.length + exchange.added.length > 0);
}

/** For each edit the terms it touches; a term that two edits touch belongs to the first. */
export function touched<T extends Term>(terms: readonly T[], spots: readonly Spot[], side: "old" | "new"): T[][] {
  let next = 0;
  return spots.map(({ edit }) => {
    const start = side === "old" ? edit.oldStart : edit.newStart;
    const end = side === "old" ? edit.oldEnd : edit.newEnd;
    while (next < terms.length && terms[next]!.end <= start) next += 1;
    const own: T[] = [];
    while (next < terms.length && terms[next]!.start < end) own.push(terms[next++]!);
    return own;
  });
}

function cancel<T extends Term>(removed: T[][], added: T[][]): void {
  const left = new Map<string, number>();
  const add = (key: string, by: number) => left.set(key, (left.get(key) ?? 0) + by);
  for (const term of added.flat()) add(term.key, 1);
  const gone = new Map<string, number>();
  for (const [k, terms] of removed.entries())
    removed[k] = terms.filter(({ key }) => {
      if ((left.get(key) ?? 0) === 0) return true;
      add(key, -1);
      gone.set(key, (gone.get(key) ?? 0) + 1);
      return false;
    });
  for (const [k, terms] of added.entries())
    added[k] = terms.filter(({ key }) => {
      const count = gone.get(key) ?? 0;
      if (count > 0) gone.set(key, count - 1);
      return count === 0;
    });
}
