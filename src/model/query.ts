import type { LabelKind } from "./change.ts";

/** The parts of a text that `in:` names. `body` is all that is neither headline nor standfirst, correction notes too. */
export const QUERY_PARTS = ["headline", "standfirst", "body"] as const;
export type QueryPart = (typeof QUERY_PARTS)[number];

/** What `is:` asks for. */
export const QUERY_STATES = ["silent", "current", "live", "watched", "gone", "corrected"] as const;
export type QueryState = (typeof QUERY_STATES)[number];

/** Folded words that follow each other in one paragraph; never empty. */
export interface QueryTerm {
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly prefix: boolean;
}

export const AGO_UNITS = ["h", "d", "w", "m", "y"] as const;
export type AgoUnit = (typeof AGO_UNITS)[number];

/** A day, or a month, a year or a minute: a stretch of time, in the zone of whoever asks. All but the first kind move with the clock. */
export type QueryDate =
  | {
      readonly kind: "date";
      readonly year: number;
      /** 1-12; null for the whole year. */
      readonly month: number | null;
      /** 1-31; null for the whole month. */
      readonly day: number | null;
      /** Minutes after midnight; null for the whole day. */
      readonly minute: number | null;
    }
  | { readonly kind: "ago"; readonly count: number; readonly unit: AgoUnit }
  | { readonly kind: "day"; readonly name: "today" | "yesterday" };

/** One thing that is asked for. */
export type QueryLeaf =
  | { readonly kind: "words"; readonly term: QueryTerm }
  | { readonly kind: "removed" | "added"; readonly term: QueryTerm }
  | { readonly kind: "source" | "desk" | "byline"; readonly term: QueryTerm }
  | { readonly kind: "label"; readonly label: LabelKind }
  | { readonly kind: "is"; readonly state: QueryState }
  /** Both ends are included, 0-1000. */
  | { readonly kind: "rank"; readonly least: number; readonly most: number }
  /** A language with all its countries, or with one: a BCP 47 tag in lower case. */
  | { readonly kind: "lang"; readonly tag: string }
  | { readonly kind: "after" | "before"; readonly date: QueryDate }
  /** From the beginning of `from` to the end of `until`; null where it is open. */
  | { readonly kind: "published"; readonly from: QueryDate | null; readonly until: QueryDate | null };

/**
 * A query as a tree. It has one form: no `all` in an `all` and no `any` in an `any`, each with two members or more and no two
 * alike; no `not` in a `not`; an `all` without members asks for nothing in particular, and stands alone.
 */
export type QueryTree =
  | QueryLeaf
  | { readonly kind: "all"; readonly of: readonly QueryTree[] }
  | { readonly kind: "any"; readonly of: readonly QueryTree[] }
  | { readonly kind: "not"; readonly of: QueryTree }
  /** Words below count only in these parts of a text, which are in the order of `QUERY_PARTS`. */
  | { readonly kind: "in"; readonly parts: readonly QueryPart[]; readonly of: QueryTree };

/** What reading a query has to say about it. `text` is as it was typed. */
export type QueryRemark =
  /** It looks like an operator and is none: its words are searched for. */
  | { readonly kind: "no-such-value" | "no-such-date" | "is-a-word"; readonly text: string }
  /** Fewer than three letters before the star. */
  | { readonly kind: "short-prefix"; readonly text: string };

/** What was typed, read. */
export type ReadQuery =
  | { readonly kind: "query"; readonly tree: QueryTree; readonly remarks: readonly QueryRemark[] }
  /** Nothing to search for: no letter and no figure. */
  | { readonly kind: "empty" }
  /** Not run. */
  | { readonly kind: "too-long"; readonly signs: number; readonly most: number }
  | { readonly kind: "too-many-terms"; readonly terms: number; readonly most: number };

/** What a query lists. */
export type Listed = "articles" | "changes";
