import { mix, pick } from "#newsroom/random";
import { inParagraphs } from "./paragraphs.ts";

/** Signs that no one sees, by house: who asked for the page is written in them. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["\u200C", "\u200D"],
  ["\u2061", "\u2063\u2064"],
  ["\u180E", "\u2060"],
  ["\u{E0061}", "\u{E0062}\u{E007F}"],
  ["\uFE00", "\uFE0E"],
  ["\u200E", "\u2068\u2069"],
  ["\u00AD", "\u034F"],
];

/** A number in two signs, behind the spaces of each paragraph: another one for each reader. */
export function withUnseenSigns(page: string, seed: number, article: number, now: number): string {
  const [zero, one] = pick(SIGNS, mix(seed, 7));
  const reader = mix(seed, article, now);
  return inParagraphs(page, (words) => {
    let bit = 0;
    return words.replace(/(?<=[a-z]) (?=[a-z])/g, (space) => ((reader >> (bit++ % 24)) & 1 ? one : zero) + space);
  });
}
