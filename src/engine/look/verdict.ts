import type { Outcome } from "#model/capture";
import type { Reason } from "#model/reason";
import type { Met } from "#version/schedule";

/** What an answer without usable article text amounts to. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly met: Met;
  readonly reason: Reason;
}
