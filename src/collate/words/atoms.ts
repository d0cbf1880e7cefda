import type { Token } from "#language/token";

/**
 * What no one reads in parts: addresses of mail and of the web, handles, hashtags. Parts that may have to be read again are
 * bounded, so that the time stays linear for every text.
 */
const ATOM =
  /(?:https?:\/\/|www\.)[^\s<>"”»]{1,2000}|[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|(?<![\p{L}\p{N}_])[@#][\p{L}\p{N}_][\p{L}\p{M}\p{N}_]{0,100}(?:[.-][\p{L}\p{N}_]{1,100}){0,8}/gu;
/** Asked first: few texts have any. */
const MAY_HOLD = /[@#]|:\/\/|www\./;
/** Marks at its end belong to the sentence. */
const TAIL = /[.,;:!?)\]'’]+$/u;

/** The tokens of a text, those of one address or handle as one. */
export function joinAtoms(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!MAY_HOLD.test(text)) return tokens;
  const joined: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(ATOM)) {
    const start = match.index;
    const end = start + match[0].replace(TAIL, "").length;
    while (at < tokens.length && tokens[at]!.end <= start) joined.push(tokens[at++]!);
    const first = tokens[at];
    // A token that reaches over either end (a grapheme, a date) stays as it is.
    if (!first || first.start !== start) continue;
    let last = at;
    while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last += 1;
    if (last === at || tokens[last]!.end !== end) continue;
    joined.push({ start, end, kind: "word", key: text.slice(start, end) });
    at = last + 1;
  }
  return at === 0 ? tokens : [...joined, ...tokens.slice(at)];
}

const WHOLE = new RegExp(`^(?:${ATOM.source})$`, "u");

/** True for one address or handle alone. */
export const isAtom = (text: string): boolean => MAY_HOLD.test(text) && WHOLE.test(text);
