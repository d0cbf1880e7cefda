import type { LabelKind } from "./change.ts";
import type { ArticleId } from "./id.ts";

/** A label that the operator calls wrong: what rules and models can learn from. */
export interface LabelMark {
  readonly articleId: ArticleId;
  readonly from: number;
  readonly to: number;
  readonly kind: LabelKind;
  /** As the label had it. */
  readonly reason: string;
  readonly markedAt: number;
}

/** One label of one change. */
export type MarkedLabel = Omit<LabelMark, "markedAt">;
