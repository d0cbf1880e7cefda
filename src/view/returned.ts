import type { Capture } from "#model/capture";
import type { Memory } from "#model/memory";
import type { VersionHead } from "#model/version";

/** The text of an earlier version is on the page again and has yet to prove that it stays. */
export interface Returned {
  readonly version: number;
  /** The latest version, in whose place it is. */
  readonly insteadOf: number;
  readonly sinceAt: number;
  /** From then on a look that still sees it makes it a version. */
  readonly countsAt: number;
  readonly looks: number;
}

/** Null while the page shows the latest version or a text that was none, and where texts are known to alternate. */
export function returnedOf(memory: Memory | null): Returned | null {
  const away = memory?.away;
  if (!memory || away?.rule !== "return") return null;
  const known = memory.ring.find(({ whole }) => whole === away.text.whole);
  if (!known || known.version === null || known.runs > 0) return null;
  const { textSince: sinceAt, decidesAt: countsAt, textLooks: looks } = away;
  return { version: known.version, insteadOf: memory.latest.number, sinceAt, countsAt, looks };
}

/** An article that was gone, and is there again. */
export interface Back {
  /** First and last look that saw it gone, and how many did. */
  readonly goneSince: number;
  readonly goneUntil: number;
  readonly looks: number;
  /** First look that saw its text again. */
  readonly backAt: number;
  /** Version that was there before it went. */
  readonly before: number;
  /** Whether the text that came back is another one; null while that has to prove itself. */
  readonly edited: boolean | null;
  /** The version that it came back with, or since then became; null while it has none. */
  readonly version: number | null;
}

/** One look that found nothing may be a fault of the moment. */
const LEAST_LOOKS = 2;

/** @param looks newest first */
export function backOf(looks: readonly Capture[], versions: readonly VersionHead[]): Back | null {
  const lastGone = looks.findIndex(({ outcome }) => outcome === "gone");
  const seenAgain = looks.slice(0, Math.max(lastGone, 0)).findLast(({ decision }) => decision !== "none");
  if (!seenAgain) return null;
  const earlier = looks.slice(lastGone);
  const read = earlier.findIndex(({ decision }) => decision !== "none");
  const gone = (read < 0 ? earlier : earlier.slice(0, read)).filter(({ outcome }) => outcome === "gone");
  const goneSince = gone.at(-1)!.capturedAt;
  const before = versions.findLast(({ firstSeenAt }) => firstSeenAt < goneSince);
  if (gone.length < LEAST_LOOKS || !before) return null;
  const facts = { goneSince, goneUntil: gone[0]!.capturedAt, looks: gone.length, backAt: seenAgain.capturedAt };
  if (seenAgain.decision === "same") return { ...facts, before: before.number, edited: false, version: before.number };
  const after = versions.find(({ firstSeenAt }) => firstSeenAt >= seenAgain.capturedAt);
  const settled = looks
    .slice(0, looks.indexOf(seenAgain))
    .findLast(({ decision }) => decision !== "none" && decision !== "held");
  if (settled?.decision === "same") return { ...facts, before: before.number, edited: false, version: before.number };
  return { ...facts, before: before.number, edited: after ? true : null, version: after?.number ?? null };
}
