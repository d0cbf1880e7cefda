/**
 * Bounds on hostile pages. The largest of 1,000 real news pages had 1.7 million characters, 21,000 elements and a
 * depth of 60, so a page that meets a bound was made to.
 */

/** Characters of HTML; above it the page is not read at all, since half a page would look like an edit. */
export const MAX_HTML_LENGTH = 12_000_000;

/** Open elements at once. The parser looks through all of them for each `<div>`, so time grows with the square. */
export const MAX_DEPTH = 1_500;

/** Elements made, including those that the parser repeats to close unclosed formatting. */
export const MAX_ELEMENTS = 400_000;

/** Characters of one JSON-LD script, and scripts per page: real ones stay under 100,000 and 20. */
export const MAX_JSON_LENGTH = 2_000_000;
export const MAX_JSON_SCRIPTS = 60;

/** Objects looked at while searching JSON-LD for the article. */
export const MAX_JSON_OBJECTS = 4_000;

/** Blocks kept of a page; a live page of a whole day has about 2,000. */
export const MAX_BLOCKS = 20_000;

/** Characters of a title, name or description that are looked at: expressions are run over them, and real ones are shorter. */
export const MAX_FIELD_LENGTH = 2_000;

/** Characters of a body that JSON-LD states; longer than any article, and the rest is not looked at. */
export const MAX_STATED = 500_000;

/** Longest class, id or the like whose names are searched: a dozen of them. */
export const MAX_NAMES_LENGTH = 300;
