import type { Feed, Source } from "#model/source";
import type { Subscription } from "#model/subscription";
import type { Watched } from "#model/watch";

interface Resting {
  /** Its source is paused, or it was removed: it is put off, and no one is asked. */
  readonly isResting: boolean;
}

/** What a host has to do next: a task of one of the kinds in the list `DUE`. */
export type DueTask =
  | { readonly kind: "subscription"; readonly subscription: Subscription }
  | ({ readonly kind: "feed"; readonly feed: Feed } & Resting)
  | ({ readonly kind: "article"; readonly render: Source["render"] } & Watched & Resting)
  | ({ readonly kind: "seed"; readonly render: Source["render"] } & Watched & Resting);
