import type { Article } from "#model/article";
import type { Feed, Source } from "#model/source";
import type { Subscription } from "#model/subscription";

/** What a host has to do next: a task of one of the kinds in the list `DUE`. */
export type DueTask =
  | { readonly kind: "subscription"; readonly subscription: Subscription }
  | { readonly kind: "feed"; readonly feed: Feed }
  | { readonly kind: "article"; readonly article: Article; readonly render: Source["render"] };
