import type { LabelPlace } from "#model/change";
import type { Group } from "./collation.ts";

/** A group with the field it belongs to and its two texts (paragraphs joined by "\n"; "" where it has none). */
export interface Place {
  readonly field: LabelPlace["field"];
  readonly group: Group;
  readonly oldText: string;
  readonly newText: string;
}

/** True when a reader of both would see a difference within the group. */
export const isChanged = (group: Group): boolean =>
  group.kind === "added" || group.kind === "removed" || group.edits.some((edit) => !edit.cosmetic);

/** The paragraphs of one side of a group as one text; offsets of its edits count in it. */
export const joined = (indices: readonly number[], paragraphs: readonly string[]): string =>
  indices.length === 1 ? paragraphs[indices[0]!]! : indices.map((index) => paragraphs[index]!).join("\n");
