import type { Reason } from "./reason.ts";

/** All kinds of blocks. */
export const BLOCK_KINDS = ["paragraph", "heading", "item", "quote", "caption", "row"] as const;
/**
 * What a block is to a reader; `item` is an item of a list, `caption` the text under a picture, `row` a row of a table, its
 * cells in order with ` | ` between them.
 */
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** All kinds of spans. */
export const SPAN_KINDS = ["struck", "inserted", "moving"] as const;
/**
 * What the markup says of a stretch of a text.
 * - `struck`: the publisher struck it out and left it to be seen. It is no longer said.
 * - `inserted`: the publisher marked it as added, often as the new reading of what was struck beside it.
 * - `moving`: an amount that a script fills in, such as a rate of exchange. It is shown and never compared.
 */
export type SpanKind = (typeof SPAN_KINDS)[number];

/** A stretch of a block's text. */
export interface Span {
  /** UTF-16 units of the text: from `from` up to, not including, `to`; never empty. */
  readonly from: number;
  readonly to: number;
  readonly kind: SpanKind;
}

/** One paragraph of a body, in the widest sense. */
export interface Block {
  readonly kind: BlockKind;
  /** Plain text, white space collapsed, never empty. */
  readonly text: string;
  /** In order, not overlapping; left out where there are none. */
  readonly spans?: readonly Span[];
}

/**
 * What a page turned out to be. Only `article` and `live` may open a version.
 * - `live`: a live blog or ticker, whose text grows by entries (see `Document.entries`).
 * - `listing`: a front, section or search page.
 * - `walled`: the text stops at a pay wall or log-in.
 * - `consent`: a cookie or consent page stands in place of the text.
 * - `blocked`: a bot challenge or access refusal.
 * - `gone`: says that the article does not exist (also with status 200).
 * - `error`: an error page served as if it were content.
 * - `empty`: nothing readable.
 */
export type PageState = "article" | "live" | "listing" | "walled" | "consent" | "blocked" | "gone" | "error" | "empty";

/** The picture that a page puts first, or offers to those who share it. */
export interface LeadImage {
  /** Absolute http(s) address. */
  readonly url: string;
  /** As it stands under the picture; null when nothing does, or when only the metadata name the picture. */
  readonly caption: string | null;
}

/** A link in the body, as a reader meets it. */
export interface Link {
  /** Absolute http(s) address, without fragment and tracking parameters. */
  readonly url: string;
  readonly text: string;
}

/** One entry of a live blog. */
export interface LiveEntry {
  /** As the page names it; the same from look to look, also when the entry is edited. */
  readonly id: string;
  /** ISO 8601 with the zone as claimed; null when the entry has no date of its own. */
  readonly at: string | null;
  readonly headline: string | null;
  /** Its blocks: `blocks[from]` up to, not including, `blocks[to]`; equal when none of its text is among them. */
  readonly from: number;
  readonly to: number;
}

/** What extraction made of one capture. */
export interface Document {
  /** Where the bytes came from (after redirects). */
  readonly url: string;
  /** As the page declares it, absolute; null when it declares none or one of another site. */
  readonly canonicalUrl: string | null;
  readonly state: PageState;
  /** What made `state` so, with the evidence. Null for `article`. */
  readonly stateReason: Reason | null;
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** One person per item, without "By", role or place. */
  readonly byline: readonly string[];
  /** Who is credited beside or instead of people: agencies, the newsroom, the outlet itself. Never repeated in `byline`. */
  readonly credits: readonly string[];
  /** ISO 8601 with the zone as claimed by the publisher; never our own clock. */
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** BCP 47 tag, lower case primary subtag first ("en", "de-AT"). */
  readonly language: string | null;
  /** Where the publisher files it ("Politics", "Wirtschaft"), as it writes it; null when the page does not say. */
  readonly section: string | null;
  readonly leadImage: LeadImage | null;
  /** Correction, clarification and editor's notes, in the order of the page. They are not repeated in `blocks`. */
  readonly corrections: readonly string[];
  /** The body in reading order; headline and standfirst are not repeated in it. */
  readonly blocks: readonly Block[];
  /** In the order of the body, each address once; the first few hundred. */
  readonly links: readonly Link[];
  /** Absolute address of the next page of an article that has several; null where the page holds all of it, as far as it says. */
  readonly continuesAt: string | null;
  /** Entries of a live blog in the order of the page; empty for any other page. */
  readonly entries: readonly LiveEntry[];
  /** Name and version of the extractor, such as `variorum/1`. */
  readonly extractor: string;
}
