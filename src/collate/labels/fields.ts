import { isChanged, type Place } from "#collate/place";
import type { Rules } from "#language/rules/rules";
import type { Label, LabelKind, LabelPlace } from "#model/change";
import { onlyLooks } from "./cosmetic.ts";
import { became, quoted } from "./reason.ts";

const KINDS: Readonly<Record<Exclude<LabelPlace["field"], "body">, LabelKind>> = {
  headline: "headline",
  standfirst: "standfirst",
  correction: "correction-note",
};
const NAMES = { headline: "the headline", standfirst: "the standfirst", correction: "a note" } as const;

/** Headline, standfirst and notes get a label as wholes, besides those for their words. */
export function fieldLabels(places: readonly Place[], rules: Rules): Label[] {
  const labels: Label[] = [];
  for (const each of places) {
    const { field, group, oldText, newText } = each;
    if (field === "body" || !isChanged(group)) continue;
    const place = { field, old: group.old[0] ?? null, new: group.new[0] ?? null };
    if (onlyLooks(each, rules)) {
      labels.push({
        kind: "cosmetic",
        reason: `only the spelling of ${NAMES[field]} differs: ${quoted(newText)}`,
        place,
      });
      continue;
    }
    labels.push({ kind: KINDS[field], reason: reasonOf(NAMES[field], oldText, newText), place });
  }
  return labels;
}

function reasonOf(name: string, old: string, next: string): string {
  if (old === "") return `${name} was added: ${quoted(next)}`;
  if (next === "") return `${name} was removed: ${quoted(old)}`;
  return became(old, next);
}
