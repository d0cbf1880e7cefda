import { bare } from "./text.ts";
import { textOf } from "./text-of.ts";
import { attribute, type Element, isText, type Node } from "./tree.ts";

/** Parts of a word set apart letter by letter; more is no word. */
const MAX_NEIGHBOURS = 8;
const LETTER = /^["'“„«‘]?\p{L}\p{M}*$/u;
const GOES_ON = /^\p{Ll}|^\p{Lo}/u;

const isAriaHidden = (node: Node): boolean => !isText(node) && attribute(node, "aria-hidden") === "true";

/**
 * Is a hidden element the one of two wordings that is to be read? Letters that are set apart are hidden from those who listen, who get
 * the word whole in an element that is hidden from those who look: that one is read. A single letter that its word follows
 * at once is shown, whomever it is hidden from.
 * @param at its place among its siblings
 */
export function isShownTwin(element: Element, siblings: readonly Node[], at: number): boolean {
  if (isAriaHidden(element)) return beginsWord(element, siblings, at) && !hasTwin(siblings, at);
  return isWordOf(element, siblings, at);
}

/** The elements hidden from those who listen, right before and after it, say the same together. */
function isWordOf(element: Element, siblings: readonly Node[], at: number): boolean {
  const before = besides(siblings, at, -1, isAriaHidden).toReversed();
  const parts = [...before, ...besides(siblings, at, 1, isAriaHidden)].filter((node) => !isText(node));
  const shown = bare(parts.map((node) => textOf(node)).join(""));
  return shown !== "" && shown === bare(textOf(element));
}

const hasTwin = (siblings: readonly Node[], at: number): boolean =>
  [-1, 1].some((way) => {
    const near = at + way * (besides(siblings, at, way, isAriaHidden).length + 1);
    const node = siblings[near];
    return node !== undefined && !isText(node) && node.attrs.length > 0 && isWordOf(node, siblings, near);
  });

function beginsWord(element: Element, siblings: readonly Node[], at: number): boolean {
  const isFirst = at < 2 && siblings.slice(0, at).every((node) => isText(node) && node.value.trim() === "");
  const next = siblings[at + 1];
  return isFirst && next !== undefined && LETTER.test(textOf(element).trim()) && GOES_ON.test(textOf(next));
}

/** The nodes on one side, the nearest first, while they are wanted or nothing but white space. */
function besides(
  siblings: readonly Node[],
  at: number,
  way: number,
  isWanted: (node: Node) => boolean,
): readonly Node[] {
  const found: Node[] = [];
  for (let i = at + way; found.length < MAX_NEIGHBOURS; i += way) {
    const node = siblings[i];
    if (!node || !((isText(node) && node.value.trim() === "") || isWanted(node))) break;
    found.push(node);
  }
  return found;
}
