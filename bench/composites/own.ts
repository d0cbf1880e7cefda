import type { Carrier } from "./carriers.ts";

/** Spaces, or each sign of scripts without them. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** A page's own paragraph with one of its words, drawn by `lot`, put in the place of another: the smallest edit there is. */
export function oneWordEdited(
  { raw }: Carrier,
  lot: number,
): { readonly old: readonly string[]; readonly next: readonly string[] } {
  const words = [...raw.matchAll(WORD)];
  const from = words[lot % words.length]!;
  const other = words.find(({ 0: word }, i) => i > 2 && word.toLowerCase() !== from[0].toLowerCase())?.[0] ?? "x";
  return { old: [raw], next: [raw.slice(0, from.index) + other + raw.slice(from.index + from[0].length)] };
}
