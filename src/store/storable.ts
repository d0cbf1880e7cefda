/**
 * Lone surrogates cannot be written as UTF-8, and no PostgreSQL takes a NUL: they become U+FFFD here, before hashes are
 * taken. An HTML parser has done so already.
 */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");
