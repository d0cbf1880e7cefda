import type { Label, LabelKind } from "#model/change";
import type { Place } from "../place.ts";
import { countWords } from "../word-count.ts";
import { quoted } from "./reason.ts";

/** Paragraphs of the body that came, went or moved; neighbours with the same fate are one label. */
export function paragraphLabels(places: readonly Place[]): Label[] {
  const labels: Label[] = [];
  let run: Place[] = [];
  const close = () => {
    const [first] = run;
    const fate = first && fateOf(first);
    if (fate) labels.push({ kind: fate, reason: reasonOf(fate, run), place: placeOf(first) });
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

function reasonOf(fate: LabelKind, run: readonly Place[]): string {
  const count = run.reduce((sum, { group }) => sum + Math.max(1, group.new.length), 0);
  const { newText, oldText } = run[0]!;
  const which = quoted(newText || oldText);
  return count === 1
    ? `a paragraph was ${VERBS[fate]}: ${which}`
    : `${count} paragraphs were ${VERBS[fate]}, from ${which} on`;
}

const placeOf = ({ field, group }: Place): Label["place"] => ({
  field,
  old: group.old[0] ?? null,
  new: group.new[0] ?? null,
});
