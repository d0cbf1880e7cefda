import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { MATTERS, type Matter, type Matters } from "./matters.ts";
import { SPANISH } from "./spanish.ts";

/** Shortest and longest beginning of a word that the lists have. */
interface Index {
  readonly words: ReadonlyMap<string, Matter>;
  readonly beginnings: ReadonlyMap<string, Matter>;
  readonly shortest: number;
  readonly longest: number;
}

function indexOf(matters: Matters): Index {
  const words = new Map<string, Matter>();
  const beginnings = new Map<string, Matter>();
  for (const matter of MATTERS)
    for (const entry of matters[matter].split(" ")) {
      const isBeginning = entry.endsWith("*");
      const list = isBeginning ? beginnings : words;
      const key = isBeginning ? entry.slice(0, -1) : entry;
      // A word of two lists is of the graver matter, which comes first.
      if (!list.has(key)) list.set(key, matter);
    }
  const lengths = [...beginnings.keys()].map((key) => key.length);
  return { words, beginnings, shortest: Math.min(...lengths), longest: Math.max(...lengths) };
}

const INDEXES: ReadonlyMap<string, Index> = new Map([
  ["en", indexOf(ENGLISH)],
  ["de", indexOf(GERMAN)],
  ["fr", indexOf(FRENCH)],
  ["es", indexOf(SPANISH)],
]);

/**
 * What a word in lower case is about, by the lists of its language (a primary subtag); null for most words, and for all of a language
 * without lists. The longest beginning decides.
 *
 * @example
 * matterOf("killed", "en") // "death"
 */
export function matterOf(word: string, language: string): Matter | null {
  const index = INDEXES.get(language);
  if (!index) return null;
  const whole = index.words.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length, index.longest); length >= index.shortest; length--) {
    const matter = index.beginnings.get(word.slice(0, length));
    if (matter) return matter;
  }
  return null;
}
