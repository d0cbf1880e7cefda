import { getDomain } from "tldts";

/** Longest URL we store or ask for; browsers and servers give up at about the same size. */
export const MAX_URL_LENGTH = 2048;

/** Absolute http(s) URL without credentials or fragment, or null. `base` resolves relative references. */
export function parseHttpUrl(text: string, base?: string): URL | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_URL_LENGTH) return null;
  const url = URL.parse(trimmed, base);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:") || url.hostname === "") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  return url.href.length > MAX_URL_LENGTH ? null : url;
}

/**
 * Query parameters that say how a reader came, not which article it is: campaigns, click ids of advertisers and of letters, and what
 * large publishers append for feeds and partners. A name is in the list only if it means that everywhere.
 */
const CHANNEL =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|gbraid|wbraid|gad_source|dclid|msclkid|yclid|twclid|ttclid|srsltid|mc_[ce]id|mkt_tok|_hsenc|_hsmi|_g[al]|igshid|igsh|wt_?mc\w*|at_(?:medium|campaign|custom\d|link\w*|ptr_name|bbc_team|format)|ns_\w+|cmpid|cmp|s_cid|sc_cid|ncid|intcid|ocid|ref_?src|ftag|ito|smid|smtyp|xtor|traffic_source|partner|emc|__twitter_impression|guccounter)$/i;

/** Letters, digits and signs that mean the same with and without a percent sign (RFC 3986, 2.3). */
const UNRESERVED = /[A-Za-z0-9\-._~]/;

/** One spelling of an address: hex digits in capitals, and nothing encoded that need not be (RFC 3986, 6.2.2). */
const respelled = (href: string): string =>
  href.replace(/%([0-9A-Fa-f]{2})/g, (encoded, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(letter) ? letter : encoded.toUpperCase();
  });

/** The form under which URLs are stored and compared: parsed, in one spelling, channel parameters dropped, no trailing "?". */
export function normaliseUrl(text: string, base?: string): string | null {
  const url = parseHttpUrl(text, base);
  if (!url) return null;
  for (const name of [...url.searchParams.keys()]) if (CHANNEL.test(name)) url.searchParams.delete(name);
  if (url.search === "") url.search = "";
  return respelled(url.href);
}

/**
 * Parameters that mostly say how a reader came, but at some sites choose the article: where the texts under both addresses agree,
 * and only there, they do not.
 */
const DOUBTFUL = /^(?:ref|source|src|from|via|feed|rss|id|view|output|outputtype|amp)$/i;

/** Parts of a path by which the same article is shown for phones or for printing: its first or its last part, or an ending. */
const SHOWN_AS = [
  /^\/(?:amp|print|mobile)(?=\/.)/i,
  /\/(?:amp|print|mobile)\/?$/i,
  /\.(?:amp|print)(?=(?:\.html?)?$)/i,
];

/** The address without parameters, and parts of its path, that need not choose the article; null when it has none of them. */
export function addressWithoutDoubtful(normalised: string): string | null {
  const url = URL.parse(normalised);
  if (!url) return null;
  const names = [...url.searchParams.keys()].filter((name) => DOUBTFUL.test(name));
  const path = SHOWN_AS.reduce((left, part) => left.replace(part, ""), url.pathname);
  if (names.length === 0 && (path === url.pathname || path.length < 2)) return null;
  for (const name of names) url.searchParams.delete(name);
  if (url.search === "") url.search = "";
  if (path.length >= 2) url.pathname = path;
  return url.href;
}

/** Equal for addresses that differ only in scheme, "www." or a trailing slash: the key for "do we know it already?". */
export function urlKey(normalised: string): string {
  return normalised
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/(?=$|\?)/, "");
}

/** The unit of politeness: registrable domain, or host with port where there is none (addresses, localhost). */
export function hostKey(url: string): string {
  const parsed = new URL(url);
  const local = /(?:^|\.)localhost$/.test(parsed.hostname);
  return (local ? null : getDomain(parsed.hostname, { allowPrivateDomains: true })) ?? parsed.host;
}

/** Same registrable domain: what a page may declare as its own canonical address. */
export const sameSite = (a: string, b: string): boolean => hostKey(a) === hostKey(b);
