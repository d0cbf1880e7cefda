import type { KeptCollation } from "#model/kept-collation";
import type { VersionText } from "#model/version";
import type { Group, GroupKind, WordEdit } from "./collation.ts";
import type { TextCollation } from "./texts.ts";

/** The groups of a collation that are not plainly equal, field by field, in its order. */
export interface ChangedGroups {
  readonly headline: Group | null;
  readonly standfirst: Group | null;
  readonly corrections: readonly Group[];
  readonly body: readonly Group[];
}

/** Numbers of kinds and fields are stored: only ever add to the ends. */
const KINDS: readonly GroupKind[] = ["equal", "edited", "added", "removed", "split", "merged"];
const FIELDS = ["headline", "standfirst", "corrections", "body"] as const;
type Field = (typeof FIELDS)[number];

/** Numbers in all groups together: some 20 kB as JSON. A change of more is collated again when it is read. */
const MAX_NUMBERS = 4000;

/** What is kept of a collation, so that lists and feeds need not make it again; null when it would be too much. */
export function keptOf(old: VersionText, next: VersionText, collation: TextCollation): KeptCollation | null {
  const named: [Field, Group][] = [];
  for (const field of ["headline", "standfirst"] as const) if (collation[field]) named.push([field, collation[field]]);
  for (const field of ["corrections", "body"] as const)
    for (const group of collation[field].groups) named.push([field, group]);
  const changed = named.filter(([, group]) => !isPlain(group));
  const groups = changed.map(([field, group]) => numbersOf(field, group));
  if (groups.reduce((sum, { length }) => sum + length, 0) > MAX_NUMBERS) return null;
  const places = (text: VersionText, side: "old" | "new") =>
    changed.flatMap(([field, group]) => group[side].map((index) => offsetOf(text, field) + index));
  return { sizes: [sizeOf(old), sizeOf(next)], old: places(old, "old"), new: places(next, "new"), groups };
}

/** The groups that were kept; null when they do not fit these texts, of which the paragraphs that no group names may be empty. */
export function changedGroups(kept: KeptCollation, old: VersionText, next: VersionText): ChangedGroups | null {
  if (kept.sizes[0] !== sizeOf(old) || kept.sizes[1] !== sizeOf(next)) return null;
  const read = kept.groups.map(groupOf);
  if (!read.every((each) => each !== null && fits(each, old, next))) return null;
  const groups = read as readonly Named[];
  const of = (wanted: Field) => groups.filter(({ field }) => field === wanted).map(({ group }) => group);
  return {
    headline: of("headline")[0] ?? null,
    standfirst: of("standfirst")[0] ?? null,
    corrections: of("corrections"),
    body: of("body"),
  };
}

const isPlain = ({ kind, moved, edits }: Group): boolean => kind === "equal" && !moved && edits.length === 0;

const sizeOf = (text: VersionText): number => offsetOf(text, "body") + text.blocks.length;

/** Paragraphs of the list before those of the field. */
function offsetOf({ headline, standfirst, corrections }: VersionText, field: Field): number {
  const counts = [headline === null ? 0 : 1, standfirst === null ? 0 : 1, corrections.length];
  return counts.slice(0, FIELDS.indexOf(field)).reduce((sum, count) => sum + count, 0);
}

/** Field, kind, moved, the paragraphs of either side after their number, and five numbers an edit. */
const numbersOf = (field: Field, { kind, moved, old, new: now, edits }: Group): readonly number[] => [
  FIELDS.indexOf(field),
  KINDS.indexOf(kind),
  Number(moved),
  old.length,
  ...old,
  now.length,
  ...now,
  ...edits.flatMap((edit) => [edit.oldStart, edit.oldEnd, edit.newStart, edit.newEnd, Number(edit.cosmetic)]),
];

interface Named {
  readonly field: Field;
  readonly group: Group;
}

const EDIT_NUMBERS = 5;

/** Null for numbers that are no group: somebody else wrote them. */
function groupOf(numbers: readonly number[]): Named | null {
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) return null;
  const field = FIELDS[numbers[0] ?? -1];
  const kind = KINDS[numbers[1] ?? -1];
  const oldEnd = 4 + (numbers[3] ?? 0);
  const newEnd = oldEnd + 1 + (numbers[oldEnd] ?? 0);
  const rest = numbers.slice(newEnd);
  if (!field || !kind || newEnd > numbers.length || rest.length % EDIT_NUMBERS !== 0) return null;
  const edits: WordEdit[] = [];
  for (let at = 0; at < rest.length; at += EDIT_NUMBERS) {
    const [oldStart, oldEnd, newStart, newEnd, cosmetic] = rest.slice(at, at + EDIT_NUMBERS) as [
      number,
      number,
      number,
      number,
      number,
    ];
    edits.push({ oldStart, oldEnd, newStart, newEnd, cosmetic: cosmetic === 1 });
  }
  const [old, now] = [numbers.slice(4, oldEnd), numbers.slice(oldEnd + 1, newEnd)];
  return { field, group: { old, new: now, kind, moved: numbers[2] === 1, edits } };
}

/** Its paragraphs exist, and its edits lie within them, in order. */
function fits({ field, group }: Named, old: VersionText, next: VersionText): boolean {
  const sides = [
    { texts: textsOf(old, field), indices: group.old },
    { texts: textsOf(next, field), indices: group.new },
  ];
  if (sides.some(({ texts, indices }) => indices.some((index) => index >= texts.length))) return false;
  const [oldLength, newLength] = sides.map(({ texts, indices }) =>
    indices.reduce((sum, index) => sum + texts[index]!.length + 1, -1),
  ) as [number, number];
  let [oldAt, newAt] = [0, 0];
  return group.edits.every(({ oldStart, oldEnd, newStart, newEnd }) => {
    const isOrdered = oldAt <= oldStart && oldStart <= oldEnd && newAt <= newStart && newStart <= newEnd;
    [oldAt, newAt] = [oldEnd, newEnd];
    return isOrdered && oldEnd <= oldLength && newEnd <= newLength;
  });
}

function textsOf(text: VersionText, field: Field): readonly string[] {
  if (field === "corrections") return text.corrections;
  if (field === "body") return text.blocks.map((block) => block.text);
  const only = text[field];
  return only === null ? [] : [only];
}
