/**
 * What reports an edit without a request for the article's page:
 * - `updated`: a feed's date of the entry is later than our last look.
 * - `lastmod`: the same in a sitemap.
 * - `headline`: a feed or section page shows another title than at the poll before.
 * - `push`: a hub sent the feed's entry.
 */
export type SignalKind = "updated" | "lastmod" | "headline" | "push";

/** A signal that no look has answered yet. */
export interface Signal {
  readonly kind: SignalKind;
  readonly at: number;
}

/** How often something proved true: signals of one kind by looks after them, edits by a signal before them. */
export interface Trust {
  readonly hits: number;
  readonly misses: number;
}

/** What trust is kept of: a kind of signal, or the share of edits at young and old articles that any signal reported. */
export type TrustedThing = SignalKind | "young" | "old";
