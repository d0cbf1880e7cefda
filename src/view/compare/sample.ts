import { alignPair } from "#collate/collate";
import type { Piece } from "#collate/collation";
import { inlineOf } from "#collate/pieces";
import { Lru } from "#lib/lru";
import type { Change, ChangeSummary } from "#model/change";

/** The most telling edit of a change as one run of pieces: the few words around it once, what was replaced marked. Empty when no words changed. */
export function sampleOf({ sample: { old, new: now } }: ChangeSummary): readonly Piece[] {
  if (!old && !now) return [];
  if (!old || !now) return [old ? { op: "deleted", text: old } : { op: "inserted", text: now }];
  return sampleRun(old, now);
}

/** Old and new wording as one run of pieces, without the marks that only come from where the two were cut off. */
export function sampleRun(old: string, now: string): readonly Piece[] {
  const run = inlineOf(alignPair(old, now), [old], [now]).flat();
  const head = cutOff(run);
  const tail = cutOff(run.toReversed());
  const kept = run.slice(head, run.length - tail);
  if (kept.every(({ op }) => op === "equal")) return run;
  return [...(head > 0 ? ELLIPSIS : []), ...kept, ...(tail > 0 ? ELLIPSIS : [])];
}

const ELLIPSIS: readonly Piece[] = [{ op: "equal", text: "…" }];

/**
 * Pieces at the near end of a run that stand there only because the context on one side was cut off later than on the
 * other: words of one side alone, next to an ellipsis.
 */
function cutOff(run: readonly Piece[]): number {
  const at = run[0]?.op === "equal" && run[0].text.trim() === "…" ? 1 : 0;
  const [edge, inner] = run.slice(at);
  if (!edge || edge.op === "equal" || inner?.op !== "equal") return 0;
  return at === 1 || /^…|…$/.test(edge.text) ? at + 1 : 0;
}

/** Samples kept: those of some hundred lists. */
const KEPT = 5000;

/** The samples of changes, each made once for as long as its texts are read as they are. */
export type Samples = (
  change: Pick<Change, "id" | "labelledBy" | "summary">,
  readings: readonly string[],
) => readonly Piece[];

export function createSamples(): Samples {
  const kept = new Lru<string, readonly Piece[]>(KEPT);
  return (change, readings) => {
    const key = `${change.id} ${change.labelledBy} ${readings.join(" ")}`;
    const known = kept.get(key);
    if (known) return known;
    const made = sampleOf(change.summary);
    kept.set(key, made);
    return made;
  };
}
