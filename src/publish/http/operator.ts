import type { Actor, Right } from "#model/actor";
import type { Result } from "#model/failure";
import type { ArticleId, FeedId, SourceId } from "#model/id";
import type { LabelMark, MarkedLabel } from "#model/label-mark";
import type { Patterns } from "#model/source";

/** What the forms of a source's page can have done. */
export type SourceChange =
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "home"; readonly url: string }
  | { readonly kind: "patterns"; readonly patterns: Patterns }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "remove-feed"; readonly feed: FeedId }
  | { readonly kind: "remove"; readonly history: "stays" | "goes" };

/** A source that was added, or was known already, as far as the pages tell of it. */
export interface AddedSource {
  readonly id: SourceId;
  readonly name: string;
  /** False when it was known already. */
  readonly added: boolean;
  readonly feeds: readonly unknown[];
  /** Newly found articles. */
  readonly articles: number;
}

/** What became of one address, or of one OPML file. */
export interface AddedItem {
  readonly given: string;
  readonly result: Result<{ readonly sources: readonly AddedSource[] }>;
}

export interface AddInput {
  /** Addresses, parted by blanks or lines. */
  readonly addresses: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** What can be done from the pages; the composition root provides it. Each action checks for itself what its actor may. */
export interface Operator {
  allows(actor: Actor, right: Right): boolean;
  /** Adds whatever stands at the addresses (site, feed, sitemap, article) and in the OPML files. */
  add(actor: Actor, input: AddInput): Promise<Result<readonly AddedItem[]>>;
  hide(actor: Actor, input: { readonly article: ArticleId; readonly reason: string }): Promise<Result<unknown>>;
  unhide(actor: Actor, article: ArticleId): Promise<Result<unknown>>;
  /** Schedules a look as soon as politeness allows. */
  look(actor: Actor, article: ArticleId): Promise<Result<unknown>>;
  /** Renames, corrects, pauses, resumes or removes a source, or takes a feed away. */
  changeSource(actor: Actor, source: SourceId, change: SourceChange): Promise<Result<unknown>>;
  /** Marks a label of a change as wrong, or takes that back. */
  markLabel(actor: Actor, label: MarkedLabel, isWrong: boolean): Promise<Result<void>>;
  labelMarks(
    actor: Actor,
    change: Pick<MarkedLabel, "articleId" | "from" | "to">,
  ): Promise<Result<readonly LabelMark[]>>;
}
