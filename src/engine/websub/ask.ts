import type { EngineContext } from "#engine/context";
import type { HubReport } from "#engine/engine";
import type { Holding } from "#engine/politeness/gate";
import { SECOND_MS } from "#lib/clock";
import { ok, type Result } from "#model/failure";
import type { FetchResult } from "#model/fetcher";
import { CALLBACK_PATH, type Subscription } from "#model/subscription";
import { afterAsking } from "./after-asking.ts";
import { WISHED_LEASE_MS } from "./lease.ts";

/** A hub has nothing to say but yes, or a sentence why not. */
const ANSWER_BYTES = 64 * 1024;

/** A hub was asked. */
export interface Asked extends HubReport {
  readonly fetched: FetchResult;
}

/**
 * Asks a hub to push, to go on pushing, or to stop. The hub confirms it with a call to our callback, which may come before
 * its answer. Null if there was no need to ask: the installation has another public address by now, or none. Fails only if
 * it is our own fault.
 */
export async function askHub(
  context: Pick<EngineContext, "store" | "clock" | "fetcher" | "gate" | "publicBase">,
  subscription: Subscription,
  holding: Holding,
): Promise<Result<Asked | null>> {
  const { writer } = context.store;
  const askedAt = context.clock.now();
  const isFarewell = subscription.state === "leaving";
  const base = context.publicBase?.() ?? null;
  if (!isFarewell && subscription.base !== base) {
    const again = { kind: "again", id: subscription.id, base, dueAt: base === null ? null : askedAt } as const;
    await writer.changeHubs(subscription.feedId, [again]);
    return ok(null);
  }
  const fetched = await context.fetcher.fetch({
    url: subscription.hubUrl,
    post: { contentType: "application/x-www-form-urlencoded", body: requestFor(subscription) },
    maxBodyBytes: ANSWER_BYTES,
    permit: context.gate.turn(holding),
    ...(holding.signal && { signal: holding.signal }),
  });
  // We interrupted it: nothing was learned.
  if (!fetched.ok && fetched.failure.advice === "stop") return fetched;
  const asking = afterAsking(subscription, fetched, context.clock.now());
  await writer.recordAsking(subscription.id, { askedAt, ...asking });
  return ok({ isTaken: asking.reason === null, reason: asking.reason, fetched });
}

function requestFor({ state, base, key, topicUrl, secret }: Subscription): string {
  const isFarewell = state === "leaving";
  return new URLSearchParams({
    "hub.callback": `${base}${CALLBACK_PATH}${key}`,
    "hub.mode": isFarewell ? "unsubscribe" : "subscribe",
    "hub.topic": topicUrl,
    ...(!isFarewell && { "hub.secret": secret, "hub.lease_seconds": String(WISHED_LEASE_MS / SECOND_MS) }),
  }).toString();
}
