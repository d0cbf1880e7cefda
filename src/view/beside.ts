import type { Capture } from "#model/capture";
import type { Memory } from "#model/memory";
import type { Variant } from "#model/variant";
import type { Version, VersionHead } from "#model/version";

/** What stands, or stood, on an article's page beside its versions. */
export interface Beside {
  /** Is there now and is not confirmed yet. */
  readonly held: Variant | null;
  /** Null while the page shows but one text at a time. */
  readonly alternation: Alternation | null;
  /** Were gone when somebody looked again; last seen first. */
  readonly passing: readonly Variant[];
}

/** Texts that the page shows in turn. */
export interface Alternation {
  readonly headlinesOnly: boolean;
  /** The latest version is one of them. */
  readonly present: boolean;
  /** Versions first, in their order. */
  readonly texts: readonly TextInTurn[];
}

export interface TextInTurn {
  readonly headline: string | null;
  readonly version: number | null;
  /** The place of that version. */
  readonly place: number | null;
  readonly variant: Variant | null;
  /** Looks that met it while another text was the latest version, and stretches of them; null where none was counted. */
  readonly met: { readonly looks: number; readonly runs: number } | null;
  readonly lastSeenAt: number;
}

/** `base` is the version beside which the alternating variants stood, when there are any. */
export function besideOf(
  versions: readonly VersionHead[],
  variants: readonly Variant[],
  memory: Memory | null,
  base: Version | null,
): Beside {
  return {
    held: variants.find(({ state }) => state === "held") ?? null,
    alternation: alternationOf(versions, variants.filter(isAlternating), memory, base),
    passing: variants.filter(({ state }) => state === "passing"),
  };
}

export const isAlternating = ({ state }: Variant): boolean => state === "alternating";

function alternationOf(
  versions: readonly VersionHead[],
  variants: readonly Variant[],
  memory: Memory | null,
  base: Version | null,
): Alternation | null {
  const beside = new Set(variants.map(({ versionNumber }) => versionNumber));
  const shown = versions.filter(({ alternating, number }) => alternating || beside.has(number));
  if (shown.length + variants.length < 2) return null;
  return {
    headlinesOnly: shown.length === 1 && base !== null && variants.every((each) => onlyHeadlineDiffers(each, base)),
    present: shown.some((version) => version === versions.at(-1)),
    texts: [
      ...shown.map(({ headline, number, place, lastSeenAt }) => {
        const returned = memory?.ring.find((known) => known.version === number && known.runs > 0);
        const seenAt = Math.max(lastSeenAt, returned?.lastSeenAt ?? 0);
        return { headline, version: number, place, variant: null, met: returned ?? null, lastSeenAt: seenAt };
      }),
      ...variants.map((variant) => ({
        headline: variant.text.headline,
        version: null,
        place: null,
        variant,
        met: variant,
        lastSeenAt: variant.lastSeenAt,
      })),
    ],
  };
}

/** By what makes a version: captions come and go. */
function onlyHeadlineDiffers({ text, versionNumber }: Variant, base: Version): boolean {
  if (versionNumber !== base.number || text.headline === base.headline) return false;
  const rest = ({ standfirst, corrections, blocks }: Variant["text"]) =>
    JSON.stringify([standfirst, corrections, blocks.filter(({ kind }) => kind !== "caption").map((each) => each.text)]);
  return rest(text) === rest(base.text);
}

/** Looks up to now that met no text of the article; null while its text can be read. */
export interface Unread {
  /** The first of them that is known, and the one that is latest. */
  readonly since: number;
  readonly latest: Capture;
  readonly looks: number;
}

/** `looks` newest first. */
export function unreadOf(looks: readonly Capture[]): Unread | null {
  const readable = looks.findIndex(({ decision }) => decision !== "none");
  const streak = readable < 0 ? looks : looks.slice(0, readable);
  const [latest] = streak;
  return latest ? { since: streak.at(-1)!.capturedAt, latest, looks: streak.length } : null;
}
