import type { Group } from "./collation.ts";

/**
 * The new side of an aligned group, rebuilt from its old side: every edit's stretch replaced by the new one, the rest kept.
 * Both texts are the group's paragraphs joined by "\n"; only the edited stretches of `newText` are read.
 *
 * @example
 * const old = "Ten died in Ems.";
 * const next = "Twelve died in Ems.";
 * applyEdits(collate([old], [next]).groups[0], old, next)
 * // "Twelve died in Ems."
 */
export function applyEdits(group: Pick<Group, "edits">, oldText: string, newText: string): string {
  let rebuilt = "";
  let at = 0;
  for (const edit of group.edits) {
    rebuilt += oldText.slice(at, edit.oldStart) + newText.slice(edit.newStart, edit.newEnd);
    at = edit.oldEnd;
  }
  return rebuilt + oldText.slice(at);
}
