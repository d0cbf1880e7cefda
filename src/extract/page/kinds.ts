import type { BlockKind } from "#model/document";
import type { Box, Page, Run } from "./page.ts";

/** What a run is by the boxes between it and the body's. */
export function kindOf(page: Page, run: Run, root: Box): BlockKind {
  let kind: BlockKind = "paragraph";
  for (let box: Box | null = page.boxes[run.box]!; box && box !== root; box = box.parent) {
    const { name } = box.element;
    if (box.marks.caption || (PICTURE.has(name) && !box.marks.slide)) return "caption";
    if (kind === "paragraph") kind = KINDS[name] ?? kind;
  }
  return kind;
}

const PICTURE = new Set(["figure", "figcaption"]);

const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "item",
  dd: "item",
  dt: "item",
  blockquote: "quote",
};
