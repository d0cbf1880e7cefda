import type { ArticleId, CaptureId } from "./id.ts";
import type { Reason } from "./reason.ts";

/**
 * What one look at an article saw. Every look has exactly one. `changed`: another text than that of the latest version; what was
 * made of it says the decision.
 */
export type Outcome = "unchanged" | "changed" | "moved" | "gone" | "walled" | "blocked" | "error";

/**
 * What was decided about the text of a capture:
 * - `first`: opened version 1. `new`: opened a later version.
 * - `same`: canonical text as in the latest version (byte-equal, 304, or merely cosmetic: the reason says which).
 * - `alternating`: a text that was there before, as a version or beside one; the page flips, no new version.
 * - `restored`: an earlier text that came back to stay; opens a version.
 * - `held`: a new text that has to prove itself in a later look; the reason says which rule holds it.
 * - `none`: there was no text to decide about.
 */
export type Decision = "first" | "new" | "same" | "alternating" | "restored" | "held" | "none";

/** Whether a look opened a version. */
export const isOpening = (decision: Decision): boolean =>
  decision === "first" || decision === "new" || decision === "restored";

/** Whether a look saw a text that is not the latest version's, and opened no version. */
export const isWaiting = (decision: Decision): boolean => decision === "held" || decision === "alternating";

/** One retrieval at an instant, even if nothing changed or nothing came. */
export interface Capture {
  readonly id: CaptureId;
  readonly articleId: ArticleId;
  /** When the request was sent; epoch ms. */
  readonly capturedAt: number;
  readonly tookMs: number;
  readonly outcome: Outcome;
  /** HTTP status of the final answer; null when none came. */
  readonly status: number | null;
  readonly finalUrl: string;
  readonly decision: Decision;
  readonly reason: Reason;
  /** Version whose text was seen; null when none. */
  readonly versionNumber: number | null;
  /** SHA-256 (hex) of the decoded body; null when none was read. */
  readonly bodyDigest: string | null;
  readonly bodyBytes: number;
}
