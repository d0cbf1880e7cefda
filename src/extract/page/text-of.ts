import { isText, type Node } from "./tree.ts";

/** Bylines, headings and links are a few elements deep and wide. */
const MAX_DEPTH = 8;
const MAX_CHILDREN = 40;

/** Text of a small element and of what is in it, as it stands in the markup; what is wider or deeper is left out. */
export function textOf(node: Node, between = "", depth = 0): string {
  if (isText(node)) return node.value;
  if (depth > MAX_DEPTH || node.name === "script" || node.name === "style") return "";
  return node.children
    .slice(0, MAX_CHILDREN)
    .map((child) => textOf(child, between, depth + 1))
    .join(between);
}
