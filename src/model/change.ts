import type { ArticleId, ChangeId, SourceId } from "./id.ts";

/** What a change did, counted once when its version opened, so that lists never collate. */
export interface ChangeSummary {
  readonly headlineChanged: boolean;
  readonly standfirstChanged: boolean;
  readonly correctionAdded: boolean;
  readonly paragraphsEdited: number;
  readonly paragraphsAdded: number;
  readonly paragraphsRemoved: number;
  readonly paragraphsMoved: number;
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  /** Old and new wording of the most telling edit, at most 200 characters each; both empty when only moves happened. */
  readonly sample: { readonly old: string; readonly new: string };
}

/** Ordered pair of neighbouring versions of one article; its public id is `from..to`. */
export interface Change {
  readonly id: ChangeId;
  readonly articleId: ArticleId;
  readonly sourceId: SourceId;
  readonly from: number;
  readonly to: number;
  /** Look that opened `to`, epoch ms: its first sight, or for a restored text the look that proved it had come to stay. */
  readonly seenAt: number;
  /** Latest look before the first sight of `to` that met a text of the article; epoch ms. */
  readonly lastSeenOldAt: number;
  readonly summary: ChangeSummary;
}
