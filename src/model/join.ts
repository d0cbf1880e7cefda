import type { ArticleId } from "./id.ts";

/**
 * Why two articles are taken for one; their texts agree in any case.
 * - `guid`: a list of the source names both by one guid.
 * - `redirect`: the address of one redirects to the other for good.
 * - `canonical`: one declares the address of the other, which stands by it.
 * - `spelling`: their addresses differ only in spelling.
 * - `parameter`: their addresses differ only in a parameter that need not choose an article.
 */
export type JoinCause = "guid" | "redirect" | "canonical" | "spelling" | "parameter";

/** A sign that two articles may be one, before any text was compared. */
export type ClueKind = Extract<JoinCause, "guid" | "spelling" | "parameter">;

/** What two articles were joined on, and what undoing the join needs. */
export interface JoinEvidence {
  /** The address of each when they were joined. */
  readonly youngerUrl: string;
  readonly elderUrl: string;
  /** Share of the paragraphs of the one that the other has, 0-1; null if one of them had no text yet. */
  readonly share: number | null;
  /** Addresses that led to the one which is no longer looked at. */
  readonly addresses: readonly string[];
}

/** That two articles are one: a record beside them, which can be undone. */
export interface Join {
  readonly id: number;
  readonly younger: ArticleId;
  /** The one that was found first. */
  readonly elder: ArticleId;
  /** Which of the two is looked at since. */
  readonly living: ArticleId;
  readonly at: number;
  readonly why: JoinCause;
  readonly evidence: JoinEvidence;
  /** Null while it holds. */
  readonly undoneAt: number | null;
}

/** A version by the article that recorded it, and its number there. */
export interface VersionKey {
  readonly articleId: ArticleId;
  readonly number: number;
}
