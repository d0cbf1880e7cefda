import type { ChangeSummary } from "#model/change";
import type { ArticleId } from "#model/id";
import type { KeptCollation } from "#model/kept-collation";
import type { Memory } from "#model/memory";
import type { Reason } from "#model/reason";
import type { VersionText } from "#model/version";

/** What is kept of a site, by its registrable domain (see `hostKey`). */
export interface StoredSite {
  readonly key: string;
  /** What was learned, packed by the caller; null when nothing was, or all of it was forgotten. */
  readonly memory: Uint8Array | null;
  /** Rules that people gave, as JSON. */
  readonly rules: string;
  /** Rises whenever pages of the site may read otherwise than before; never falls. */
  readonly generation: number;
  /** Rises with every write: tells whether a copy in memory is the latest. */
  readonly revision: number;
}

/** A version with what it takes to read it again. */
export interface KeptVersion {
  readonly number: number;
  /** Who read the text that is shown now, and its fingerprint. */
  readonly extractor: string;
  readonly textHash: string;
  readonly language: string | null;
  /** Digest of the kept bytes and where they came from; null when none are kept. */
  readonly kept: { readonly digest: string; readonly url: string } | null;
}

/** What a version said when an earlier extractor or template had read it. */
export interface EarlierReading {
  readonly number: number;
  readonly extractor: string;
  readonly textHash: string;
  readonly text: VersionText;
  /** When it was replaced; epoch ms. */
  readonly readUntil: number;
}

export interface SiteReader {
  site(key: string): Promise<StoredSite | null>;
  /** Tells a copy in memory whether it is the latest; null for a site that is not stored. */
  siteRevision(key: string): Promise<number | null>;
  /** All, by key, without what was learned. */
  sites(): Promise<readonly Omit<StoredSite, "memory">[]>;
  /** How the article was last read, as its last look wrote it; null before. */
  articleTrace(id: ArticleId): Promise<string | null>;
  /** All, oldest first. */
  keptVersions(id: ArticleId): Promise<readonly KeptVersion[]>;
  /** Oldest first; empty for nearly every article. */
  earlierReadings(id: ArticleId): Promise<readonly EarlierReading[]>;
  /** Ids of articles that have versions, ascending, after `after`; hidden ones too. */
  articleIdsAfter(after: number, limit: number): Promise<readonly ArticleId[]>;
}

/** What a look taught about its site. */
export interface LookLearned {
  /** How the article was read this time; absent leaves what is known. */
  readonly trace?: string;
  /** The site's memory, when it is time to write it. */
  readonly site?: SiteUpdate;
}

export interface SiteUpdate {
  readonly key: string;
  readonly memory: Uint8Array;
  /** The revision that the memory continues, 0 for a new site; where another stands meanwhile nothing is written. */
  readonly revision: number;
  /** Pages may read otherwise from now on. */
  readonly raise: boolean;
}

/** A version's text as it is read now. */
export interface NewReading {
  readonly number: number;
  readonly text: VersionText;
  readonly textHash: string;
  readonly extractor: string;
  /** Its page is another text in the article's place: `text` is that of the version before, or of the first real one. Absent for all others. */
  readonly takenBack?: Reason;
}

export interface NewSummary {
  /** Number of the version that the change leads to. */
  readonly to: number;
  readonly summary: ChangeSummary;
  /** Of the same two texts; without it lists make it again. */
  readonly collation?: KeptCollation | null;
  /** Both versions read the same now: only the extractor had told them apart. */
  readonly readingOnly: boolean;
}

/** Texts of an article's versions as they are read now. */
export interface ReplacedReadings {
  /** How many versions the article had when they were read; where it has another number by now, nothing is written. */
  readonly versionCount: number;
  readonly readings: readonly NewReading[];
  readonly summaries: readonly NewSummary[];
  /** What deciding remembers, with the marks of the new texts; absent: it is made again from the versions. */
  readonly memory?: Memory;
  readonly now: number;
}

export interface SiteWriter {
  /** False, and nothing written, when the site was written meanwhile. */
  saveSite(update: SiteUpdate): Promise<boolean>;
  setSiteRules(key: string, rules: string): Promise<void>;
  /** What was learned goes, rules stay. False when there was nothing. */
  forgetSite(key: string): Promise<boolean>;
  /**
   * Replaces texts of versions by what is read in their bytes now. Numbers, instants, hashes and the chain stay as they
   * were published; the earlier text is kept (`earlierReadings`). False, and nothing written, when the article has another number of versions than `versionCount`.
   */
  replaceReadings(id: ArticleId, replaced: ReplacedReadings): Promise<boolean>;
}
