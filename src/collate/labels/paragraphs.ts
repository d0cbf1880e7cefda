import type { Label, LabelKind } from "#model/change";
import type { Group } from "../collation.ts";
import type { Place } from "../place.ts";
import { quoted } from "./reason.ts";

/** Paragraphs of the body that came, went or moved; neighbours with the same fate are one label. */
export function paragraphLabels(places: readonly Place[]): Label[] {
  const labels: Label[] = [];
  let run: Place[] = [];
  const close = () => {
    const [first] = run;
    const fate = first && fateOf(first.group);
    if (fate) labels.push({ kind: fate, reason: reasonOf(fate, run), place: placeOf(first) });
    run = [];
  };
  for (const place of places) {
    if (place.field !== "body") continue;
    const [first] = run;
    if (first && fateOf(first.group) !== fateOf(place.group)) close();
    if (fateOf(place.group)) run.push(place);
  }
  close();
  return labels;
}

function fateOf(group: Group): LabelKind | null {
  if (group.kind === "added") return "paragraph-added";
  if (group.kind === "removed") return "paragraph-removed";
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
