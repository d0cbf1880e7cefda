import type { ArticleId } from "#model/id";
import type { ClueKind, VersionKey } from "#model/join";
import type { VersionHead } from "#model/version";

/** A version as far as its place among those of joined articles depends on it. */
export interface StrandVersion extends VersionKey {
  /** The row's number: of two versions first seen at one instant the one stored first comes first. */
  readonly id: number;
  readonly firstSeenAt: number;
  /** Fingerprint of the text as it is read now. */
  readonly hash: string;
}

/** An article that was joined with others: one strand of their history. */
export interface Strand {
  readonly articleId: ArticleId;
  /** When it was joined. */
  readonly joinedAt: number;
}

const bySight = (a: StrandVersion, b: StrandVersion): number => a.firstSeenAt - b.firstSeenAt || a.id - b.id;

/**
 * The versions whose text another strand had before: they are not counted again. A text that comes back after the join is a new
 * version, as it is in an article of one strand.
 * @returns row numbers
 */
export function repeatsIn(strands: readonly Strand[], versions: readonly StrandVersion[]): ReadonlySet<number> {
  const joinedAt = new Map(strands.map((strand) => [strand.articleId, strand.joinedAt]));
  const repeats = new Set<number>();
  for (const same of Map.groupBy(versions, ({ hash }) => hash).values()) {
    const ordered = same.toSorted(bySight);
    for (const [at, version] of ordered.entries()) {
      const isEarlier = (other: StrandVersion): boolean =>
        other.articleId !== version.articleId &&
        version.firstSeenAt <= Math.max(joinedAt.get(version.articleId)!, joinedAt.get(other.articleId)!);
      if (ordered.slice(0, at).some(isEarlier)) repeats.add(version.id);
    }
  }
  return repeats;
}

/** All versions of the strands as one history: each text once, in the order of first sight. */
export function historyOf<T extends StrandVersion>(versions: readonly T[], repeats: ReadonlySet<number>): readonly T[] {
  return versions.filter(({ id }) => !repeats.has(id)).toSorted(bySight);
}

/** A version as it is stored, with what was made of it when its article was joined. */
export interface StoredStrandVersion extends StrandVersion {
  readonly repeats: boolean;
}

/** The places of all versions of the strands, by row number; a repeated one has the place of the version that had its text before. */
export function placesIn(versions: readonly StoredStrandVersion[]): ReadonlyMap<number, number> {
  const repeated = versions.filter(({ repeats }) => repeats);
  const counted = historyOf(versions, new Set(repeated.map(({ id }) => id)));
  const places = new Map(counted.map(({ id }, at) => [id, at + 1]));
  for (const { id, number, hash, firstSeenAt } of repeated) {
    const before = counted.findLast((each) => each.hash === hash && each.firstSeenAt <= firstSeenAt);
    places.set(id, before ? places.get(before.id)! : number);
  }
  return places;
}

/** A step of the history that leads from one strand to the first version of another. */
export interface Crossing {
  readonly from: VersionKey;
  readonly to: VersionKey;
}

/** Where a strand begins in the history; a first version that no other came before has no step to it. */
export function crossingsOf(history: readonly VersionKey[]): readonly Crossing[] {
  return history.flatMap((to, at) => {
    const from = history[at - 1];
    return to.number === 1 && from ? [{ from, to }] : [];
  });
}

/** The versions of an article and of all that were joined to it. */
export interface History {
  /** Each text once, in the order of first sight. */
  readonly versions: readonly VersionHead[];
  /** Those whose text another of the articles had before: they have its place. */
  readonly repeated: readonly VersionHead[];
}

/** An article that may be the same as another one. */
export interface Clue {
  readonly other: ArticleId;
  readonly kind: ClueKind;
}
