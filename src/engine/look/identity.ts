import { canonical } from "#lib/canonical";
import { normaliseUrl, sameSite, urlKey } from "#lib/url";
import type { Article } from "#model/article";
import type { Document } from "#model/document";
import type { Hop } from "#model/fetcher";
import type { Reader } from "#store/reader";
import type { TextObservation } from "./observation.ts";
import type { Past } from "./past.ts";
import { type Joining, questionOf, type SameReader, sameAtAddress } from "./same-article.ts";

export type Identity =
  /** The article's own address, possibly a new one. */
  | OwnAddress
  /**
   * Another article is stored under this address already, and this one, which has no version yet, is it; it is looked at under
   * `address` from now on if that is given.
   */
  | { readonly kind: "duplicate"; readonly of: Article; readonly address?: string }
  /** Another article that has versions, too, is this one. */
  | Joining;

export interface OwnAddress {
  readonly kind: "own";
  readonly url: string;
  readonly alsoKnownAs: readonly string[];
  /** Another article that is this one, and has no version yet. */
  readonly absorbs?: Article;
}

/**
 * Which address an article goes by, after a look: the declared canonical one, else where the redirects ended.
 * A declared address that belongs to another known article is believed only when the texts agree (some sites declare one
 * address on all their pages). An article that has versions of its own is never folded into another, but may be joined with it.
 */
export async function identify(
  reader: Pick<Reader, "articleByUrl" | "recentTextHashes"> & SameReader,
  article: Article,
  observation: TextObservation,
  past: Past,
): Promise<Identity> {
  const {
    response,
    page: { document, textHash },
  } = observation;
  const final = normaliseUrl(response.url) ?? article.url;
  const declared = document.canonicalUrl === null ? null : normaliseUrl(document.canonicalUrl);
  const candidates = declared !== null && sameSite(declared, final) ? [declared, final] : [final];
  for (const url of candidates) {
    if (new URL(url).pathname === "/") continue;
    // Its own address needs no asking.
    const holder = urlKey(url) === urlKey(article.url) ? article : await reader.articleByUrl(url);
    if (holder === null || holder.id === article.id)
      return { kind: "own", url, alsoKnownAs: [final, ...passedThrough(url, response.hops)] };
    if (past.kind === "first" && (await agrees(reader, holder, document, textHash))) {
      return { kind: "duplicate", of: holder };
    }
    const same = await sameAtAddress(questionOf(reader, article, observation, past), observation, holder, url);
    if (same?.kind === "absorbs")
      return { kind: "own", url, alsoKnownAs: [final, ...passedThrough(url, response.hops)], absorbs: same.other };
    if (same) return same;
  }
  return { kind: "own", url: article.url, alsoKnownAs: [] };
}

async function agrees(
  reader: Pick<Reader, "recentTextHashes">,
  holder: Article,
  document: Document,
  textHash: string,
): Promise<boolean> {
  if (holder.versionCount === 0) return true;
  if (holder.headline !== null && document.headline !== null) {
    if (canonical(holder.headline) === canonical(document.headline)) return true;
  }
  const known = await reader.recentTextHashes(holder.id, 8);
  return known.some((version) => version.textHash === textHash);
}

/**
 * Addresses that the site itself has given up for this one: what redirects for good on the way is the article's too. Not what
 * leads over other sites (log-ins, consents) or for the moment only, which many articles may share.
 */
function passedThrough(url: string, hops: readonly Hop[]): readonly string[] {
  return hops.flatMap((hop) => {
    const passed = hop.status === 301 || hop.status === 308 ? normaliseUrl(hop.url) : null;
    return passed !== null && sameSite(passed, url) && new URL(passed).pathname !== "/" ? [passed] : [];
  });
}
