/** As much of a DOM as is needed to read it, whichever library made it. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const TEXT = 3;
const ELEMENT = 1;
/** Elements that run on with the text around them; all others end a line. */
const INLINE = new Set(
  "A ABBR B BDI BDO CITE CODE EM FONT I INS KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U".split(" "),
);

/** Text of a tree with a line per block: `textContent` would glue the last word of a paragraph to the first of the next. */
export function textOf(root: DomNode): string {
  const parts: string[] = [];
  const read = (node: DomNode): void => {
    if (node.nodeType === TEXT) parts.push(node.nodeValue ?? "");
    if (node.nodeType !== ELEMENT) return;
    const isBlock = !INLINE.has(node.nodeName.toUpperCase());
    if (isBlock) parts.push("\n");
    for (const child of node.childNodes) read(child);
    if (isBlock) parts.push("\n");
  };
  read(root);
  return parts.join("");
}
