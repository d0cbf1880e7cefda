import { HOUR_MS } from "#lib/clock";
import type { Decision } from "#model/capture";

/** How many earlier versions are searched for a text that comes back: algorithms in use keep rings of this order. */
export const RING_SIZE = 8;

/** A text that came back counts as restored after this many looks in a row met it ... */
export const RESTORED_AFTER_LOOKS = 3;
/** ... over at least this long: headline tests run for about half an hour, so six hours of peace is no test. */
export const RESTORED_AFTER_MS = 6 * HOUR_MS;

export interface KnownText {
  readonly number: number;
  readonly textHash: string;
}

/** An earlier look that met a text, newest first in lists. */
export interface SeenText {
  readonly versionNumber: number | null;
  readonly capturedAt: number;
}

export interface Judgement {
  readonly decision: Extract<Decision, "first" | "new" | "same" | "alternating" | "restored">;
  /** In words, for the article's page. */
  readonly reason: string;
  /** Known version whose text was met; null when the text is new. */
  readonly saw: number | null;
  /** When the text was first met, when that was before this capture. */
  readonly firstSeenAt?: number;
}

/**
 * Is the text of this capture a new version? Pure.
 * @param textHash fingerprint of the captured text
 * @param known the article's versions, latest first, at least `RING_SIZE` of them if there are as many
 * @param looks the article's looks before this one, newest first, that met any text
 * @param now instant of this capture
 */
export function judge(
  textHash: string,
  known: readonly KnownText[],
  looks: readonly SeenText[],
  now: number,
): Judgement {
  const latest = known[0];
  if (!latest) return { decision: "first", reason: "first text seen", saw: null };
  if (latest.textHash === textHash) {
    return { decision: "same", reason: "same text as the latest version", saw: latest.number };
  }
  const earlier = known.slice(1, RING_SIZE).find((version) => version.textHash === textHash);
  if (!earlier) return { decision: "new", reason: "the text differs from the latest version", saw: null };
  return cameBack(earlier.number, looks, now);
}

/** An earlier text stands there again: an alternating page until it has stayed long enough to be a restoration. */
function cameBack(number: number, looks: readonly SeenText[], now: number): Judgement {
  const run = looks.findIndex((look) => look.versionNumber !== number);
  const streak = run === -1 ? looks : looks.slice(0, run);
  const since = streak.at(-1)?.capturedAt ?? now;
  if (streak.length + 1 >= RESTORED_AFTER_LOOKS && now - since >= RESTORED_AFTER_MS) {
    return {
      decision: "restored",
      reason: `the text of version ${number} came back and stayed for ${streak.length + 1} looks`,
      saw: null,
      firstSeenAt: since,
    };
  }
  return { decision: "alternating", reason: `flipped back to the text of version ${number}`, saw: number };
}
