import type { Term } from "./term.ts";

/** Opening marks with what may close them. Straight quotes and those that open in one language and close in another pair by turns. */
const CLOSERS: Readonly<Record<string, string>> = {
  "“": '”“"',
  "„": '“”"',
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  '"': '"”',
};
const SINGLE = "'‘’‚‹›";
const MARKS = /[“”„«»「」『』"\n'‘’‚‹›]/g;
const HAS_MARK = /[“”„«»「」『』"'‘’‚‹›]/;
/** Letters left out at the beginning of a word: "'n", "'til", "'90s". */
const ELIDED = /^(?:n|em|til|cause|tis|twas|\d\ds?)(?![\p{L}\p{N}])/iu;
const WORD = /[\p{L}\p{M}\p{N}]/u;
/** A quotation in single marks is no longer than this: what is may be an apostrophe and another one. In UTF-16 units. */
const MAX_SINGLE = 600;

/**
 * What stands between quotation marks, without them, from single words on; the key is the wording. An opening double mark that its
 * paragraph does not close reaches to the paragraph's end. Single marks count where they cannot be apostrophes.
 */
export function quotationsIn(text: string): Term[] {
  const found: Term[] = [];
  if (!HAS_MARK.test(text)) return found;
  let open = -1;
  let closers = "";
  let from = 0;
  const close = (end: number) => {
    const words = text.slice(open, end);
    if (open !== -1 && WORD.test(words)) found.push({ key: words, start: open, end });
    open = -1;
  };
  let line = 0;
  for (const match of text.matchAll(MARKS)) {
    const mark = match[0];
    const { index } = match;
    if (index < from) continue;
    if (mark === "\n") {
      close(index);
      line = index + 1;
    } else if (SINGLE.includes(mark)) {
      const end = open === -1 ? singleEnd(text, index) : -1;
      if (end === -1) continue;
      open = index + 1;
      close(end);
      from = end + 1;
    } else if (open === -1 && mark === "”" && found.every(({ start }) => start < line)) {
      // The opening mark was forgotten.
      open = line;
      close(index);
    } else if (open === -1 && CLOSERS[mark] !== undefined && (mark !== '"' || opens(text, index))) {
      open = index + 1;
      closers = CLOSERS[mark];
    } else if (open !== -1 && closers.includes(mark)) close(index);
  }
  close(text.length);
  return found;
}

/** A straight mark opens before a word, not after one. */
const opens = (text: string, at: number): boolean =>
  !WORD.test(text[at - 1] ?? " ") && /[^\s)\],;:]/.test(text[at + 1] ?? " ");

/** Where a quotation in single marks that opens at `at` ends; -1 if none opens there. */
function singleEnd(text: string, at: number): number {
  if (WORD.test(text[at - 1] ?? " ") || !/\S/.test(text[at + 1] ?? " ")) return -1;
  if (ELIDED.test(text.slice(at + 1, at + 7))) return -1;
  const end = Math.min(text.length, at + 1 + MAX_SINGLE);
  let doubtful = -1;
  let inner = 0;
  for (let k = at + 2; k < end && text[k] !== "\n"; k += 1) {
    if (!SINGLE.includes(text[k]!)) continue;
    const [before, after] = [text[k - 1]!, text[k + 1] ?? " "];
    if (WORD.test(after)) {
      // Another one opens: the first has to have ended.
      if (!WORD.test(before) && doubtful !== -1) return doubtful;
      if (!WORD.test(before)) inner += 1;
      continue;
    }
    if (!/\S/.test(before)) continue;
    if (inner > 0) {
      inner -= 1;
      doubtful = k;
      continue;
    }
    // "The players' strike" has no end of a quotation, unless no other follows.
    if (/s/i.test(before) && /^\s\p{L}/u.test(text.slice(k + 1, k + 3))) {
      if (doubtful === -1) doubtful = k;
    } else return k;
  }
  return doubtful;
}
