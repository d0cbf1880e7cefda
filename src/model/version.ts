import type { Block, Document } from "./document.ts";
import type { ArticleId } from "./id.ts";
import type { Reason } from "./reason.ts";

/** The text of a version: what a reader of the article saw. */
export interface VersionText {
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly corrections: readonly string[];
  readonly blocks: readonly Block[];
  /** The article goes on at this address, so that the text is a part of it; null or left out where the page holds all. */
  readonly continuesAt?: string | null;
}

/** What else the page of a version stated: shown with it, and never a reason for another one. */
export type VersionFacts = Pick<Document, "section" | "credits" | "leadImage" | "links" | "entries" | "continuesAt">;

/** A distinct state of an article's document, numbered from 1. */
export interface VersionHead {
  readonly articleId: ArticleId;
  readonly number: number;
  /** Its place in the history of the article, from 1: its number, unless the article was joined with another. */
  readonly place: number;
  readonly headline: string | null;
  readonly byline: readonly string[];
  /** ISO 8601 as claimed. */
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string | null;
  readonly extractor: string;
  /** Captures that met this text: the first and the last so far. */
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** The look that opened it: a new text is a version once a later look has met it too, and then counts from `firstSeenAt`. */
  readonly confirmedAt: number;
  /** Latest capture before `firstSeenAt` that met the version before: lower bound of when the edit happened. */
  readonly previousSeenAt: number | null;
  /** SHA-256 (hex) over the canonical text (see `fingerprint`). */
  readonly textHash: string;
  /** SHA-256 (hex) over `textHash`, number, firstSeenAt and the previous version's chain hash. */
  readonly chainHash: string;
  /**
   * Whether the publisher raised its date of modification with this text; null for the first version and wherever that
   * cannot be told (no date claimed, a date that moves with every look, another extractor).
   */
  readonly dateRaised: boolean | null;
  /** True when the text alternates with another version's. */
  readonly alternating: boolean;
  /** The page was a live one: a report that grows while something goes on. */
  readonly live: boolean;
  /** Its page was another text in the article's place, and why; it reads as the version before since that was found out. */
  readonly takenBack: Reason | null;
  /** The article goes on at this address: the text is its first page, or one of several. Null where the page holds all. */
  readonly continuesAt: string | null;
}

export interface Version extends VersionHead {
  readonly text: VersionText;
  /** Null for versions that were opened before facts were kept. */
  readonly facts: VersionFacts | null;
}
