import { comparable } from "./comparable.ts";

/** Two witnesses with their paragraphs named by number: the same number on either side is the same text but for cosmetics. */
export interface Witnesses {
  readonly old: readonly string[];
  readonly new: readonly string[];
  readonly oldKeys: Int32Array;
  readonly newKeys: Int32Array;
}

/**
 * Names the paragraphs. Canonical forms are only made where the raw text does not already occur on the other side: that is
 * the costly half, and nine paragraphs in ten are equal to the letter.
 */
export function nameParagraphs(old: readonly string[], neu: readonly string[]): Witnesses {
  const oldRaw = new Set(old);
  const newRaw = new Set(neu);
  const names = new Map<string, number>();
  const nameOf = (text: string, others: ReadonlySet<string>): number => {
    const key = others.has(text) ? text : comparable(text);
    const known = names.get(key);
    if (known !== undefined) return known;
    names.set(key, names.size);
    return names.size - 1;
  };
  return {
    old,
    new: neu,
    oldKeys: Int32Array.from(old, (text) => nameOf(text, newRaw)),
    newKeys: Int32Array.from(neu, (text) => nameOf(text, oldRaw)),
  };
}
