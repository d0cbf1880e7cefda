import type { EngineContext } from "#engine/context";
import type { ArticleId, HostId, SourceId } from "#model/id";

/** Articles that are brought forward; older ones come by their own waits, which none of this changes. */
const MAX_ARTICLES = 1000;
/** Brought forward in one transaction. */
const CHUNK = 50;

type Port = Pick<EngineContext, "store" | "clock" | "settings">;

/** The site shows its texts again: what failed meanwhile waits for no longer than the pace of the host makes it. */
export async function lookAgainAfterFault(context: Port, id: SourceId, sinceAt: number): Promise<void> {
  await bringForward(context, await context.store.reader.failedSince(id, sinceAt, MAX_ARTICLES));
}

/** The host said "not modified" of a page that was: so it may have of all others. */
export async function lookAgainAfterLie(context: Port, id: HostId): Promise<void> {
  await bringForward(context, await context.store.reader.notModifiedAt(id, MAX_ARTICLES));
}

/** A chunk as soon as the host can have answered the one before: so that it does not count as late with all of them. */
async function bringForward({ store, clock, settings }: Port, ids: readonly ArticleId[]): Promise<void> {
  const now = clock.now();
  for (let at = 0; at < ids.length; at += CHUNK)
    await store.writer.bringForward(ids.slice(at, at + CHUNK), now + at * settings.gapMs);
}
