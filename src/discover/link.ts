import { normaliseUrl } from "#lib/url";

/** Scheme-less addresses that people write into feeds: "www.example.org/a". */
const BARE_HOST = /^www\.[a-z0-9-]+\./i;

/**
 * A link as feeds and pages have it (line breaks inside, ampersands encoded twice, no scheme) to the normalised absolute
 * http(s) URL, or null. Without a base, relative links are null.
 */
export function readLink(raw: string, base?: string): string | null {
  let text = raw.trim();
  if (text === "") return null;
  if (text.includes("&amp;")) text = text.replaceAll("&amp;", "&");
  if (BARE_HOST.test(text)) text = `https://${text}`;
  return normaliseUrl(text, base);
}

/** True for what can only be an address on the web, as in a guid that serves as a link. */
export const looksLikeHttpUrl = (text: string): boolean => /^\s*https?:\/\/\S+\s*$/i.test(text);

/** Hosts of many writers give each a folder: "medium.example/@anna", "people.example.edu/~anna". */
const TENANT = /^\/[@~][^/]+/;

/** "https://example.org/" of any address at example.org: one outlet is one source, whatever its sections declare as home. */
export function homeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${TENANT.exec(pathname)?.[0] ?? ""}/`;
}

/** "example.org": what a source is called as long as nothing better is known. */
export const hostName = (url: string): string => new URL(url).host.replace(/^www\./, "");
