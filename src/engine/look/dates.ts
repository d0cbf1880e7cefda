import { extractorOf } from "#extract/site/template";
import { isWaiting } from "#model/capture";
import type { Watch } from "#model/watch";
import { dateOfNewText, type Followed, followDate, type SeenDate } from "#version/claimed-date";
import type { Decided } from "#version/decide";
import { besideText } from "#version/fingerprint";
import type { TextObservation } from "./observation.ts";

/** What became of the publisher's date of modification. */
export interface Dates extends Followed {
  /** Of a version that opens: whether it came with a raised date; null when that cannot be said. */
  readonly dateRaised: boolean | null;
}

/** Null while the page shows a text that is no version yet, whose dates are another story. */
export function datesAfter(
  { claimedDate }: Watch,
  { page: { document }, response }: TextObservation,
  { decision }: Decided,
): Dates | null {
  if (isWaiting(decision)) return null;
  const seen: SeenDate = {
    modifiedAt: document.modifiedAt,
    beside: besideText(document),
    // A site's template has no say in dates.
    extractor: extractorOf(document.extractor),
  };
  if (decision !== "same") return dateOfNewText(claimedDate, seen, response.sentAt);
  return { ...followDate(claimedDate, seen, response.sentAt), dateRaised: null };
}
