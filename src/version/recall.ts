import type { Memory } from "#model/memory";
import type { VersionText } from "#model/version";
import { FORMULA, markOf } from "./fingerprint.ts";
import { RING_SIZE } from "./ring.ts";

/** A stored version, as far as deciding needs it. */
export interface PastVersion {
  readonly number: number;
  readonly text: VersionText;
  readonly lastSeenAt: number;
}

/** How many of the latest versions a memory is made from. */
export const RECALLED = RING_SIZE + 1;

/** True when a stored memory belongs to the article as it stands, and its marks can be compared with those made today. */
export const isCurrent = (memory: Memory | null, versionCount: number): memory is Memory =>
  memory !== null && memory.formula === FORMULA && memory.latest.number === versionCount;

/**
 * The memory of an article from its stored versions alone, if an older program made the last decision about it. A text that
 * was held then is held from the start again.
 * @param versions the latest `RECALLED` ones, latest first
 */
export function recall(versions: readonly PastVersion[]): Memory | null {
  const [latest, ...earlier] = versions;
  if (!latest) return null;
  const text = markOf(latest.text);
  const ring = earlier
    .map((version) => ({
      whole: markOf(version.text).whole,
      version: version.number,
      rule: null,
      firstSeenAt: version.lastSeenAt,
      lastSeenAt: version.lastSeenAt,
      looks: 0,
      runs: 0,
    }))
    .filter(
      (known, at, all) => known.whole !== text.whole && all.findIndex((other) => other.whole === known.whole) === at,
    );
  return { formula: FORMULA, latest: { number: latest.number, text }, ring: ring.slice(0, RING_SIZE), away: null };
}
