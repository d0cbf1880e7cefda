import { z } from "zod";
import { type HubStanding, isPushed } from "#model/subscription";
import { saidReason } from "#words/reasons";
import { count, instant, isoOrNull, reason, url } from "./shapes.ts";

/** How a feed stands with a hub that it names; no secret is in it. */
export const hub = z.strictObject({
  hub: url,
  topic: url.describe("The address by which the hub knows the feed"),
  pushed: z.boolean().describe("The hub has promised to push"),
  state: z.enum(["wanted", "asked", "active", "refused", "leaving", "left"]),
  reason: reason.nullable().describe("What the hub, or the network, said last; null if all went well"),
  since: instant.nullable().describe("Pushes come without a pause since then"),
  until: instant.nullable().describe("End of the lease"),
  lastPushAt: instant.nullable(),
  pushes: count,
  unsigned: count.describe("Pushes without a right signature, which were ignored"),
  nextRequestAt: instant.nullable(),
});

export const hubJson = (standing: HubStanding, now: number): z.input<typeof hub> => ({
  hub: standing.hubUrl,
  topic: standing.topicUrl,
  pushed: isPushed(standing, now),
  state: standing.state,
  reason: standing.reason && saidReason(standing.reason),
  since: isoOrNull(standing.activeSince),
  until: isoOrNull(standing.leaseUntil),
  lastPushAt: isoOrNull(standing.lastPushAt),
  pushes: standing.pushes,
  unsigned: standing.unsigned,
  nextRequestAt: isoOrNull(standing.dueAt),
});
