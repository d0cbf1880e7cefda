/**
 * What makes a terminal do something: control characters of both sets but for tab and line feed, and what turns the direction of
 * the text that follows.
 */
const ACTS = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text with what makes terminals act written out (`\u001b`), which is the same text in JSON. */
export const harmless = (text: string): string =>
  text.replace(ACTS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
