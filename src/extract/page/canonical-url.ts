import { normaliseUrl, parseHttpUrl, sameSite } from "#lib/url";
import { firstMeta, type Metas } from "./metas.ts";
import type { Facts } from "./page.ts";
import { attribute } from "./tree.ts";

/**
 * The address the page declares as its own: `<link rel=canonical>`, else `og:url`; absolute.
 * Null when it is of another site (syndicated copies point at the original) or the home page of this one
 * (a common mistake of templates, which would make all articles one).
 */
export function canonicalUrl(facts: Facts, metas: Metas, url: string): string | null {
  const base = parseHttpUrl(url);
  if (!base) return null;
  const link = facts.links.find((element) => /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, "rel")));
  for (const declared of [link ? attribute(link, "href") : null, firstMeta(metas, "og:url")]) {
    const normalised = declared ? normaliseUrl(declared, base.href) : null;
    if (normalised && sameSite(normalised, base.href) && !(isHome(normalised) && !isHome(base.href))) return normalised;
  }
  return null;
}

const isHome = (url: string): boolean => {
  const { pathname, search } = new URL(url);
  return search === "" && HOME.test(pathname);
};

/** Also of an edition in one language: "/de/", "/pt-br/". */
const HOME = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/)?(?:index\.\w+)?$/i;
