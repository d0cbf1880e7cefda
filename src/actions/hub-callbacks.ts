import { plainReason, REFUSED_PAUSE_MS } from "#engine/websub/after-asking";
import { verifiedAt } from "#engine/websub/lease";
import type { Clock } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { type Actor, HUB } from "#model/actor";
import { FailureError } from "#model/failure";
import type { SubscriptionId } from "#model/id";
import type { Reader } from "#store/reader";
import type { Writer } from "#store/writer";
import { MIN_FEED_WAIT_MS } from "#version/schedule/feed-period";
import { permit } from "./roles.ts";

export interface HubContext<Outcome> {
  readonly store: {
    readonly reader: Pick<Reader, "subscription">;
    readonly writer: Pick<
      Writer,
      "verifySubscription" | "endSubscription" | "refuseSubscription" | "recordPush" | "countUnsigned"
    >;
  };
  readonly clock: Clock;
  /** Counts what became of what hubs sent. */
  readonly metrics: { pushed(outcome: Outcome): void };
}

/** What hubs bring about by calling: rows, which whatever worker there is goes by. The pages have checked the signature. */
export function createHubCallbacks<Outcome>({ store, clock, metrics }: HubContext<Outcome>, actor: Actor = HUB) {
  const { reader, writer } = store;
  const allowed = permit(actor, "hub-callback");
  if (!allowed.ok) throw new FailureError(allowed.failure);
  return {
    subscription: (key: string) => reader.subscription(key),
    verified: (id: SubscriptionId, leaseSeconds: number | null) =>
      writer.verifySubscription(id, verifiedAt(clock.now(), leaseSeconds, String(id))),
    ended: (id: SubscriptionId) => writer.endSubscription(id, clock.now()),
    denied: (id: SubscriptionId, given: string) => {
      const at = clock.now();
      const quote = plainReason(given);
      const reason = { code: "hub-denied", ...(quote !== "" && { quote }) } as const;
      return writer.refuseSubscription(id, { at, reason, dueAt: at + REFUSED_PAUSE_MS });
    },
    pushed: (id: SubscriptionId, push: { readonly contentType: string | null; readonly bytes: Uint8Array }) =>
      writer.recordPush(id, {
        at: clock.now(),
        contentType: push.contentType,
        bytes: push.bytes,
        digest: sha256(push.bytes),
        leastWaitMs: MIN_FEED_WAIT_MS,
      }),
    unsigned: (id: SubscriptionId) => writer.countUnsigned(id),
    note: (outcome: Outcome) => metrics.pushed(outcome),
  };
}
