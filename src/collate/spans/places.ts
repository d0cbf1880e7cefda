import { alignPair } from "#collate/collate";
import type { Group } from "#collate/collation";
import { joined, type Place } from "#collate/place";
import type { Label } from "#model/change";
import type { MarkedParagraph } from "./marked.ts";
import { amountsOf, placeIn, saidOf } from "./said.ts";

/** The groups of a body as places to be labelled: by what their paragraphs say, where markup makes that differ from their text. */
export function bodyPlaces(
  groups: readonly Group[],
  old: readonly MarkedParagraph[],
  next: readonly MarkedParagraph[],
): readonly Place[] {
  const texts = { old: old.map(({ text }) => text), next: next.map(({ text }) => text) };
  return groups.map((group) =>
    group.old.some((i) => old[i]!.spans) || group.new.some((j) => next[j]!.spans)
      ? saidPlace(group, old, next)
      : { field: "body", group, oldText: joined(group.old, texts.old), newText: joined(group.new, texts.next) },
  );
}

function saidPlace(group: Group, old: readonly MarkedParagraph[], next: readonly MarkedParagraph[]): Place {
  const was = saidBy(
    group.old,
    old,
    group.new.flatMap((j) => amountsOf(next[j]!)),
  );
  const is = saidBy(group.new, next, []);
  return { field: "body", group: saidGroup(group, was, is), oldText: was.text, newText: is.text };
}

/** Those of some paragraphs that say anything, and what they say together. */
function saidBy(indices: readonly number[], paragraphs: readonly MarkedParagraph[], amounts: readonly string[]) {
  let used = 0;
  const said = indices.flatMap((index) => {
    const paragraph = paragraphs[index]!;
    const { text } = saidOf(paragraph, amounts.slice(used));
    used += amountsOf(paragraph).length;
    return text === "" ? [] : [{ index, text }];
  });
  return { indices: said.map(({ index }) => index), text: said.map(({ text }) => text).join("\n") };
}

type SaidSide = ReturnType<typeof saidBy>;

function saidGroup({ moved, old, new: next }: Group, was: SaidSide, is: SaidSide): Group {
  const sides = { old: was.indices, new: is.indices, moved };
  if (was.text === "" && is.text === "") return { old, new: next, moved, kind: "equal", edits: [] };
  if (was.text === "") return { ...sides, kind: "added", edits: [] };
  if (is.text === "") return { ...sides, kind: "removed", edits: [] };
  const { kind, edits } = alignPair(was.text, is.text);
  const more = is.indices.length - was.indices.length;
  return { ...sides, kind: more > 0 ? "split" : more < 0 ? "merged" : kind, edits };
}

/** Labels of such places, at their places in the paragraphs themselves. */
export function inParagraphs(
  labels: readonly Label[],
  old: readonly MarkedParagraph[],
  next: readonly MarkedParagraph[],
): readonly Label[] {
  const offsetIn = (paragraph: MarkedParagraph | undefined, offset: number | undefined): number | undefined =>
    paragraph?.spans && offset !== undefined ? placeIn(saidOf(paragraph), offset) : offset;
  return labels.map((label) => {
    const { field, old: i, new: j, oldOffset, newOffset } = label.place;
    if (field !== "body") return label;
    const [was, is] = [i === null ? undefined : old[i], j === null ? undefined : next[j]];
    if (!was?.spans && !is?.spans) return label;
    const offsets = { oldOffset: offsetIn(was, oldOffset), newOffset: offsetIn(is, newOffset) };
    const known = Object.fromEntries(Object.entries(offsets).filter(([, offset]) => offset !== undefined));
    return { ...label, place: { ...label.place, ...known } };
  });
}
