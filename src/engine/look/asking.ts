import type { EngineContext } from "#engine/context";
import { chance, isDistrusted, isTrialDue } from "#engine/politeness/courtesy";
import type { Holding } from "#engine/politeness/gate";
import { hostKey } from "#lib/url";
import type { AddressClaim } from "#model/address-claim";
import type { Article } from "#model/article";
import type { FetchRequest, Validators } from "#model/fetcher";
import type { Feed } from "#model/source";
import type { Watched } from "#model/watch";
import type { Reader } from "#store/reader";
import { isPending } from "#version/claimed-date";
import { isCurrent } from "#version/recall";
import { isBylinePending } from "#version/shown-byline";
import type { Asked } from "./siblings.ts";

/** Of so many polls of a feed one asks for the whole of it, whatever the server promised. */
const FULL_FETCH_EVERY = 20;

/** How an article's page is asked for. */
export interface Asking {
  /** "If it changed". */
  readonly validators?: Validators;
  readonly render?: "browser";
  /** The validators that would have been sent, had this look not been due to put them to the test. */
  readonly onTrial?: Validators;
}

/** A look that is about to be made. Each later step adds what it finds out. */
export interface AskedLook extends Watched {
  readonly holding: Holding;
  /** What it was asked for, for the sake of another article; null for a look of its own. */
  readonly asked: Asked | null;
  /** Past all caches: a server may say "not modified" of an article whose surroundings changed. */
  readonly isFresh: boolean;
  readonly asking: Asking;
  /** The look asks here and not at the article's address, to see whether the article is there; null for other looks. */
  readonly proving: AddressClaim | null;
}

type Port = Pick<EngineContext, "store" | "clock" | "replayed" | "isAtClaim">;

export async function ask(
  context: Port & Pick<EngineContext, "siblings">,
  watched: Watched,
  holding: Holding,
): Promise<AskedLook> {
  const { article } = watched;
  const asked = context.siblings.take(article);
  const proving = asked === null && (!context.replayed || context.isAtClaim) ? provable(watched) : null;
  const isFresh = asked !== null || (await isProving(context.store.reader, article));
  const asking = await askingFor(context, watched, isFresh, holding);
  return { ...watched, holding, asked, isFresh, asking, proving };
}

/** A canonical address is proved by asking there; where a redirect leads, the article's own address shows. */
const provable = ({ article, watch: { addressClaim } }: Watched): AddressClaim | null =>
  addressClaim?.kind === "canonical" && article.versionCount > 0 ? addressClaim : null;

/** True while the page shows a text that is not the latest version's and has to prove itself, as far as is known. */
async function isProving(reader: Reader, article: Article): Promise<boolean> {
  const memory = article.versionCount === 0 ? null : await reader.memory(article.id);
  return isCurrent(memory, article.versionCount) && memory.away !== null;
}

/**
 * If it changed, where that can be relied on; the whole page when it is new, has to prove something, or when a test is due: of the
 * host, of the article, or because a signal says that it was edited.
 */
async function askingFor(
  context: Port,
  { article, watch }: Watched,
  isFresh: boolean,
  holding: Holding,
): Promise<Asking> {
  const { reader } = context.store;
  if (context.replayed) return {};
  const render = holding.render ?? (await reader.source(article.sourceId))?.render;
  if (render === "browser") return { render: "browser" };
  const { etag, lastModified, addressClaim } = watch;
  // A page is remembered only with a version.
  // An address is proved by the text itself.
  if (isFresh || addressClaim !== null || (etag === null && lastModified === null) || isPending(watch.claimedDate))
    return {};
  if (isBylinePending(watch.shownByline)) return {};
  const validators = { etag, lastModified };
  const manners = holding.manners ?? (await reader.manners(hostKey(article.url)));
  if (isDistrusted(manners, context.clock.now())) return {};
  const isDue = article.signal !== null || isTrialDue(manners, watch.notModified);
  return isDue ? { onTrial: validators } : { validators };
}

/** The same for a feed; what it lists is seen again in the pages, so that one poll in so many, by chance, is test enough. */
export async function askingForFeed(
  context: Pick<EngineContext, "store" | "clock">,
  feed: Feed,
  holding: Holding,
): Promise<Pick<FetchRequest, "validators" | "render">> {
  const { reader } = context.store;
  if (feed.kind === "page" && (await reader.source(feed.sourceId))?.render === "browser") return { render: "browser" };
  if (chance(`${feed.url} ${feed.lastPolledAt}`) * FULL_FETCH_EVERY < 1) return {};
  const manners = holding.manners ?? (await reader.manners(hostKey(feed.url)));
  if (isDistrusted(manners, context.clock.now())) return {};
  return { validators: { etag: feed.etag, lastModified: feed.lastModified } };
}
