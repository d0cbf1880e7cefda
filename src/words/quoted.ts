import type { Part, Saying } from "./say.ts";

/** Reasons of labels put words of the text between these, and between them there is no other double quote (`collate/labels`). */
const QUOTE = /“([^”]*)”/g;
/** Figures alone need no marks: "212 became 221", "119 and 11% changed places". */
const FIGURES = [/^(.+?)( became )(.+)()$/s, /^(.+?)( and )(.+)( changed places)$/s];

/** The reason of a label in pieces: our words, and between them the words of the text, which may run the other way. */
export function labelParts(reason: string): Saying {
  const figures = reason.includes("“")
    ? null
    : FIGURES.map((form) => form.exec(reason)).find((found) => found !== null);
  if (figures) {
    const [, first, between, second, after] = figures;
    return [{ quote: first! }, between!, { quote: second! }, ...(after ? [after] : [])];
  }
  const parts: Part[] = [];
  let at = 0;
  for (const match of reason.matchAll(QUOTE)) {
    parts.push(`${reason.slice(at, match.index)}“`, { quote: match[1]! });
    at = match.index + match[0].length - 1;
  }
  return at < reason.length ? [...parts, reason.slice(at)] : parts;
}
