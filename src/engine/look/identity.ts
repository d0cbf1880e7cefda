import { canonical } from "#lib/canonical";
import { normaliseUrl, sameSite, urlKey } from "#lib/url";
import type { AddressClaim, AddressDecided } from "#model/address-claim";
import type { Article } from "#model/article";
import type { Document } from "#model/document";
import type { Hop } from "#model/fetcher";
import type { Reader } from "#store/reader";
import { textOf } from "#version/fingerprint";
import { CONFIRM_AFTER_MS } from "#version/hold";
import { type Held, heldIn, isSameArticle, isUnlike, provesAddress } from "#version/same-article";
import { claimOf, decidedAbout, evidenceOf, isFront, isPermanent, type Pointers, pointersOf } from "./claims.ts";
import { verdictOfElsewhere } from "./elsewhere.ts";
import type { SeenLook, TextObservation } from "./observation.ts";
import type { Later, Past } from "./past.ts";
import { areSeparated, type Duplicate } from "./same-article.ts";
import { sharedParagraphs } from "./same-text.ts";
import type { Verdict } from "./verdict.ts";

export type Identity =
  /** The article's own text, at an address that may be a new one. */
  | OwnAddress
  /** Another article is stored under this address already, and this one is it. */
  | Duplicate
  /** The look was led to something else. */
  | ElsewhereSeen;

/** What a look does about the addresses of its article. */
export interface AddressOutcome {
  /** What has to be proved by the next look; null when nothing has. */
  readonly claim: AddressClaim | null;
  readonly decided: AddressDecided | null;
}

export interface OwnAddress extends AddressOutcome {
  readonly kind: "own";
  readonly url: string;
  readonly alsoKnownAs: readonly string[];
}

export interface ElsewhereSeen extends AddressOutcome {
  readonly kind: "elsewhere";
  readonly verdict: Verdict;
}

type Port = Pick<Reader, "articleByUrl" | "recentTextHashes" | "version" | "addressDecision" | "joins" | "strands">;
type Look = Pick<SeenLook, "article" | "watch" | "proving"> & { readonly observation: TextObservation };

/** Looks through a passing redirect that show another headline than the one announced, before the first text is taken all the same. */
const FIRST_LOOKS_LED_AWAY = 3;

/**
 * Whether a look saw its article, and which address the article goes by from then on. An address is replaced only by proof: a
 * permanent redirect, or a declared canonical address, moves an article when the page there has enough of the latest version's text,
 * at two looks. A passing redirect never does. A look that a redirect led to another text saw nothing of the article.
 *
 * A declared address that belongs to another known article is believed only when the texts agree (some sites declare one
 * address on all their pages), and an article that has versions of its own is never folded into another.
 */
export async function identify(
  reader: Port,
  look: Look,
  past: Past,
  replayed: boolean,
  now: number,
): Promise<Identity> {
  const { article, proving } = look;
  const { response, page } = look.observation;
  const pointers = pointersOf(proving?.url ?? article.url, response.url, page.document.canonicalUrl, response.hops);
  if (past.kind === "first") return firstIdentity(reader, look, pointers, replayed, now);
  const isAway = urlKey(pointers.final) !== urlKey(article.url);
  const declares = pointers.declared !== null && urlKey(pointers.declared) !== urlKey(article.url);
  if (!isAway && !declares) return own(article, pointers, response.hops, NOTHING_CLAIMED);
  const held = await heldOf(reader, look, past);
  if (proving) return provedAt(proving, look, pointers, held);
  if (isAway && !isSameArticle(held)) return elsewhere(reader, look, pointers);
  if (!provesAddress(held)) return own(article, pointers, response.hops, NOTHING_CLAIMED);
  const claim = await claimOf(reader, article, look.watch.addressClaim, pointers, now);
  if (claim?.kind !== "permanent" || now - claim.since < CONFIRM_AFTER_MS)
    return own(article, pointers, response.hops, { claim, decided: null });
  const decided = decidedAbout(claim, "moved", article, evidenceOf(held, response.hops));
  return { ...own(article, pointers, response.hops, { claim: null, decided }), url: claim.url };
}

const NOTHING_CLAIMED: AddressOutcome = { claim: null, decided: null };

async function heldOf(reader: Port, { article, observation: { page } }: Look, past: Later): Promise<Held> {
  const text = textOf(page.document);
  const latest = await reader.version(article.id, past.latest);
  return heldIn(latest?.text ?? text, text);
}

/** At the spelling of its address that the site leads to. */
function own(article: Article, pointers: Pointers, hops: readonly Hop[], outcome: AddressOutcome): OwnAddress {
  const { final } = pointers;
  const isSpelling = urlKey(final) === urlKey(article.url) && hops.length > 0 && hops.every(isPermanent);
  // Sites that test for cookies count the visits in the query: such addresses would have no end.
  const isPlace =
    !isFront(final) && (hops.every(isPermanent) || new URL(final).pathname !== new URL(article.url).pathname);
  return {
    kind: "own",
    url: isSpelling ? final : article.url,
    alsoKnownAs: [...(isPlace ? [final] : []), ...passedThrough(article.url, hops)],
    ...outcome,
  };
}

