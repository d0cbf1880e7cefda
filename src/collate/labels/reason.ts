import { clipEnd } from "../clip.ts";

/** Longest wording quoted in a reason, in UTF-16 units: two of them and the words between stay under 200. */
const MAX_QUOTED = 80;

export const quoted = (words: string): string => `“${clipEnd(plain(words), MAX_QUOTED)}”`;

/** Within “ ” the text's own double quotes would be read as the end. */
const plain = (words: string): string =>
  words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[“"„«]\s?|\s?[”"“»]$/g, "");

export const became = (old: string, neu: string): string => `${quoted(old)} became ${quoted(neu)}`;
export const removed = (words: string): string => `${quoted(words)} was removed`;
export const added = (words: string): string => `${quoted(words)} was added`;
