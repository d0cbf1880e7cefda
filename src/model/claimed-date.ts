import type { ArticleId } from "./id.ts";

/** The publisher's claim of when it last modified an article, as far as the looks at one text of it tell. */
export interface ClaimedDate {
  /** The latest claim that is believed, epoch ms. */
  readonly modifiedAt: number;
  /** Last look that met this claim. */
  readonly lastSeenAt: number;
  /** First look that met the present text. */
  readonly textSeenAt: number;
  /** Digest of what stands beside the text and makes no version: captions and byline. */
  readonly beside: string;
  /** Name and version of the extractor that read the claim: another one may read another date. */
  readonly extractor: string;
  /** A later claim that has yet to prove that it stands; null when there is none. */
  readonly pending: PendingClaim | null;
}

export interface PendingClaim {
  readonly modifiedAt: number;
  /** First look that met it. */
  readonly firstSeenAt: number;
  /** A look from then on that still meets it proves it. */
  readonly provenAt: number;
  /** How many claims in a row did not stand, this one included. */
  readonly moves: number;
}

/**
 * The publisher raised its date of modification over the same text: an event in the life of an article, no version. Either
 * no one touched the text, or an edit was taken back before the next look: what is known is that both looks saw one text.
 */
export interface RaisedDate {
  readonly articleId: ArticleId;
  /** Version whose text was there before and after. */
  readonly versionNumber: number;
  /** As claimed, epoch ms. */
  readonly oldModifiedAt: number;
  readonly newModifiedAt: number;
  /** Last look that met the old claim, and first that met the new one: the date was raised between them. */
  readonly lastSeenOldAt: number;
  readonly seenAt: number;
}
