import type { Piece } from "#collate/collation";
import type { ChangeListItem } from "#store/public-reader";
import type { ViewContext } from "./context.ts";

/** A change in a list. */
export interface ListedChange extends ChangeListItem {
  /** The most telling edit; empty when no words changed. */
  readonly sample: readonly Piece[];
}

export const listedChanges = ({ samples }: ViewContext, items: readonly ChangeListItem[]): readonly ListedChange[] =>
  items.map((item) => ({ ...item, sample: samples(item.change, item.readings) }));
