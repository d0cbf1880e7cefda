import { isWaiting } from "#model/capture";
import type { Watch } from "#model/watch";
import type { Followed } from "#version/claimed-date";
import type { Decided } from "#version/decide";
import { bylineOfNewText, type FollowedByline, followByline, type SeenByline } from "#version/shown-byline";
import type { TextObservation } from "./observation.ts";

/** What became of the names over the article; null while the page shows a text that is no version yet. */
export function bylineAfter(
  { shownByline, claimedDate }: Watch,
  { page: { document }, response }: TextObservation,
  { decision }: Decided,
  dates: Followed | null,
): FollowedByline | null {
  if (isWaiting(decision)) return null;
  const seen: SeenByline = {
    names: document.byline,
    reader: document.extractor,
    oldModifiedAt: claimedDate?.modifiedAt ?? null,
    newModifiedAt: dates?.claimed?.modifiedAt ?? null,
  };
  if (decision !== "same") return { shown: bylineOfNewText(seen, response.sentAt) };
  return followByline(shownByline, seen, response.sentAt);
}
