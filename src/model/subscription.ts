import type { FeedId, HostId, SourceId, SubscriptionId } from "./id.ts";
import type { Reason } from "./reason.ts";
import type { Trust } from "./signal.ts";

/**
 * How a subscription at a hub stands:
 * - `wanted`: to be asked for; never due while this installation has no public address.
 * - `asked`: the hub took the request and has yet to verify that it was ours.
 * - `active`: verified; the hub pushes until the lease ends.
 * - `refused`: the hub said no; asked again after a month.
 * - `leaving`: to be told that pushes are not wanted any more.
 * - `left`: over.
 */
export type SubscriptionState = "wanted" | "asked" | "active" | "refused" | "leaving" | "left";

/** How a feed stands with a hub that it names. Holds no secret, so that pages may show it. */
export interface HubStanding {
  readonly id: SubscriptionId;
  readonly feedId: FeedId;
  readonly hubUrl: string;
  /** The address by which the hub knows the feed. */
  readonly topicUrl: string;
  readonly state: SubscriptionState;
  /** What the hub, or the network, said last; null when all went well. */
  readonly reason: Reason | null;
  /** Next request to the hub; null when none is planned. */
  readonly dueAt: number | null;
  /** Requests since the hub last verified one. */
  readonly failedTries: number;
  /** Since when pushes come without a pause; null when they do not. */
  readonly activeSince: number | null;
  readonly leaseUntil: number | null;
  readonly lastPushAt: number | null;
  /** Pushes that were taken. */
  readonly pushes: number;
  /** Pushes whose signature was missing or wrong. */
  readonly unsigned: number;
  /** Polls that brought something, by whether a push had announced it. */
  readonly announced: Trust;
}

/** A subscription with all that hub and callback need. */
export interface Subscription extends HubStanding {
  readonly sourceId: SourceId;
  readonly hostId: HostId;
  /** Public address of this installation under which its callback lies; null when there was none. */
  readonly base: string | null;
  /** Names it in the callback's address; only the hub knows it. */
  readonly key: string;
  /** With it the hub signs what it pushes. */
  readonly secret: string;
}

/** Where hubs call: followed by the key of a subscription. */
export const CALLBACK_PATH = "/websub/";

/** True while the hub has promised to push. */
export const isPushed = ({ state, leaseUntil }: Pick<HubStanding, "state" | "leaseUntil">, now: number): boolean =>
  state === "active" && leaseUntil !== null && leaseUntil > now;

/** What became of a push whose signature was right; `ended`: no one wants it any more. */
export type PushTaken = "taken" | "repeated" | "ended";
