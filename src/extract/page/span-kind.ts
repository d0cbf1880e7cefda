import type { SpanKind } from "#model/document";
import { isFilledIn } from "./filled-in.ts";
import type { Element } from "./tree.ts";

const STRUCK_STYLE = /text-decoration(?:-line)?\s*:[^;]{0,60}line-through/i;
/** Whole names alone: a page about a strike has the word in others. */
const STRUCK_CLASS =
  /(?:^|\s)(?:(?:text|u|is|has)-)?(?:(?:text-)?(?:decoration-)?line-through|strike-?through|strikeout|struck(?:-out)?|strike)(?:$|\s)/i;
/** Longer classes and styles are utility soup. */
const MAX_VALUE = 400;

/** What an element says of the words in it; null for most. */
export function spanKindOf(element: Element, isInline: boolean): SpanKind | null {
  switch (element.name) {
    case "del":
    case "s":
    case "strike":
      return "struck";
    case "ins":
      return "inserted";
  }
  if (element.attrs.length === 0) return null;
  if (isStruck(element, isInline)) return "struck";
  return isInline && isFilledIn(element) ? "moving" : null;
}

function isStruck({ attrs }: Element, isInline: boolean): boolean {
  for (const { name, value } of attrs) {
    if (value.length > MAX_VALUE) continue;
    if (name === "style" && STRUCK_STYLE.test(value)) return true;
    if (isInline && name === "class" && STRUCK_CLASS.test(value)) return true;
  }
  return false;
}
