import type { Collation, Group } from "#collate/collation";
import { Lru } from "#lib/lru";
import type { Block } from "#model/document";
import { ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Variant } from "#model/variant";
import type { VersionText } from "#model/version";
import type { PublicReader } from "#store/public-reader";
import { type Collated, collatePair, type PairJob } from "./collated.ts";
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
}

/** Compares stored versions, and remembers the latest comparisons: versions never change, so they stay right. */
export interface Collator {
  /** Null when one of the versions does not exist or may not be shown; fails as a comparePool does, and may succeed later. */
  compare(id: ArticleId, from: number, to: number): Promise<Result<Comparison> | null>;
  /** A text that is no version, compared with the version beside which it stood. */
  compareVariant(variant: Variant): Promise<Result<Comparison> | null>;
}

/** Comparisons remembered: the feeds of a busy hour and what readers open from them. */
const REMEMBERED = 300;
/** A longer pair is compared anew each time (0.2 s for 1.5 million characters): 300 of this size take 66 MB, 300 usual ones 15. */
const MAX_REMEMBERED_LENGTH = 60_000;

/** What is compared, and whether it may still be shown. */
type ComparedReader = Pick<PublicReader, "version" | "isShown">;

export function createCollator(reader: ComparedReader, comparePool: ComparePool): Collator {
  const known = new Lru<string, Comparison>(REMEMBERED);
  const underWay = new Map<string, Promise<Result<Comparison> | null>>();
  const make = async (key: string, job: PairJob | null): Promise<Result<Comparison> | null> => {
    if (!job) return null;
    const collated = await comparePool.pair(job);
    if (!collated.ok) return collated;
    const comparison = { ...collated.value, parts: partsOf(job.old, job.now, collated.value) };
    if (lengthOf(job.old) + lengthOf(job.now) <= MAX_REMEMBERED_LENGTH) known.set(key, comparison);
    return ok(comparison);
  };
  // Many ask for one pair at a time when it is in the news: they wait for the same answer.
  const once = async (key: string, read: () => Promise<PairJob | null>) => {
    const remembered = known.get(key);
    if (remembered) return ok(remembered);
    const made =
      underWay.get(key) ??
      read()
        .then((job) => make(key, job))
        .finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  };
  // What is remembered, or took long to make, may have been hidden since: the gate has the last word.
  const shown = async (id: ArticleId, key: string, read: () => Promise<PairJob | null>) => {
    const made = await once(key, read);
    return made && (await reader.isShown(id)) ? made : null;
  };
  return {
    compare: (id, from, to) =>
      shown(id, `${id} ${from} ${to}`, async () => {
        const [old, now] = await Promise.all([reader.version(id, from), reader.version(id, to)]);
        return old && now && { old: old.text, now: now.text, language: now.language };
      }),
    compareVariant: ({ articleId, versionNumber, hash, text }) =>
      shown(articleId, `${articleId} ${versionNumber} ${hash}`, async () => {
        const old = await reader.version(articleId, versionNumber);
        return old && { old: old.text, now: text, language: old.language };
      }),
  };
}

/** `language` is the BCP 47 tag whose rules the labels follow; without one the text tells. */
export function compareTexts(old: VersionText, now: VersionText, language: string | null = null): Comparison {
  const collated = collatePair({ old, now, language });
  return { ...collated, parts: partsOf(old, now, collated) };
}

function partsOf(old: VersionText, now: VersionText, { collation }: Collated): readonly ComparedPart[] {
  const part = (name: PartName, { groups }: Collation): ComparedPart => ({
    name,
    rows: rowsOf(groups, blocksOf(old, name), blocksOf(now, name)),
  });
  const parts = [
    part("headline", { groups: single(collation.headline) }),
    part("standfirst", { groups: single(collation.standfirst) }),
    part("corrections", collation.corrections),
    part("body", collation.body),
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

const single = (group: Group | null): readonly Group[] => (group ? [group] : []);

/** A part of a text as blocks, so that all parts are shown by the same rows. */
function blocksOf(text: VersionText, name: PartName): readonly Block[] {
  if (name === "body") return text.blocks;
  const texts = name === "corrections" ? text.corrections : [text[name]];
  return texts.filter((each) => each !== null).map((each) => ({ kind: "paragraph", text: each }));
}
