import type { Reason } from "./reason.ts";

/** So many articles one after another, and no text seen in between: then it is no longer the articles that fail, but their site. */
export const SITE_FAULT_ARTICLES = 3;

/** All articles of a source that were looked at since `sinceAt` showed no text, although they had one before. */
export interface SiteFault {
  /** First of these looks; epoch ms. */
  readonly sinceAt: number;
  /** Articles that it met so far. */
  readonly articles: number;
  /** What the latest of the looks saw. */
  readonly reason: Reason;
}
