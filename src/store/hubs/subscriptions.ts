import type { FeedId, SourceId, SubscriptionId } from "#model/id";
import type { Reason } from "#model/reason";
import type { HubStanding, PushTaken, Subscription, SubscriptionState } from "#model/subscription";

/** A feed's subscription as its poll sees it. */
export interface FeedHub extends HubStanding {
  readonly base: string | null;
  /** A push came that no poll has used yet. */
  readonly isPending: boolean;
}

/** What a hub sent, unread. */
export interface PendingPush {
  readonly at: number;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

/** How a poll changes what is wanted of hubs. */
export type HubChange =
  | {
      readonly kind: "want";
      readonly hubUrl: string;
      readonly topicUrl: string;
      readonly base: string | null;
      readonly key: string;
      readonly secret: string;
      readonly dueAt: number | null;
    }
  /** Asked for again, under this address. */
  | { readonly kind: "again"; readonly id: SubscriptionId; readonly base: string | null; readonly dueAt: number | null }
  /** Not wanted any more; `dueAt` is when we tell the hub, null if there is no need. */
  | { readonly kind: "leave"; readonly id: SubscriptionId; readonly dueAt: number | null };

/** What came of a request to a hub. */
export interface Asking {
  /** When it began: what the hub verified since then counts for more. */
  readonly askedAt: number;
  readonly state: SubscriptionState;
  readonly reason: Reason | null;
  readonly dueAt: number | null;
  readonly failedTries: number;
}

/** The hub verified that a subscription is wanted. */
export interface Verified {
  readonly at: number;
  readonly leaseUntil: number;
  /** When it is renewed. */
  readonly dueAt: number;
}

export interface Denied {
  readonly at: number;
  readonly reason: Reason;
  /** When it is asked again. */
  readonly dueAt: number;
}

/** A push whose signature was right. */
export interface NewPush {
  readonly at: number;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** Fingerprint of the bytes: what came lately has no effect again. */
  readonly digest: string;
  /** The feed is not polled sooner than so long after the poll before. */
  readonly leastWaitMs: number;
}

export interface SubscriptionReader {
  /** All hubs that feeds name, or those of one source; by feed. */
  hubs(sourceId?: SourceId): Promise<readonly HubStanding[]>;
  feedHubs(feedId: FeedId): Promise<readonly FeedHub[]>;
  /** The latest push for the feed that no poll has used yet. */
  pendingPush(feedId: FeedId): Promise<PendingPush | null>;
  /** By the key in its callback's address. */
  subscription(key: string): Promise<Subscription | null>;
}

export interface SubscriptionWriter {
  changeHubs(feedId: FeedId, changes: readonly HubChange[]): Promise<void>;
  /** Nothing of it counts when the hub verified the request before it had answered it, but for what it did not do. */
  recordAsking(id: SubscriptionId, asking: Asking): Promise<void>;
  verifySubscription(id: SubscriptionId, verified: Verified): Promise<void>;
  /** The hub verified that no more pushes are wanted. */
  endSubscription(id: SubscriptionId, at: number): Promise<void>;
  /** The hub said no, on its own account. */
  refuseSubscription(id: SubscriptionId, refused: Denied): Promise<void>;
  /** Keeps what was pushed, and makes its feed due. */
  recordPush(id: SubscriptionId, push: NewPush): Promise<PushTaken>;
  countUnsigned(id: SubscriptionId): Promise<void>;
}
