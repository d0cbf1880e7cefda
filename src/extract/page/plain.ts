import { MAX_FIELD_LENGTH } from "#extract/limits";
import { collapse } from "./text.ts";
import { textOf } from "./text-of.ts";
import { parseTree } from "./tree.ts";

/** Text of a field of the metadata, which may hold markup or entities that were encoded twice ("M&amp;uuml;ller"). */
export function plain(field: string): string {
  let text = field.slice(0, MAX_FIELD_LENGTH);
  for (let pass = 0; pass < MAX_PASSES && MARKUP.test(text); pass++) text = textOf(parseTree(text), " ");
  return collapse(text);
}

/** Escaped markup inside escaped markup comes from systems that escape twice; deeper it is an attack. */
const MAX_PASSES = 2;

/** A tag or an entity; a lone `<` or `&` is a sign like any other. */
const MARKUP = /<\/?[a-z]|&(?:#\w|[a-z]{2,8}\d?;)/i;
