import type { ArticleId } from "./id.ts";

/** The names over an article, as far as the looks at one text of it tell. */
export interface ShownByline {
  /** The names that are believed. */
  readonly names: readonly string[];
  /** Last look that saw them. */
  readonly lastSeenAt: number;
  /** Extractor and site template that read them: another one may read other names. */
  readonly reader: string;
  /** Other names that have yet to prove that they stand; null when there are none. */
  readonly pending: PendingByline | null;
}

export interface PendingByline {
  readonly names: readonly string[];
  /** First look that saw them. */
  readonly firstSeenAt: number;
  /** The claimed date of modification until then, epoch ms; null for none. */
  readonly oldModifiedAt: number | null;
  /** How many bylines in a row did not stand, this one included. */
  readonly moves: number;
}

/** The publisher changed the names over the same text: an event in the life of an article, no version. */
export interface ChangedByline {
  readonly articleId: ArticleId;
  /** Version whose text was there before and after. */
  readonly versionNumber: number;
  readonly oldNames: readonly string[];
  readonly newNames: readonly string[];
  /** The claimed dates of modification, epoch ms, where the date was raised with the names; else null. */
  readonly oldModifiedAt: number | null;
  readonly newModifiedAt: number | null;
  /** Last look that saw the old names, and first that saw the new ones: they were changed between them. */
  readonly lastSeenOldAt: number;
  readonly seenAt: number;
}
