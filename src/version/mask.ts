/** Longest block that can be nothing but a clock or a counter. */
const LONGEST = 80;

/**
 * The text of a block without what moves by itself; null when nothing else is in it. Never touches a sentence: only whole
 * blocks, and whole parts of a block that stand between separators, are masked.
 * @param text in canonical form
 */
export function unmasked(text: string): string | null {
  if (text.length > LONGEST || !/\d/.test(text)) return text;
  return text;
}
