import { mix, pick } from "#newsroom/random";
import { inParagraphs } from "./paragraphs.ts";

type Set = (letter: string, word: string) => string;

/** How a house sets the first letter of its texts, and the rest of the word behind it. */
const SETS: readonly Set[] = [
  (letter, rest) => `<span class="dropcap">${letter}</span>${rest}`,
  (letter, rest) => `\n  <span class="drop-cap">\n    ${letter}\n  </span>\n  ${rest}`,
  (letter, rest) => `<b class="lettrine">${letter}</b>${rest}`,
  (letter, rest) =>
    `<span aria-hidden="true"><i class="cap">${letter}</i>${rest}</span><span class="sr-only">${letter}${rest}</span>`,
  (letter, rest) =>
    `<span class="visually-hidden">${letter}${rest}</span><span aria-hidden="true">${letter}</span><span aria-hidden="true">${rest}</span>`,
  (letter, rest) => `<img class="initial" src="/letters/${letter}.svg" alt="${letter}">${rest}`,
  (letter, rest) => `<span style="float:left;font-size:3.4em"> ${letter} </span>${rest}`,
];

/** The first letter of the text, set apart; from week to week in one of two ways. */
export function withFirstLetters(page: string, seed: number, _: number, now: number): string {
  const set = pick(SETS, mix(seed, 10, Math.floor(now / SEASON_MS) % 2));
  return inParagraphs(page, (words, at) => {
    const [, letter, rest] = /^([B-HJ-NP-Z])([a-z]+)/.exec(words) ?? [];
    return at === 0 && letter && rest ? set(letter, rest) + words.slice(letter.length + rest.length) : words;
  });
}

/** A week. */
const SEASON_MS = 7 * 86_400_000;
