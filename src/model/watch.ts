import type { AddressClaim } from "./address-claim.ts";
import type { Article } from "./article.ts";
import type { ClaimedDate } from "./claimed-date.ts";
import type { ShownByline } from "./shown-byline.ts";

/** How an article is watched: what only the engine needs, from look to look. */
export interface Watch {
  /** It waits to be taken in from before: it is left alone as soon as its text was seen. */
  readonly isSeed: boolean;
  /** Present wait between looks. */
  readonly periodMs: number;
  /** Edits seen since the first look, a change after a long wait counted as the several edits that it is likely to be. */
  readonly edits: number;
  /** Failed looks in a row. */
  readonly failures: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 (hex) of the last fetched body, for "unchanged to the byte". */
  readonly bodyDigest: string | null;
  /** The publisher's date of modification, followed from look to look; null while it claims none. */
  readonly claimedDate: ClaimedDate | null;
  /** The names over it, followed in the same way; null before a look followed them. */
  readonly shownByline: ShownByline | null;
  /** Looks in a row that were answered with "not modified". */
  readonly notModified: number;
  /** Another address that has yet to be proved; null when there is none. */
  readonly addressClaim: AddressClaim | null;
}

export interface Watched {
  readonly article: Article;
  readonly watch: Watch;
}
