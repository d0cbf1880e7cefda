import type { EngineContext } from "#engine/context";
import { chance, gapNow, isDistrusted } from "#engine/politeness/courtesy";
import type { Holding } from "#engine/politeness/gate";
import { hostKey } from "#lib/url";
import type { Article } from "#model/article";
import type { Decision } from "#model/capture";
import type { FetchRequest, FetchResponse, Validators } from "#model/fetcher";
import type { Feed } from "#model/source";
import type { HostMet } from "#store/writer";
import { isPending } from "#version/claimed-date";

/** Validators lie on some servers: every so many looks the whole page is asked for, whatever was promised. */
const FULL_FETCH_EVERY = 20;

/** How an article's page is asked for. */
export interface Asking {
  /** "If it changed". */
  readonly validators?: Validators;
  readonly render?: "browser";
  /** The validators that would have been sent, had this look not been due to put them to the test. */
  readonly onTrial?: Validators;
}

/** If it changed, where that can be relied on; the whole page when it is new, has to prove something, or is due for a test. */
export async function askingFor(
  context: EngineContext,
  article: Article,
  fresh: boolean,
  holding: Holding,
): Promise<Asking> {
  const { reader } = context.store;
  if (context.replayed) return {};
  const render = holding.render ?? (await reader.source(article.sourceId))?.render;
  if (render === "browser") return { render: "browser" };
  const { etag, lastModified } = article;
  if (fresh || article.versionCount === 0 || isPending(article.claimedDate)) return {};
  if (etag === null && lastModified === null) return {};
  const validators = { etag, lastModified };
  if (article.notModified >= FULL_FETCH_EVERY - 1) return { onTrial: validators };
  const manners = holding.manners ?? (await reader.manners(hostKey(article.url)));
  return isDistrusted(manners, context.clock.now()) ? {} : { validators };
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

export interface Trial {
  readonly validators: NonNullable<HostMet["validators"]>;
  /** Requests that it took beside the look's own. */
  readonly requests: number;
}

/**
 * Would "not modified" have been the truth? When the whole page shows the same text (`decision`), it would. When it shows another, the
 * server is asked what it would have said: once more, a gap later, with the old validators. Null when that cannot be told.
 */
export async function trial(
  context: EngineContext,
  onTrial: Validators,
  response: FetchResponse,
  decision: Decision,
  holding: Holding,
): Promise<Trial | null> {
  if (decision === "none") return null;
  if (decision === "same") return { validators: { lied: false, at: context.clock.now() }, requests: 0 };
  const { url } = response;
  // Whoever holds no host waits for a turn in the permit.
  if (holding.leased !== null) {
    const manners = holding.manners ?? (await context.store.reader.manners(holding.leased));
    await context.clock.sleep(await gapNow(context, url, manners), holding.signal);
  }
  const asked = await context.fetcher.fetch({
    url,
    validators: onTrial,
    permit: context.gate.permit(holding),
    ...(holding.signal && { signal: holding.signal }),
  });
  if (!asked.ok) return null;
  return { validators: { lied: asked.value.status === 304, at: context.clock.now() }, requests: 1 };
}
