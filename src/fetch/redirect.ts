import { parseHttpUrl } from "#lib/url";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** A redirect without Location is an answer like any other. */
export const isRedirect = (status: number, headers: Readonly<Record<string, string>>): boolean =>
  REDIRECTS.has(status) && headers["location"] !== undefined;

/** Where `location` leads from `url`; null unless http or https. Raw UTF-8 in the header is taken as such, as browsers do. */
export function redirectTarget(location: string, url: URL): URL | null {
  const utf8 = Buffer.from(location, "latin1").toString("utf8");
  return parseHttpUrl(utf8.includes("\uFFFD") ? location : utf8, url.href);
}
