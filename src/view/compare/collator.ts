import type { Collation, Group } from "#collate/collation";
import { type GrainedCollation, grainedTexts } from "#collate/grains";
import type { Clock } from "#lib/clock";
import { Lru } from "#lib/lru";
import type { Block } from "#model/document";
import { ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { VersionKey } from "#model/join";
import type { Variant } from "#model/variant";
import type { VersionText } from "#model/version";
import type { PublicReader } from "#store/public-reader";
import { type Collated, collatePair, type PairJob } from "./collated.ts";
import { createMakings } from "./makings.ts";
import { type ComparePool, lengthOf } from "./pool.ts";
import { type Row, rowsOf } from "./rows.ts";

export type PartName = "headline" | "standfirst" | "corrections" | "body";

export interface ComparedPart {
  readonly name: PartName;
  readonly rows: readonly Row[];
}

/** Counts, labels and rank are of this pair, whichever two versions it joins. */
export interface Comparison extends Collated {
  /** The collation as rows of a page; a part that neither version has is left out. */
  readonly parts: readonly ComparedPart[];
  /** The collation with what differs within each edit; made when it is asked for. */
  readonly grained: GrainedCollation;
  /** Fingerprints of both texts as they were read: it is the same comparison while these stay. */
  readonly readings: readonly string[];
}

/** Compares stored versions, and remembers the latest comparisons for as long as both are read as they were then. */
export interface Collator {
  /**
   * Null when one of the versions does not exist or may not be shown; fails as a `ComparePool` does, and may succeed later.
   * @param signal ends when the one who asks has gone
   */
  compare(old: VersionKey, next: VersionKey, signal?: AbortSignal): Promise<Result<Comparison> | null>;
  /** A text that is not a version, compared with the version beside which it was seen. */
  compareVariant(variant: Variant, signal?: AbortSignal): Promise<Result<Comparison> | null>;
}

/** Characters of both texts of all comparisons remembered: some 200 usual ones, 12 MB. */
const REMEMBERED_LENGTH = 3_000_000;
/** A longer pair is compared again each time (0.2 s for 1.5 million characters): it would push out dozens of usual ones. */
const MAX_REMEMBERED_LENGTH = 60_000;
/** Pairs are short but for a few: as many as a pool has threads and may queue. */
const ROOM = { atOnce: 8, waiting: 200 };

/** What is compared, and whether it may still be shown. */
type ComparedReader = Pick<PublicReader, "version" | "readingHashes" | "isShown">;

export function createCollator(reader: ComparedReader, comparePool: ComparePool, clock: Clock): Collator {
  const known = new Lru<string, Comparison>(REMEMBERED_LENGTH);
  const makings = createMakings<Comparison | null>(clock, ROOM);
  const make = async (
    key: string,
    readings: readonly string[],
    signal: AbortSignal | undefined,
    read: () => Promise<PairJob | null>,
  ): Promise<Result<Comparison | null>> => {
    const remembered = known.get(key);
    if (remembered) return ok(remembered);
    return makings.make(key, signal, async (stop) => {
      const job = await read();
      if (!job) return ok(null);
      const collated = await comparePool.pair(job, stop);
      if (!collated.ok) return collated;
      const comparison = comparisonOf(job, collated.value, readings);
      const length = lengthOf(job.old) + lengthOf(job.now);
      if (length <= MAX_REMEMBERED_LENGTH) known.set(key, comparison, key.length + length);
      return ok(comparison);
    });
  };
  // What took long to make may have been hidden since: the gate has the last word.
  const shown = async (id: ArticleId, made: Result<Comparison | null>): Promise<Result<Comparison> | null> => {
    if (!made.ok) return made;
    return made.value && (await reader.isShown(id)) ? ok(made.value) : null;
  };
  return {
    compare: async (from, to, signal) => {
      const hashes = await reader.readingHashes([from, to]);
      if (!hashes) return null;
      const made = await make(`${from.articleId} ${to.articleId} ${hashes.join(" ")}`, hashes, signal, async () => {
        const [old, now] = await Promise.all([from, to].map((key) => reader.version(key.articleId, key.number)));
        return old && now ? { old: old.text, now: now.text, language: now.language } : null;
      });
      const compared = await shown(to.articleId, made);
      return from.articleId === to.articleId || (await reader.isShown(from.articleId)) ? compared : null;
    },
    compareVariant: async ({ articleId, versionNumber, hash, text }, signal) => {
      const hashes = await reader.readingHashes([{ articleId, number: versionNumber }]);
      if (!hashes) return null;
      const made = await make(`${articleId} ${hashes[0]} ${hash}`, [...hashes, hash], signal, async () => {
        const old = await reader.version(articleId, versionNumber);
        return old && { old: old.text, now: text, language: old.language };
      });
      return shown(articleId, made);
    },
  };
}

/** `language` is the BCP 47 tag whose rules the labels follow; without one the text tells. */
export function compareTexts(old: VersionText, now: VersionText, language: string | null = null): Comparison {
  const job = { old, now, language };
  return comparisonOf(job, collatePair(job), []);
}

/** Not spread, which would make the summary. */
const comparisonOf = ({ old, now }: PairJob, collated: Collated, readings: readonly string[]): Comparison => ({
  collation: collated.collation,
  moved: collated.moved,
  get grained() {
    return grainedTexts(collated.collation, old, now);
  },
  get summary() {
    return collated.summary;
  },
  parts: partsOf(old, now, collated),
  readings,
});

function partsOf(old: VersionText, now: VersionText, { collation, moved }: Collated): readonly ComparedPart[] {
  const part = (name: PartName, { groups }: Collation): ComparedPart => ({
    name,
    rows: rowsOf(groups, blocksOf(old, name), blocksOf(now, name), name === "body" ? moved : []),
  });
  const parts = [
    part("headline", { groups: single(collation.headline) }),
    part("standfirst", { groups: single(collation.standfirst) }),
    part("corrections", collation.corrections),
    part("body", collation.body),
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

export const single = (group: Group | null): readonly Group[] => (group ? [group] : []);

/** A part of a text as blocks, so that all parts are shown by the same rows. */
export function blocksOf(text: VersionText, name: PartName): readonly Block[] {
  if (name === "body") return text.blocks;
  const texts = name === "corrections" ? text.corrections : [text[name]];
  return texts.filter((each) => each !== null).map((each) => ({ kind: "paragraph", text: each }));
}
