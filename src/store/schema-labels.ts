import type { LabelKind } from "#model/change";
import type { ChangeId } from "#model/id";

/** A label that the operator calls wrong. */
export interface LabelMarkTable {
  change_id: ChangeId;
  kind: LabelKind;
  reason: string;
  marked_at: number;
}
