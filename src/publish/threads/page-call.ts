import type { RecentAnswer } from "#publish/http/recent";

/** What goes to a thread that makes pages. */
export type PageCall =
  | { readonly kind: "make"; readonly id: number; readonly asked: AskedPage }
  /** Its reader has gone. */
  | { readonly kind: "stop"; readonly id: number }
  /** No more pages: the thread closes what it has opened, and ends. */
  | { readonly kind: "end" };

/** A request of anyone, without what only says who asks. */
export interface AskedPage {
  readonly method: string;
  /** Whole, with the host that the reader asked for. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Network address of the connection; empty when it is not known. */
  readonly from: string;
}

/** What comes back. */
export type PageReply = MadePage | FailedPage;

/** Making the page failed: a fault of ours, which the thread outlives. */
export interface FailedPage {
  readonly kind: "failed";
  readonly id: number;
  /** For the log. */
  readonly error: string;
  readonly damage: string | null;
}

export interface MadePage {
  readonly kind: "made";
  readonly id: number;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** What is remembered of the answer while nothing is written; null for one that is not. */
  readonly recent: RecentAnswer | null;
  /** Why the database cannot be read, as far as the thread has seen; null while it can. */
  readonly damage: string | null;
}
