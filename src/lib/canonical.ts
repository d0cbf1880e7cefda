/**
 * Canonical form of a text: two texts with the same canonical form differ only cosmetically.
 * NFC; soft hyphens, zero-width characters and byte-order marks dropped; all white space (no-break, thin, ideographic)
 * to one space; curly and angled quotes to straight ones; dashes and minus signs to "-"; the ellipsis to "...".
 * Zero-width joiners inside emoji and Indic or Arabic scripts carry meaning and stay.
 */
export function canonical(text: string): string {
  if (isPlain(text)) return text;
  const composed = text.normalize("NFC");
  const folded = UNFOLDED.test(composed) ? foldMarks(composed) : composed;
  // Replacing each single space by itself would be half of the work.
  const spaced = UNEVEN.test(folded) || folded.includes("  ") ? folded.replace(/\s+/g, " ") : folded;
  return spaced.trim();
}

/** Printable ASCII, single spaces, none at the ends: already canonical (nine paragraphs in ten of English text). */
const isPlain = (text: string): boolean =>
  !NOT_ASCII.test(text) && !text.includes("  ") && !text.startsWith(" ") && !text.endsWith(" ");

const foldMarks = (composed: string): string =>
  composed
    .replace(INVISIBLE, "")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, "-")
    .replace(/…/g, "...");

const NOT_ASCII = /[^ -~]/;
/** White space other than the plain space. */
const UNEVEN = /[^\S ]/;
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u301D\u301E\u301F\uFF02]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u0060\u00B4\uFF07]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Any of these, as one class: alternatives would be tried one after the other. */
const UNFOLDED = new RegExp(
  `[…${[INVISIBLE, DOUBLE_QUOTES, SINGLE_QUOTES, DASHES].map(({ source }) => source.slice(1, -1)).join("")}]`,
);
