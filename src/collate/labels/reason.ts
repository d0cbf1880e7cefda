import { clipApart, clipEnd } from "#collate/words/clip";

/** Longest wording quoted in a reason, in UTF-16 units: two of them and the words between stay under 200. */
const MAX_QUOTED = 80;

export const quoted = (words: string): string => `“${clipEnd(plain(words), MAX_QUOTED)}”`;

const HAS_MARK = /[“"”„«»]/;
const MARKS = new RegExp(HAS_MARK, "g");
const OUTER = /^[“"„«»]\s?|\s?[”"“»«]$/g;

/** Within “ ” the text's own double quotes would be read as the end: those around it go, those inside become single ones. */
function plain(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const bare = line.replace(OUTER, "");
  if (!HAS_MARK.test(bare)) return bare;
  return line.replace(MARKS, (_, at: number) => (/[\p{L}\p{N}]/u.test(line[at + 1] ?? "") ? "‘" : "’"));
}

/** Long wordings are shown where they begin to differ. */
export function became(old: string, next: string): string {
  const [before, after] = clipApart(plain(old), plain(next), MAX_QUOTED);
  return `“${before}” became “${after}”`;
}

export const removed = (words: string): string => `${quoted(words)} was removed`;
export const added = (words: string): string => `${quoted(words)} was added`;
