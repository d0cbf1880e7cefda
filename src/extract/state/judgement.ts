import type { PageState } from "#model/document";
import type { Reason } from "#model/reason";

/** What a page turned out to be. */
export interface Judgement {
  readonly state: PageState;
  /** Null for an article. */
  readonly reason: Reason | null;
  /** Run at which the article ends and a wall begins. */
  readonly endsAt?: number;
}
