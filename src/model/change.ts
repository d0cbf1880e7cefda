import type { ArticleId, ChangeId, SourceId } from "./id.ts";

/** All kinds of labels. */
export const LABEL_KINDS = [
  "headline",
  "standfirst",
  "correction-note",
  "number",
  "date",
  "quote",
  "attribution",
  "name",
  "hedge-added",
  "hedge-removed",
  "negation",
  "loaded-word",
  "paragraph-added",
  "paragraph-removed",
  "paragraph-moved",
  "sentence-added",
  "sentence-removed",
  "sentence-moved",
  "detail-added",
  "detail-removed",
  "topic",
  "byline",
  "cosmetic",
] as const;
/** What kind of thing an edit touched. One change has several. */
export type LabelKind = (typeof LABEL_KINDS)[number];

/** Where a label was given: a pair of paragraphs, or one that stands alone. */
export interface LabelPlace {
  readonly field: "headline" | "standfirst" | "correction" | "body";
  /** Index of the paragraph on each side, 0-based within the field; null where there is none. */
  readonly old: number | null;
  readonly new: number | null;
  /**
   * Where the edit begins in the paragraph of that side, UTF-16; left out for labels of whole paragraphs and fields. On the
   * side where an edit took or brought nothing it is where the words would stand.
   */
  readonly oldOffset?: number;
  readonly newOffset?: number;
}

/** One thing that a change did, with the reason for saying so and where it is. */
export interface Label {
  readonly kind: LabelKind;
  /** Why, in words, with the words concerned: `12 became 15`. At most 200 characters. */
  readonly reason: string;
  readonly place: LabelPlace;
  /** Neighbouring paragraphs or sentences that the label is about together; left out for a single one. */
  readonly count?: number;
}

/** What a change did, counted once when its version opened, so that lists never collate. */
export interface ChangeSummary {
  readonly headlineChanged: boolean;
  readonly standfirstChanged: boolean;
  readonly correctionAdded: boolean;
  /** Of paragraphs that stayed one: those split and merged are counted below, whether their words changed or not. */
  readonly paragraphsEdited: number;
  readonly paragraphsAdded: number;
  readonly paragraphsRemoved: number;
  /** Groups of one paragraph that became several (in general m to more than m), and the other way about. */
  readonly paragraphsSplit: number;
  readonly paragraphsMerged: number;
  readonly paragraphsMoved: number;
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  /** Old and new wording of the most telling edit, at most 200 characters each; both empty when only moves happened. */
  readonly sample: { readonly old: string; readonly new: string };
  /** Most telling first, at most `MAX_LABELS`. */
  readonly labels: readonly Label[];
  /** 0-1: how much the change matters, from stated weights of its labels. */
  readonly rank: number;
  /** Substance changed and no correction note was added. */
  readonly silent: boolean;
}

/**
 * Name of the rules and the model that label changes; a new one means that the same texts may get other labels, and older changes are
 * summed up again.
 */
export const LABELLER = "labels/2";

/** Labels kept with a change: enough for a list and its reasons; the change page shows every edit anyway. */
export const MAX_LABELS = 40;

/** Ordered pair of neighbouring versions of one article; its public id is `from..to`. */
export interface Change {
  readonly id: ChangeId;
  readonly articleId: ArticleId;
  readonly sourceId: SourceId;
  /** The article that `from` is a version of: another one for a change over a join. */
  readonly fromArticle: ArticleId;
  readonly from: number;
  readonly to: number;
  /** Look that opened `to`, epoch ms: mostly a later one than its first sight, because a new text has to be seen again. */
  readonly seenAt: number;
  /** Latest look before the first sight of `to` that met `from`; epoch ms. */
  readonly lastSeenOldAt: number;
  /**
   * On a live page: number of the version with which its running entry begins. All changes with the same one are one entry
   * in lists, shown at the newest. Null for a change of any other page.
   */
  readonly runningFrom: number | null;
  /** Who labelled it, see `LABELLER`; empty for changes that were labelled before this was noted. */
  readonly labelledBy: string;
  readonly summary: ChangeSummary;
}
