import { type HubStanding, isPushed } from "#model/subscription";
import { saidReason } from "#words/reasons";
import { iso } from "./iso.ts";

/** How a feed stands with a hub; no secret is in it. */
export const hubJson = (hub: HubStanding, now: number) => ({
  hub: hub.hubUrl,
  topic: hub.topicUrl,
  pushed: isPushed(hub, now),
  state: hub.state,
  reason: hub.reason && saidReason(hub.reason),
  since: iso(hub.activeSince),
  until: iso(hub.leaseUntil),
  lastPushAt: iso(hub.lastPushAt),
  pushes: hub.pushes,
  unsigned: hub.unsigned,
  nextRequestAt: iso(hub.dueAt),
});
