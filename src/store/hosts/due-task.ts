import type { Feed, Source } from "#model/source";
import type { Subscription } from "#model/subscription";
import type { Watched } from "#model/watch";

/** What a host has to do next: a task of one of the kinds in the list `DUE`. */
export type DueTask =
  | { readonly kind: "subscription"; readonly subscription: Subscription }
  | { readonly kind: "feed"; readonly feed: Feed }
  | ({ readonly kind: "article"; readonly render: Source["render"] } & Watched);
