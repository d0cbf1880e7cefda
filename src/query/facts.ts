import type { Listed, QueryLeaf, QueryTree } from "#model/query";
import { isRelative } from "./dates.ts";
import { OPERATORS } from "./operators.ts";

/** All single things that a query asks for, in order. */
export function leavesOf(tree: QueryTree): readonly QueryLeaf[] {
  switch (tree.kind) {
    case "all":
    case "any":
      return tree.of.flatMap(leavesOf);
    case "not":
    case "in":
      return leavesOf(tree.of);
    default:
      return [tree];
  }
}

const OF_CHANGES: ReadonlySet<string> = new Set(
  OPERATORS.filter(({ listsChanges }) => listsChanges).map(({ name }) => name),
);

/** Changes if anything in the query is said of changes alone; else articles. */
export const listedBy = (tree: QueryTree): Listed => (leavesOf(tree).some(isOfChanges) ? "changes" : "articles");

const isOfChanges = (leaf: QueryLeaf): boolean =>
  OF_CHANGES.has(leaf.kind) || (leaf.kind === "is" && leaf.state === "silent");

/** Whether what it asks for may become true or false later, while the text and the change stay as they are. */
export function isMoving(leaf: QueryLeaf): boolean {
  switch (leaf.kind) {
    case "desk":
      return true;
    case "is":
      return leaf.state !== "live" && leaf.state !== "watched";
    case "after":
    case "before":
      return isRelative(leaf.date);
    case "published":
      return isRelative(leaf.from) || isRelative(leaf.until);
    default:
      return false;
  }
}
