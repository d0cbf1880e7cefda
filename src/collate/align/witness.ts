import { comparable } from "#language/comparable";

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
export function nameParagraphs(old: readonly string[], next: readonly string[]): Witnesses {
  const oldRaw = new Set(old);
  const newRaw = new Set(next);
  const names = new Map<string, number>();
  const nameAll = (texts: readonly string[], others: ReadonlySet<string>): Int32Array => {
    const keys = new Int32Array(texts.length);
    for (let at = 0; at < keys.length; at += 1) {
      const text = texts[at]!;
      // Neighbours are equal where there are very many of them: a list of empty lines.
      if (at > 0 && text === texts[at - 1]) {
        keys[at] = keys[at - 1]!;
        continue;
      }
      const key = others.has(text) ? text : comparable(text);
      const known = names.get(key) ?? names.size;
      names.set(key, known);
      keys[at] = known;
    }
    return keys;
  };
  return { old, new: next, oldKeys: nameAll(old, newRaw), newKeys: nameAll(next, oldRaw) };
}
