import type { Term } from "./term.ts";
import { countWords } from "./word-count.ts";

/** Opening marks with what may close them. Straight quotes and those that open in one language and close in another pair by turns. */
const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”“",
  "„": "“”",
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  '"': '"',
};
const MARKS = /[“”„«»「」『』"\n]/g;
/** Fewer words in quotation marks are a title or a distancing, not what somebody said. */
const LEAST_WORDS = 3;

/**
 * What is said between quotation marks, without them; the key is the wording. An opening mark that its paragraph does not close
 * reaches to the paragraph's end.
 */
export function quotationsIn(text: string): Term[] {
  const found: Term[] = [];
  let open = -1;
  let closers = "";
  const close = (end: number) => {
    const words = text.slice(open, end);
    if (open !== -1 && countWords(words) >= LEAST_WORDS) found.push({ key: words, start: open, end });
    open = -1;
  };
  for (const match of text.matchAll(MARKS)) {
    const mark = match[0];
    if (mark === "\n") close(match.index);
    else if (open === -1 && CLOSERS[mark] !== undefined) {
      open = match.index + 1;
      closers = CLOSERS[mark];
    } else if (open !== -1 && closers.includes(mark)) close(match.index);
  }
  close(text.length);
  return found;
}
