import type { Page, Run } from "#extract/page/page";
import { collapse, weigh } from "#extract/page/text";
import { textOf } from "#extract/page/text-of";
import { attribute } from "#extract/page/tree";
import { parseHttpUrl, sameSite } from "#lib/url";

/** The address that a line leads to: all of it is the link, or it begins with one. */
export interface Lead {
  /** Equal for equal targets; without the fragment, and without the host for pages of the page's own. */
  readonly address: string;
  /** The target belongs to another registrable domain. */
  readonly isOutside: boolean;
  /** The whole line is the link. */
  readonly isWhole: boolean;
  /** Weighed length of the link's text. */
  readonly size: number;
}

/** Share of a line in the link from which the line is the link. */
const WHOLE = 0.9;
/** Characters of a link that are compared with the beginning of its line. */
const MAX_COMPARED = 400;

/** What each run of a page leads to; null for the runs that begin with no link to another article. */
export function leadsOf(page: Page, url: string): readonly (Lead | null)[] {
  const leads = Array.from<Lead | null>({ length: page.runs.length }).fill(null);
  const targets = targetReader(url);
  const { anchors } = page.facts;
  const mixed = new Set<number>();
  for (const [i, { element, run }] of anchors.entries()) {
    const target = targets(attribute(element, "href"));
    if (target === null) continue;
    // A link around blocks goes on to the run where the next one begins.
    const end = Math.max(run + 1, Math.min(page.runs.length, anchors[i + 1]?.run ?? page.runs.length));
    for (let at = run; at < end; at++) {
      const line = page.runs[at];
      if (!line || line.linkSize === 0) break;
      const known = leads[at];
      if (known && known.address !== target.address && line.linkSize >= line.size * WHOLE) mixed.add(at);
      if (!known) leads[at] = leadOf(line, target, at === run ? () => collapse(textOf(element)) : () => "");
    }
  }
  // A line of several links is a menu.
  for (const at of mixed) leads[at] = null;
  return leads;
}

function leadOf(line: Run, target: Target, textOfLink: () => string): Lead | null {
  if (line.linkSize >= line.size * WHOLE) return { ...target, isWhole: true, size: line.size };
  const text = textOfLink().slice(0, MAX_COMPARED);
  const shown = line.text.replace(NUMBER, "");
  if (text === "" || !shown.startsWith(text)) return null;
  const rest = shown.slice(text.length);
  if (rest === "") return { ...target, isWhole: true, size: line.size };
  return GOES_ON.test(rest) ? null : { ...target, isWhole: false, size: weigh(text) };
}

/** Of an item in a list, before its link. */
const NUMBER = /^[\p{P}\p{S}\s]*\p{Nd}{1,3}[.)]?\s+/u;
/** A sentence that begins with a link and goes on in small letters, or a name with what it stands for: "Mill (1780): a ruin". */
const GOES_ON = /^[\s,;]*(?:\p{Ll}|[:：(（–—-])/u;

type Target = Pick<Lead, "address" | "isOutside">;

/** Addresses of other articles only, as strings: parsing each of a thousand links would cost more than the rest of a page. */
function targetReader(url: string): (href: string) => Target | null {
  const own = parseHttpUrl(url);
  const ownPath = own ? own.pathname.replace(/\/$/, "") : "";
  const outside = new Map<string, boolean>();
  const isOutside = (host: string): boolean => {
    const known = outside.get(host);
    if (known !== undefined) return known;
    const theirs = parseHttpUrl(`http://${host}/`);
    const is = !own || !theirs || !sameSite(own.href, theirs.href);
    outside.set(host, is);
    return is;
  };
  return (href) => {
    const parts = partsOf(href.slice(0, MAX_HREF).trim());
    if (!parts) return null;
    const { host, path } = parts;
    const isOwn = host === "" || host === own?.host;
    if (!isArticle(path)) return null;
    const isSelf =
      isOwn && ownPath !== "" && (path === ownPath || PARTS.some((part) => path.startsWith(ownPath + part)));
    if (isSelf) return null;
    return { address: isOwn ? path : `${host}${path}`, isOutside: !isOwn && isOutside(host) };
  };
}

/** Characters of an address that are looked at: those of articles are shorter, and expressions are run over them. */
const MAX_HREF = 500;

/** Most links begin with the path or the usual scheme, for which no expression is needed. */
function partsOf(href: string): { readonly host: string; readonly path: string } | null {
  const start = href.startsWith("https://") ? HTTPS : href.startsWith("/") && !href.startsWith("//") ? 0 : -1;
  const slash = start < 0 ? -1 : href.indexOf("/", start);
  const host = href.slice(start, slash);
  if (slash >= 0 && (start === 0 || (host !== "" && !/[?#]/.test(host)))) {
    const hash = href.indexOf("#", slash);
    return { host, path: href.slice(slash, hash < 0 ? undefined : hash) };
  }
  const found = ADDRESS.exec(href);
  return found && { host: found[1] ?? "", path: found[2]! };
}

const HTTPS = "https://".length;
const ADDRESS = /^(?!\w+:(?!\/\/)|#)(?:(?:https?:)?\/\/([^/?#]+))?([^#]*)/i;
/** What stands below the page's own address: its entries, its comments, its next page. */
const PARTS = ["/", "?"];

/** Front pages and sections have one short word for a path. */
const isArticle = (path: string): boolean => {
  const trimmed = path.replace(/^\/|\/$/g, "");
  return /[/\d=]|[^/]{2}-[^/]/.test(trimmed) || trimmed.length >= LONG_NAME;
};
const LONG_NAME = 16;