/** The page at the address that was to be proved. */
function provedAt(
  proving: AddressClaim,
  { article, observation: { response } }: Look,
  pointers: Pointers,
  held: Held,
): OwnAddress | ElsewhereSeen {
  const isThere = urlKey(pointers.final) === urlKey(proving.url);
  const isProved = isThere && provesAddress(held);
  const decided = decidedAbout(proving, isProved ? "moved" : "refused", article, evidenceOf(held, response.hops));
  const outcome = { claim: null, decided };
  if (isProved) return { kind: "own", url: proving.url, alsoKnownAs: [], ...outcome };
  const ledBack = urlKey(pointers.final) === urlKey(article.url) && isSameArticle(held);
  if (ledBack) return { kind: "own", url: article.url, alsoKnownAs: [], ...outcome };
  const reason = { code: "address-unproved", url: proving.url } as const;
  return { kind: "elsewhere", verdict: { outcome: "moved", met: "unchanged", reason }, ...outcome };
}

async function elsewhere(
  reader: Port,
  { article, observation: { response } }: Look,
  pointers: Pointers,
): Promise<ElsewhereSeen> {
  const holder = await reader.articleByUrl(pointers.final);
  const other = holder && holder.id !== article.id ? holder : null;
  return {
    kind: "elsewhere",
    verdict: verdictOfElsewhere(article, pointers.final, response.hops, other),
    ...NOTHING_CLAIMED,
  };
}

/** Of an article without versions there is no text that could prove anything: it goes where the site says for good. */
async function firstIdentity(
  reader: Port,
  look: Look,
  pointers: Pointers,
  replayed: boolean,
  now: number,
): Promise<Identity> {
  const { article, watch, observation } = look;
  const { response, page } = observation;
  const { final, declared, permanent } = pointers;
  for (const url of [declared, final]) {
    if (url === null || isFront(url) || urlKey(url) === urlKey(article.url)) continue;
    const holder = await reader.articleByUrl(url);
    if (holder === null || holder.id === article.id) break;
    if (await areSeparated(reader, article, holder)) break;
    if (!(await agrees(reader, holder, page.document, page.textHash))) continue;
    const why = url === declared ? "canonical" : "redirect";
    return { kind: "duplicate", of: holder, why, share: await shareWith(reader, holder, page.document) };
  }
  if (watch.failures < FIRST_LOOKS_LED_AWAY && isLedAway(article, page.document, pointers, response.hops))
    return elsewhere(reader, look, pointers);
  const claim = replayed ? null : await claimOf(reader, article, null, { ...pointers, permanent: null }, now);
  const target = permanent ?? (replayed ? declared : null);
  const url = target !== null && (await isFree(reader, article, target)) ? target : article.url;
  const isMoved = urlKey(url) !== urlKey(article.url);
  const first: AddressClaim = { url, kind: permanent === null ? "canonical" : "permanent", since: response.sentAt };
  const decided = isMoved
    ? decidedAbout(first, "moved", article, { paragraphs: 0, held: 0, sameHeadline: false, hops: response.hops })
    : null;
  const others = [...(declared === null ? [] : [declared]), ...(isFront(final) ? [] : [final])];
  return {
    ...own(article, pointers, response.hops, {
      claim: claim && urlKey(claim.url) !== urlKey(url) ? claim : null,
      decided,
    }),
    ...(isMoved && { url }),
    alsoKnownAs: [...others, ...passedThrough(url, response.hops)],
  };
}

async function isFree(reader: Port, article: Article, url: string): Promise<boolean> {
  const holder = await reader.articleByUrl(url);
  return holder === null || holder.id === article.id;
}

/** To another site and for the moment only, where the page has nothing of the headline that was announced. */
function isLedAway(article: Article, document: Document, { final }: Pointers, hops: readonly Hop[]): boolean {
  if (article.headline === null || sameSite(final, article.url)) return false;
  if (hops.every(isPermanent)) return false;
  const announced = { headline: article.headline, standfirst: null, corrections: [], blocks: [] };
  return isUnlike(heldIn(announced, textOf(document)));
}

async function shareWith(
  reader: Pick<Reader, "version">,
  holder: Article,
  { blocks }: Document,
): Promise<number | null> {
  const latest = await reader.version(holder.id, holder.versionCount);
  return latest && sharedParagraphs(latest.text.blocks, blocks);
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
    const passed = isPermanent(hop) ? normaliseUrl(hop.url) : null;
    return passed !== null && sameSite(passed, url) && !isFront(passed) ? [passed] : [];
  });
}
