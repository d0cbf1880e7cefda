import { tokenize } from "./tokens.ts";

/** The first words of a text that fit into `limit` UTF-16 units, with an ellipsis where something was left out. */
export function clipEnd(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = tokenize(text.slice(0, limit + SLACK)).filter((token) => token.end < limit);
  return `${text.slice(0, kept.findLast((token) => token.kind !== "mark")?.end ?? 0)}…`;
}

/** The last words of a text that fit into `limit` UTF-16 units, after an ellipsis where something was left out. */
export function clipStart(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const from = Math.max(0, text.length - limit - SLACK);
  const tail = text.slice(from);
  const kept = tokenize(tail).filter((token) => token.start > tail.length - limit);
  return `…${tail.slice(kept[0]?.start ?? tail.length)}`;
}

/** Read beyond the limit, so that a word (or grapheme) across it is seen whole and left out. */
const SLACK = 64;
