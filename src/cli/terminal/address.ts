import { hasScheme } from "#lib/scheme";

/** `www.example.org` as people write it; an address with a scheme keeps it, so that a wrong scheme is named when it is refused. */
export const withScheme = (given: string): string => (hasScheme(given) ? given : `https://${given}`);

/** A path, or a name with the ending of a file: no domain ends like that. Does not check whether the file exists. */
export const looksLikeFile = (text: string): boolean =>
  !hasScheme(text) && (/^[./~]/.test(text) || /^[^/]+\.(?:opml|xml|html?|xhtml|gz|txt|jsonl?)$/i.test(text));

/** With a scheme, or a host name first. */
export const looksLikeAddress = (text: string): boolean =>
  /^https?:\/\//i.test(text) || (/^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(text) && !looksLikeFile(text));
