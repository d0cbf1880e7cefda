const ONSETS = [
  "b",
  "d",
  "f",
  "g",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "t",
  "v",
  "br",
  "kl",
  "st",
  "tr",
  "zh",
  "ñ",
];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ou", "ø", "é"];

/**
 * Words of no language, for pages whose wording must not matter: whoever reads them rightly goes by what the page is, and not by
 * what it says.
 * @param next numbers in [0, 1)
 */
export function invent(next: () => number, words: number): string {
  const said = Array.from({ length: words }, () => word(next)).join(" ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Six to twenty words and a full stop. */
export const inventSentence = (next: () => number): string => `${invent(next, 6 + Math.floor(next() * 15))}.`;

function word(next: () => number): string {
  const syllables = 1 + Math.floor(next() * 3);
  const one = () => of(ONSETS, next) + of(VOWELS, next);
  return Array.from({ length: syllables }, one).join("") + (next() < 0.4 ? of(ONSETS, next) : "");
}

const of = (items: readonly string[], next: () => number): string => items[Math.floor(next() * items.length)]!;
