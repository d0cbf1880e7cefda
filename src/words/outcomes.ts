import type { Decision, Outcome } from "#model/capture";

/** What a look saw; which text it was that it read says the decision. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  unchanged: "unchanged",
  changed: "read",
  moved: "moved to another address",
  gone: "gone",
  walled: "walled off",
  blocked: "blocked",
  error: "failed",
};

export const DECISIONS: Readonly<Record<Decision, string>> = {
  first: "opened version 1",
  new: "opened a new version",
  same: "same text",
  alternating: "alternating text, no new version",
  restored: "earlier text restored, opened a new version",
  held: "held, must be seen again before it counts",
  none: "no text to judge",
};
