import { textOf } from "./text-of.ts";
import { attribute, type Element, isText, type Node } from "./tree.ts";

/** The first letter of a text, set large in an element of its own. */
export interface FirstLetter {
  readonly letter: string;
  /** White space around the letter is the markup's, not the text's. */
  readonly isPadded: boolean;
  /** White space follows it in its own right. */
  readonly isSpaced?: boolean;
}

const NAMED =
  /(?:^|[\s_-])(?:drop-?caps?|dropped|dropcap\w*|initial(?:e|s)?|initial-?(?:cap|letter)|first-?(?:letter|char|character)|lettrine|versal|big-?letter|capital(?:-letter)?|cap)(?:$|[\s_-])/i;
const SET_LARGE = /float\s*:\s*(?:left|inline-start)|initial-letter/i;
/** With the quotation mark that may stand before it. */
const LETTER = /^["'“„«‘‚¿¡「『(]?\p{L}\p{M}*['’]?$/u;
/** Longer classes and styles are utility soup. */
const MAX_VALUE = 300;
/** A letter in an element of its own, with the white space around that. */
const MAX_CHILDREN = 3;
/** A letter with the white space of its markup. */
const LONGEST = 60;

/** Null for any other element. */
export function firstLetterOf(element: Element): FirstLetter | null {
  if (element.attrs.length === 0 || element.children.length > MAX_CHILDREN) return null;
  const isNamed =
    NAMED.test(attribute(element, "class").slice(0, MAX_VALUE)) ||
    SET_LARGE.test(attribute(element, "style").slice(0, MAX_VALUE));
  if (!isNamed) return null;
  const text = element.name === "img" ? attribute(element, "alt") : textOf(element);
  if (text.length > LONGEST || !LETTER.test(text.trim())) return null;
  return { letter: text.trim(), isPadded: text !== text.trim() };
}

/** Does the letter stand in a block of its own, before the one whose first word it begins? Other blocks of one letter are initials. */
export function beginsNextBlock(siblings: readonly Node[], at: number): boolean {
  const next = siblings.slice(at + 1, at + 3).find((node) => !isText(node) || node.value.trim() !== "");
  return next !== undefined && /^\p{Ll}/u.test(textOf(next).trimStart());
}

/** Letters that are words in some language: what stands apart from them may stay apart. */
const WORDS = /^["'“„«‘‚¿¡(]?[aeiouyàáéèíóòúæåAEIOUYÀÁÉÈÍÓÒÚÆÅвксуоаияеюжбВКСУОАИЯЕЮЖБ]$/u;
const GOES_ON = /^\p{Ll}|^\p{Lo}/u;

/** The text that the letter begins, given what stands behind it: without the space that only the markup has. */
export function begunBy({ letter, isPadded }: FirstLetter, rest: string): string {
  const words = rest.trimStart();
  const space = rest.slice(0, rest.length - words.length);
  if (space === "" || !GOES_ON.test(words)) return letter + rest;
  const isOfMarkup = (isPadded || /[\n\r]/.test(space)) && !WORDS.test(letter);
  return isOfMarkup ? letter + words : `${letter} ${words}`;
}
