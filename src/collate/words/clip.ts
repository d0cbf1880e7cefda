import { cutsGrapheme } from "#language/graphemes";
import { tokenize } from "#language/tokens";

/** The first words of a text that fit into `limit` UTF-16 units, with an ellipsis where something was left out. */
export function clipEnd(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = tokenize(text.slice(0, limit + SLACK)).filter((token) => token.end < limit);
  const end = kept.findLast((token) => token.kind !== "mark")?.end ?? 0;
  return `${text.slice(0, 2 * end >= limit ? end : boundaryBefore(text, limit - 1))}…`;
}

/** The last words of a text that fit into `limit` UTF-16 units, after an ellipsis where something was left out. */
export function clipStart(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const from = Math.max(0, text.length - limit - SLACK);
  const tail = text.slice(from);
  const kept = tokenize(tail).filter((token) => token.start > tail.length - limit);
  return `…${tail.slice(kept[0]?.start ?? tail.length)}`;
}

/** Two texts that differ, clipped so that both show where they begin to differ. */
export function clipApart(old: string, next: string, limit: number): readonly [old: string, next: string] {
  let same = 0;
  while (same < old.length && same < next.length && old.charCodeAt(same) === next.charCodeAt(same)) same += 1;
  same = Math.min(tokenStart(old, same), tokenStart(next, same));
  if (Math.max(old.length, next.length) <= limit || 2 * same <= limit)
    return [clipEnd(old, limit), clipEnd(next, limit)];
  const head = clipStart(old.slice(0, same), LEAD);
  // In a word about as long as that, the lead begins within it.
  const lead = 2 * head.length >= LEAD ? head : `…${old.slice(boundaryBefore(old, same - LEAD), same)}`;
  const left = limit - lead.length;
  return [lead + clipEnd(old.slice(same), left), lead + clipEnd(next.slice(same), left)];
}

/** Where the token begins that `at` is in, if it is no longer than a date: of one that differs, the whole is shown. */
function tokenStart(text: string, at: number): number {
  const from = Math.max(0, at - SLACK);
  const around = tokenize(text.slice(from, at + SLACK)).find(({ start, end }) => from + start < at && at < from + end);
  return around && (from === 0 || around.start > 0) && around.end - around.start <= SLACK ? from + around.start : at;
}

/** Common text shown before the difference. */
const LEAD = 20;

function boundaryBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (isLowSurrogate(text.charCodeAt(at)) || cutsGrapheme(text, at))) at -= 1;
  return at;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Read beyond the limit, so that a word (or grapheme) across it is seen whole and left out. */
const SLACK = 64;
