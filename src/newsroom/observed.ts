/** What a watcher found: its versions of one article, under any of the article's addresses. */
export interface ObservedArticle {
  readonly url: string;
  readonly versions: readonly ObservedVersion[];
  /** Start of the last look; when given, later edits count as `pending` and not as missed. */
  readonly lastLookedAt?: number;
  /**
   * Last sight of its latest version, given while the page shows something else: a text that waits to be confirmed, a wall, an
   * error. Later edits are `pending` too.
   */
  readonly undecidedSince?: number;
  /** When it was looked at. */
  readonly looksAt?: readonly number[];
  /** It is looked at no more, and no signal would change that. */
  readonly ended?: boolean;
}

export interface ObservedVersion {
  readonly number: number;
  readonly firstSeenAt: number;
  /** Last look that still met the version before; null counts as that version's first sighting. */
  readonly previousSeenAt: number | null;
}
