import type { SubscriptionId } from "#model/id";
import type { PushTaken, Subscription } from "#model/subscription";

/**
 * What became of what a hub sent:
 * - `taken`: its feed is asked as soon as politeness allows.
 * - `repeated`: it had come before.
 * - `unsigned`: the signature was missing or wrong.
 * - `unknown`: there is no subscription for it, or not any more.
 * - `too-large`, `too-many`: beyond the limits.
 */
export type PushOutcome = "taken" | "repeated" | "unsigned" | "unknown" | "too-large" | "too-many";

/** What a push says, unread. */
export interface SignedPush {
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

/** What hubs may bring about by calling; the composition root provides it. */
export interface HubCallbacks {
  /** By the key in its callback's address. It has the secret, so that no reader of pages gets it. */
  subscription(key: string): Promise<Subscription | null>;
  /** The hub asks whether pushes are wanted, and they are. @param leaseSeconds null when it does not tell */
  verified(id: SubscriptionId, leaseSeconds: number | null): Promise<void>;
  /** The hub asks whether no more pushes are wanted, and none are. */
  ended(id: SubscriptionId): Promise<void>;
  /** The hub will not push. */
  denied(id: SubscriptionId, reason: string): Promise<void>;
  pushed(id: SubscriptionId, push: SignedPush): Promise<PushTaken>;
  unsigned(id: SubscriptionId): Promise<void>;
  /** For whoever counts. */
  note(outcome: PushOutcome): void;
}
