import type { Article } from "#model/article";
import type { Capture } from "#model/capture";
import type { Gap } from "#model/manners";
import type { ViewContext } from "./context.ts";

/** Between two looks that saw the text: why it was not seen in between. */
export interface Unwatched {
  /** Cut to the stretch between the two looks; oldest first. */
  readonly gaps: readonly Gap[];
  /** Looks that saw no text; newest first. */
  readonly failed: readonly Capture[];
}

/** Looks read between two versions; of a page that failed more often the latest count. */
const MAX_LOOKS = 200;
/** A shorter gap is within what looks keep apart anyway. */
const SHORTEST_MS = 10 * 60_000;

/** What lies between `fromAt`, a look that saw the old text, and `untilAt`, one that saw the new. */
export async function unwatchedBetween(
  { reader }: ViewContext,
  article: Article,
  fromAt: number,
  untilAt: number,
): Promise<Unwatched> {
  if (untilAt <= fromAt) return { gaps: [], failed: [] };
  const [gaps, looks] = await Promise.all([
    reader.gaps({ hostIds: [article.hostId], fromAt, untilAt, limit: MAX_LOOKS }),
    reader.captures(article.id, { before: untilAt, limit: MAX_LOOKS }),
  ]);
  return {
    gaps: gaps
      .map((gap) => ({ ...gap, fromAt: Math.max(gap.fromAt, fromAt), untilAt: Math.min(gap.untilAt, untilAt) }))
      .filter((gap) => gap.untilAt - gap.fromAt >= SHORTEST_MS)
      .reverse(),
    failed: looks.items.filter(({ capturedAt, decision }) => capturedAt > fromAt && decision === "none"),
  };
}
