import { randomBytes } from "node:crypto";
import type { HubNames } from "#discover/hub";
import type { EngineContext } from "#engine/context";
import type { Feed } from "#model/source";
import type { FeedHub } from "#store/hubs/subscriptions";
import { hubChanges, type Secrets } from "./plan.ts";

/** Of the key in a callback's address, and of the secret that pushes are signed with: beyond all guessing. */
const SECRET_BYTES = 32;

const newSecrets = (): Secrets => ({ key: newSecret(), secret: newSecret() });

const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");

type HubContext = Pick<EngineContext, "store" | "clock" | "settings" | "publicBase">;

/** After a poll: has the hubs asked, or left, that the feed names now. */
export async function updateHubs(
  context: HubContext,
  feed: Feed,
  known: readonly FeedHub[],
  named: HubNames | null,
): Promise<void> {
  const hubs = named?.hubs.filter((hub) => mayName(context, feed, hub)) ?? [];
  if (known.length === 0 && hubs.length === 0) return;
  const base = context.publicBase?.() ?? null;
  const changes = hubChanges(known, named && { ...named, hubs }, { base, now: context.clock.now(), newSecrets });
  if (changes.length > 0) await context.store.writer.changeHubs(feed.id, changes);
}

/** A feed from outside must not have a place posted to that is private and open to the operator alone. */
const mayName = ({ settings: { isOwn } }: HubContext, feed: Feed, hub: string): boolean =>
  isOwn === undefined || !isOwn(hub) || isOwn(feed.url);
