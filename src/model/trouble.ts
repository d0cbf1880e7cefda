import type { Reason } from "./reason.ts";

/**
 * What is wrong with a source:
 * - `site-fault`: none of its articles that were looked at since then shows a text; said once, and not of each.
 * - `feeds-broken`: so many of its feeds failed too often in a row.
 * - `feeds-failing`: so many failed last time; one bad answer is no reason to worry yet.
 * - `no-article`: nothing was found since it is known, for so many hours.
 * - `silent`: nothing new was found for so many hours.
 */
export type Trouble =
  | {
      readonly code: "site-fault";
      readonly sinceAt: number;
      readonly articles: number;
      /** What the latest look saw. */
      readonly reason: Reason;
    }
  | { readonly code: "feeds-broken"; readonly feeds: number }
  | { readonly code: "feeds-failing"; readonly feeds: number }
  | { readonly code: "no-article"; readonly hours: number }
  | { readonly code: "silent"; readonly hours: number; readonly lastArticleAt: number };

/** Nothing but what may pass by itself. */
export const isWell = (troubles: readonly Trouble[]): boolean => troubles.every(({ code }) => code === "feeds-failing");
