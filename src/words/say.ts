/** A piece of a sentence: our own words, or a quote: words, addresses and names of others, which may run from right to left. */
export type Part = string | { readonly quote: string };

export type Saying = readonly Part[];

/** A sentence with what stands between its words; pieces of our own that come together are one. */
export function say(words: TemplateStringsArray, ...between: readonly (Part | number | Saying)[]): Saying {
  const parts: Part[] = [];
  const add = (part: Part) => {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  };
  for (const [at, word] of words.entries()) {
    add(word);
    const next = between[at];
    if (typeof next === "number") add(String(next));
    else if (Array.isArray(next)) for (const part of next as Saying) add(part);
    else if (next !== undefined) add(next as Part);
  }
  return parts;
}

export const textOf = (parts: Saying): string =>
  parts.map((part) => (typeof part === "string" ? part : part.quote)).join("");

const ENDED = /[.!?…”)]$/;

/** Parts that make a sentence of their own: with a capital at the beginning and a full stop at the end. */
export function sentenceParts(parts: Saying): Saying {
  const [first, ...others] = parts;
  const begun = typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...others] : parts;
  return ENDED.test(textOf(parts)) ? begun : say`${begun}.`;
}
