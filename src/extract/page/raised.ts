import { textOf } from "./text-of.ts";
import type { Element, Node } from "./tree.ts";

const BEGINS_AS_NUMBER = /^\s*[-−–+]?\p{Nd}/u;
const ENDS_AS_NUMBER = /\p{Nd}$/u;
const FRACTION = /^[/⁄∕]/;

/**
 * What keeps a raised or lowered number apart from the number before it: a sign for a power or an index, a space before a fraction or
 * the number of a footnote. Null where nothing would run together: also behind letters, as in a formula or a measure.
 * @param before the last signs of the text so far
 * @param next what follows the element
 */
export function signBefore(raised: Element, before: string, next: Node | undefined): string | null {
  if (!ENDS_AS_NUMBER.test(before)) return null;
  const text = textOf(raised);
  if (!BEGINS_AS_NUMBER.test(text)) return null;
  if (raised.name === "sub") return "_";
  const isFraction = /[/⁄∕]/.test(text) || (next !== undefined && FRACTION.test(textOf(next).trimStart()));
  return isFraction || isFootnote(raised) ? " " : "^";
}

/** Behind it a number would run together with it. */
export const endsAsNumber = (raised: Element): boolean => ENDS_AS_NUMBER.test(textOf(raised).trimEnd());

/** The number of a footnote leads to it. */
const isFootnote = ({ children, parent }: Element): boolean =>
  parent?.name === "a" || children.some((child) => child.name === "a");
