import { compilePatterns } from "#discover/patterns";
import { hubChanges } from "#engine/websub/plan";
import type { Clock } from "#lib/clock";
import { parseHttpUrl } from "#lib/url";
import type { Actor } from "#model/actor";
import { fail, ok, type Result } from "#model/failure";
import type { FeedId, SourceId } from "#model/id";
import type { Feed, Patterns, Source } from "#model/source";
import type { Reader } from "#store/reader";
import type { Writer } from "#store/writer";
import { permit } from "./roles.ts";

/** Longer names are cut by every list that shows them. */
const MAX_NAME = 200;

/**
 * What can be changed about a source. `history` of a removed one: `stays` leaves its articles to be read; `goes` hides them. Nothing
 * is deleted, because what the ledger sealed could then no longer be verified.
 */
export type SourceChange =
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "home"; readonly url: string }
  | { readonly kind: "patterns"; readonly patterns: Patterns }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "remove-feed"; readonly feed: FeedId }
  | { readonly kind: "remove"; readonly history: "stays" | "goes" };

export interface SourceContext {
  readonly store: {
    readonly reader: Pick<Reader, "source" | "feeds" | "feed" | "feedHubs">;
    readonly writer: Pick<
      Writer,
      | "renameSource"
      | "setHome"
      | "setPatterns"
      | "pauseSource"
      | "resumeSource"
      | "removeSource"
      | "retireArticles"
      | "removeFeed"
      | "changeHubs"
    >;
  };
  readonly clock: Clock;
}

/** Resolves with the source as it is afterwards. */
export async function changeSource(
  context: SourceContext,
  actor: Actor,
  id: SourceId,
  change: SourceChange,
): Promise<Result<Source>> {
  const allowed = permit(actor, "change-source");
  if (!allowed.ok) return allowed;
  const { reader } = context.store;
  if (!(await reader.source(id))) return fail("never", "no-such-source", `There is no source ${id}.`);
  const done = await apply(context, id, change);
  return done.ok ? ok((await reader.source(id))!) : done;
}

async function apply(context: SourceContext, id: SourceId, change: SourceChange): Promise<Result<void>> {
  const { store, clock } = context;
  const { writer } = store;
  switch (change.kind) {
    case "rename":
      return rename(context, id, change.name);
    case "home":
      return correctHome(context, id, change.url);
    case "patterns": {
      const compiled = compilePatterns(change.patterns);
      return compiled.ok ? ok(await writer.setPatterns(id, change.patterns)) : compiled;
    }
    case "pause":
      return ok(await writer.pauseSource(id, clock.now()));
    case "resume":
      return ok(await writer.resumeSource(id, clock.now()));
    case "remove-feed":
      return removeFeed(context, id, change.feed);
    case "remove":
      return remove(context, id, change.history);
  }
}

async function rename({ store }: SourceContext, id: SourceId, given: string): Promise<Result<void>> {
  const name = given.trim();
  if (name === "" || name.length > MAX_NAME)
    return fail("never", "bad-name", `A name has 1 to ${MAX_NAME} characters.`);
  return ok(await store.writer.renameSource(id, name));
}

async function correctHome({ store }: SourceContext, id: SourceId, given: string): Promise<Result<void>> {
  const url = parseHttpUrl(given.trim());
  if (!url) return fail("never", "not-an-address", `"${given.slice(0, 200)}" is not a web address.`);
  if (await store.writer.setHome(id, url.href)) return ok(undefined);
  return fail("never", "home-taken", `Another source has the home page ${url.href}.`);
}

async function removeFeed({ store, clock }: SourceContext, id: SourceId, feedId: FeedId): Promise<Result<void>> {
  const feed = await store.reader.feed(feedId);
  if (feed?.sourceId !== id) return fail("never", "no-such-feed", "This source has no such feed.");
  await leaveHubs({ store, clock }, feed);
  return ok(await store.writer.removeFeed(feedId, clock.now()));
}

/** As when the feed names no hub any more. */
async function leaveHubs({ store, clock }: SourceContext, { id, url }: Feed): Promise<void> {
  const circumstances = { base: null, now: clock.now(), newSecrets: () => ({ key: "", secret: "" }) };
  const leaving = hubChanges(await store.reader.feedHubs(id), { hubs: [], topic: url }, circumstances);
  if (leaving.length > 0) await store.writer.changeHubs(id, leaving);
}

const HIDDEN_BECAUSE = "Its source was removed, with its history.";

/** The mark comes first, so that nothing is asked while the articles are gone through; if that is interrupted, it can be done again. */
async function remove({ store, clock }: SourceContext, id: SourceId, history: "stays" | "goes"): Promise<Result<void>> {
  const at = clock.now();
  for (const feed of await store.reader.feeds(id)) await leaveHubs({ store, clock }, feed);
  await store.writer.removeSource(id, at);
  const hideFor = history === "goes" ? HIDDEN_BECAUSE : null;
  for (let after: number | null = 0; after !== null; )
    after = await store.writer.retireArticles(id, { after, hideFor, at });
  return ok(undefined);
}
