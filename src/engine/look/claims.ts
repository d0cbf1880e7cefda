import { DAY_MS } from "#lib/clock";
import { normaliseUrl, sameSite, urlKey } from "#lib/url";
import type { AddressClaim, AddressDecided, AddressEvidence } from "#model/address-claim";
import type { Article } from "#model/article";
import type { Hop } from "#model/fetcher";
import type { Reader } from "#store/reader";
import type { Held } from "#version/same-article";

/** A refused address is tried again after so long: sites correct their pages. */
const TRY_AGAIN_MS = 30 * DAY_MS;
/** Redirects that an evidence keeps; more are not followed. */
const MAX_HOPS = 10;

/** What the look says of addresses. */
export interface Pointers {
  /** Where the answer came from. */
  readonly final: string;
  /** The same where the whole way there is permanent, and leads away; else null. */
  readonly permanent: string | null;
  /** What the page declares, when it may. */
  readonly declared: string | null;
}

/** A front page is no article's address, and a page may declare only addresses of its own site. */
export function pointersOf(asked: string, url: string, canonicalUrl: string | null, hops: readonly Hop[]): Pointers {
  const final = normaliseUrl(url) ?? asked;
  const declared = canonicalUrl === null ? null : normaliseUrl(canonicalUrl);
  return {
    final,
    permanent: permanentEnd(asked, final, hops),
    declared: declared !== null && sameSite(declared, final) && !isFront(declared) ? declared : null,
  };
}

/** A way that is for the moment at any point of it leads nowhere for good: what is there may be shared by many articles. */
function permanentEnd(asked: string, final: string, hops: readonly Hop[]): string | null {
  return urlKey(final) === urlKey(asked) || isFront(final) || !hops.every(isPermanent) ? null : final;
}

export const isPermanent = ({ status }: Hop): boolean => status === 301 || status === 308;

export const isFront = (url: string): boolean => new URL(url).pathname === "/";

/** The claim that a look makes, or goes on making; null when it makes none. */
export async function claimOf(
  reader: Pick<Reader, "articleByUrl" | "addressDecision">,
  article: Article,
  before: AddressClaim | null,
  { permanent, declared }: Pointers,
  now: number,
): Promise<AddressClaim | null> {
  for (const [kind, url] of [
    ["permanent", permanent],
    ["canonical", declared],
  ] as const) {
    if (url === null || urlKey(url) === urlKey(article.url)) continue;
    if (before?.kind === kind && urlKey(before.url) === urlKey(url)) return before;
    const holder = await reader.articleByUrl(url);
    if (holder !== null && holder.id !== article.id) continue;
    const decided = await reader.addressDecision(article.id, url);
    if (decided && (decided.undoneAt !== null || (decided.verdict === "refused" && now - decided.at < TRY_AGAIN_MS)))
      continue;
    return { url, kind, since: now };
  }
  return null;
}

export const decidedAbout = (
  claim: AddressClaim,
  verdict: AddressDecided["verdict"],
  article: Article,
  evidence: AddressEvidence | null,
): AddressDecided => ({ verdict, kind: claim.kind, from: article.url, to: claim.url, since: claim.since, evidence });

export const evidenceOf = ({ paragraphs, held, sameHeadline }: Held, hops: readonly Hop[]): AddressEvidence => ({
  paragraphs,
  held,
  sameHeadline,
  hops: hops.slice(0, MAX_HOPS).map(({ url, status }) => ({ url, status })),
});
