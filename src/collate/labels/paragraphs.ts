import type { Place } from "#collate/place";
import { countWords } from "#language/word-count";
import type { Label, LabelKind } from "#model/change";
import { quoted } from "./reason.ts";

/** Paragraphs of the body that came, went or moved; neighbours with the same fate are one label. */
export function paragraphLabels(places: readonly Place[]): Label[] {
  const labels: Label[] = [];
  let run: Place[] = [];
  const close = () => {
    const [first] = run;
    const fate = first && fateOf(first);
    if (fate) labels.push(labelOf(fate, run));
    run = [];
  };
  for (const place of places) {
    if (place.field !== "body") continue;
    const [first] = run;
    if (first && fateOf(first) !== fateOf(place)) close();
    if (fateOf(place)) run.push(place);
  }
  close();
  return labels;
}

/** Fewer words ("***", "Read more") say nothing that a reader could miss; the counts have them all the same. */
const LEAST_WORDS = 3;

function fateOf({ group, oldText, newText }: Place): LabelKind | null {
  if (group.kind === "added") return countWords(newText) < LEAST_WORDS ? null : "paragraph-added";
  if (group.kind === "removed") return countWords(oldText) < LEAST_WORDS ? null : "paragraph-removed";
  return group.moved ? "paragraph-moved" : null;
}

const VERBS: Partial<Record<LabelKind, string>> = {
  "paragraph-added": "added",
  "paragraph-removed": "removed",
  "paragraph-moved": "moved",
};

function labelOf(kind: LabelKind, run: readonly Place[]): Label {
  const [{ field, group, oldText, newText }] = run as readonly [Place];
  const count = run.reduce((sum, each) => sum + Math.max(1, each.group.new.length), 0);
  const which = quoted(newText || oldText);
  const place = { field, old: group.old[0] ?? null, new: group.new[0] ?? null };
  if (count === 1) return { kind, reason: `a paragraph was ${VERBS[kind]}: ${which}`, place };
  return { kind, reason: `${count} paragraphs were ${VERBS[kind]}, from ${which} on`, place, count };
}
