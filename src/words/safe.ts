import { parseHttpUrl } from "#lib/url";

/** The address if it may be used in a link, else null: only http and https, never with credentials. */
export const safeHref = (url: string): string | null => parseHttpUrl(url)?.href ?? null;

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;

/** A language tag that is valid in a `lang` attribute; undefined leaves the attribute out. */
export const safeLanguage = (tag: string | null): string | undefined => (tag && LANGUAGE.test(tag) ? tag : undefined);

/** Everything XML 1.0 forbids: control characters, lone surrogates, the two non-characters. */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must go.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text that is valid in XML and JSON: one forbidden character would make a whole feed unreadable. */
export const cleanText = (text: string): string => text.replace(NOT_XML, "\uFFFD");
