import type { Habits } from "#model/habits";
import type { ArticleId, HostId, SourceId } from "#model/id";
import type { Signal, Trust, TrustedThing } from "#model/signal";

/** How the articles of a section are edited; `section` is "" for a whole source. */
export interface SectionHabits {
  readonly section: string;
  readonly habits: Habits;
}

/** What the times of looks at a source's articles are computed from. */
export interface SourceOutlook {
  /** Of all sources; null before the first fit. */
  readonly overall: Habits | null;
  readonly sections: readonly SectionHabits[];
  /** What signals of the source proved; absent things were never met. */
  readonly trust: ReadonlyMap<TrustedThing, Trust>;
}

/** A known article as a list of a source sees it. */
export interface ListedArticle {
  readonly id: ArticleId;
  /** Its place in the list that was asked about. */
  readonly index: number;
  readonly isWatched: boolean;
  readonly failures: number;
  readonly firstSeenAt: number;
  readonly publishedAt: number | null;
  readonly edits: number;
  readonly lastLookedAt: number | null;
  readonly nextLookAt: number | null;
  readonly signal: Signal | null;
  /** What a list called it last, by the feed that did: see `ArticleSignal.announced`. */
  readonly announced: string | null;
}

/** What a poll learned of a known article. */
export interface ArticleSignal {
  readonly articleId: ArticleId;
  /** Absent when there was none that was not known yet. */
  readonly signal?: Signal;
  /** Next look, when that is to be brought forward. */
  readonly lookAt?: number;
  /** Left as it is when absent. */
  readonly announced?: string;
}

/** An article with all its changes, as far as it was watched. */
export interface WatchedCourse {
  readonly url: string;
  readonly firstSeenAt: number;
  readonly publishedAt: number | null;
  readonly lastLookedAt: number;
  /** Last look at the old text, first at the new one; oldest first. */
  readonly changes: readonly (readonly [number, number])[];
}

/** One more thing that a look proved. */
export interface Proved {
  readonly thing: TrustedThing;
  readonly hit: boolean;
}

export interface ScheduleReader {
  outlook(sourceId: SourceId): Promise<SourceOutlook>;
  /** How many times dearer requests to the host are; 1 usually. */
  crowding(hostId: HostId): Promise<number>;
  /** Those of the addresses (any spelling) that lead to articles of the source, at most 1,000 are asked about. */
  listed(sourceId: SourceId, urls: readonly string[]): Promise<readonly ListedArticle[]>;
  /** The newest articles with a version that were found since, at most `limit`. */
  watchedCourses(sourceId: SourceId, since: number, limit: number): Promise<readonly WatchedCourse[]>;
}

export interface ScheduleWriter {
  /** An article that is watched, or was left alone, is due at `lookAt` if that is earlier than it was. */
  recordSignals(signals: readonly ArticleSignal[]): Promise<void>;
  /** Replaces all fits of a source; null stands for all sources. */
  saveHabits(
    sourceId: SourceId | null,
    fits: readonly (SectionHabits & { readonly articles: number })[],
    now: number,
  ): Promise<void>;
  /** A host that had too much to do in an hour becomes dearer by a quarter, else a tenth cheaper, down to 1; once an hour at most. */
  adjustCrowding(hostId: HostId, isCrowded: boolean, now: number): Promise<void>;
}
