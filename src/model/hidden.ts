import type { ArticleId } from "./id.ts";

/** Why an article starts hidden without the operator having said so: its text is that of one which is hidden. */
export interface HiddenBecause {
  readonly code: "like-hidden";
  /** The hidden article. */
  readonly article: ArticleId;
  /** Share of the hidden text's words that the new text has, 0-1, two decimals. */
  readonly share: number;
  /** Both texts have the same headline. */
  readonly sameHeadline: boolean;
}
