import { plainReason, REFUSED_PAUSE_MS } from "#engine/websub/after-asking";
import { verifiedAt } from "#engine/websub/lease";
import { sha256 } from "#lib/hash";
import type { HubCallbacks } from "#publish/websub/callbacks";
import { MIN_FEED_WAIT_MS } from "#version/schedule/feed-period";
import type { Services } from "./compose.ts";

/** What hubs bring about by calling: rows, which whatever worker there is goes by. */
export const createHubCallbacks = ({
  store: { reader, writer },
  clock,
  metrics,
}: Pick<Services, "store" | "clock" | "metrics">): HubCallbacks => ({
  subscription: (key) => reader.subscription(key),
  verified: (id, leaseSeconds) => writer.verifySubscription(id, verifiedAt(clock.now(), leaseSeconds, String(id))),
  ended: (id) => writer.endSubscription(id, clock.now()),
  denied: (id, reason) => {
    const at = clock.now();
    const quote = plainReason(reason);
    const because = { code: "hub-denied", ...(quote !== "" && { quote }) } as const;
    return writer.refuseSubscription(id, { at, reason: because, dueAt: at + REFUSED_PAUSE_MS });
  },
  pushed: (id, { contentType, bytes }) =>
    writer.recordPush(id, {
      at: clock.now(),
      contentType,
      bytes,
      digest: sha256(bytes),
      leastWaitMs: MIN_FEED_WAIT_MS,
    }),
  unsigned: (id) => writer.countUnsigned(id),
  note: (outcome) => metrics.pushed(outcome),
});
