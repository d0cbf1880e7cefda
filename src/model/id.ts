/** Identifiers are branded numbers, so that an article's id can never be passed where a source's is wanted. */

declare const brand: unique symbol;
type Id<Name extends string> = number & { readonly [brand]: Name };

export type SourceId = Id<"SourceId">;
export type FeedId = Id<"FeedId">;
export type ArticleId = Id<"ArticleId">;
export type CaptureId = Id<"CaptureId">;
export type HostId = Id<"HostId">;
export type ChangeId = Id<"ChangeId">;
export type SubscriptionId = Id<"SubscriptionId">;
