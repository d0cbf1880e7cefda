/** What a block is to a reader; `item` is an item of a list, `caption` the text under a picture. */
export type BlockKind = "paragraph" | "heading" | "item" | "quote" | "caption";

/** One paragraph of a body, in the widest sense. */
export interface Block {
  readonly kind: BlockKind;
  /** Plain text, white space collapsed, never empty. */
  readonly text: string;
}

/**
 * What a page turned out to be. Only `article` may open a version.
 * - `listing`: a front, section or search page.
 * - `walled`: the text stops at a pay wall or log-in.
 * - `consent`: a cookie or consent page stands in place of the text.
 * - `blocked`: a bot challenge or access refusal.
 * - `gone`: says that the article does not exist (also with status 200).
 * - `error`: an error page served as if it were content.
 * - `empty`: nothing readable.
 */
export type PageState = "article" | "listing" | "walled" | "consent" | "blocked" | "gone" | "error" | "empty";

/** What extraction made of one capture. */
export interface Document {
  /** Where the bytes came from (after redirects). */
  readonly url: string;
  /** As the page declares it, absolute; null when it declares none or one of another site. */
  readonly canonicalUrl: string | null;
  readonly state: PageState;
  /** In words: what made `state` so. Empty for `article`. */
  readonly stateReason: string;
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** One person or agency per item, without "By". */
  readonly byline: readonly string[];
  /** ISO 8601 with the zone as claimed by the publisher; never our own clock. */
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** BCP 47 tag, lower case primary subtag first ("en", "de-AT"). */
  readonly language: string | null;
  /** Correction, clarification and editor's notes, in the order of the page. They are not repeated in `blocks`. */
  readonly corrections: readonly string[];
  /** The body in reading order; headline and standfirst are not repeated in it. */
  readonly blocks: readonly Block[];
  /** Name and version of the extractor, such as `variorum/1`. */
  readonly extractor: string;
}
