import type { Outcome } from "#model/capture";

/** The publisher did not answer with a page of its own: counts as failed on the health page. */
export const FAILED: readonly Outcome[] = ["walled", "blocked", "error"];
