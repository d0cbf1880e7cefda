import type { ReadText } from "#language/read-text";
import { type Stretch, sentences } from "#language/sentences";
import { stemOf } from "#language/stem";
import type { ReadPlace, Spot } from "./read-place.ts";

/** One side of a statement: tokens from `first` to before `end`. */
export interface StatementSide {
  readonly read: ReadText;
  readonly first: number;
  readonly end: number;
  /** By token from `first` on: its stem, "" for marks and for words without a meaning of their own. */
  readonly stems: readonly string[];
  /** By token from `first` on: an edit took or brought it. */
  readonly touched: readonly boolean[];
}

/** Sentences of both sides that say, or seem to say, the same thing in two wordings. */
export interface Statement {
  readonly old: StatementSide;
  readonly new: StatementSide;
  /** Edits in it, in order. */
  readonly spots: readonly Spot[];
  /** Stems that both sides have. */
  readonly shared: ReadonlySet<string>;
}

/** Longer statements are lists or texts without full stops: what of them belongs together cannot be seen. */
const MAX_TOKENS = 400;

/** The sentences that edits reach into, each with its other wording. Whole sentences that came or went have none. */
export function statementsIn(reading: ReadPlace, isSmall: (word: string) => boolean): Statement[] {
  const spots = reading.spots.filter((spot) => !isWhole(spot));
  if (spots.length === 0) return [];
  const one = reading.field === "headline";
  const [old, next] = [reading.old.text, reading.new.text].map((text) =>
    one ? [{ start: 0, end: text.length }] : sentences(text),
  ) as [Stretch[], Stretch[]];
  const statements: { old: Stretch; new: Stretch; spots: Spot[] }[] = [];
  for (const spot of spots) {
    const before = reached(old, spot.edit.oldStart, spot.edit.oldEnd);
    const after = reached(next, spot.edit.newStart, spot.edit.newEnd);
    const last = statements.at(-1);
    if (last && (before.start < last.old.end || after.start < last.new.end)) {
      last.old = { start: last.old.start, end: Math.max(last.old.end, before.end) };
      last.new = { start: last.new.start, end: Math.max(last.new.end, after.end) };
      last.spots.push(spot);
    } else statements.push({ old: before, new: after, spots: [spot] });
  }
  const [oldRead, newRead] = [cursor(reading.old), cursor(reading.new)];
  return statements.flatMap((statement) => {
    const [a, b] = [oldRead(statement.old), newRead(statement.new)];
    if (a.end === a.first || b.end === b.first || a.end - a.first > MAX_TOKENS || b.end - b.first > MAX_TOKENS)
      return [];
    const sides = [
      sideOf(reading.old, a, statement.spots, "old", isSmall),
      sideOf(reading.new, b, statement.spots, "new", isSmall),
    ] as const;
    const stems = new Set(sides[0].stems);
    const shared = new Set(sides[1].stems.filter((stem) => stem !== "" && stems.has(stem)));
    return [{ old: sides[0], new: sides[1], spots: statement.spots, shared }];
  });
}

/** A whole sentence came or went and none took its place. */
const isWhole = ({ edit, wholeSentences }: Spot): boolean =>
  wholeSentences && (edit.oldStart === edit.oldEnd || edit.newStart === edit.newEnd);

/** From the start of the first to the end of the last of the stretches that an edit reaches into. */
function reached(stretches: readonly Stretch[], start: number, end: number): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  const first = stretches[low];
  if (!first) return { start, end };
  let last = first;
  for (let k = low; k < stretches.length && stretches[k]!.start < end; k += 1) last = stretches[k]!;
  return { start: first.start, end: last.end };
}

interface Tokens {
  readonly first: number;
  readonly end: number;
}

/** Finds the tokens of stretches that are asked for in order. */
function cursor({ tokens }: ReadText): (stretch: Stretch) => Tokens {
  let at = 0;
  return ({ start, end }) => {
    while (at < tokens.length && tokens[at]!.start < start) at += 1;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < end) at += 1;
    return { first, end: at };
  };
}

function sideOf(
  read: ReadText,
  { first, end }: Tokens,
  spots: readonly Spot[],
  side: "old" | "new",
  isSmall: (word: string) => boolean,
): StatementSide {
  const stems: string[] = [];
  const touched: boolean[] = [];
  let spot = 0;
  for (let at = first; at < end; at += 1) {
    const { kind, start, end: stop } = read.tokens[at]!;
    const word = read.words[at]!;
    stems.push(kind === "mark" || isSmall(word) ? "" : stemOf(word));
    while (spot < spots.length && endOf(spots[spot]!, side) <= start) spot += 1;
    touched.push(spot < spots.length && startOf(spots[spot]!, side) < stop);
  }
  return { read, first, end, stems, touched };
}

const startOf = ({ edit }: Spot, side: "old" | "new"): number => (side === "old" ? edit.oldStart : edit.newStart);
const endOf = ({ edit }: Spot, side: "old" | "new"): number => (side === "old" ? edit.oldEnd : edit.newEnd);

/** Share of the shorter wording's words that the longer one has too, 0-1. */
export function kept({ old, new: next, shared }: Statement): number {
  const [a, b] = [old, next].map(({ stems }) => new Set(stems.filter((stem) => stem !== "")).size) as [number, number];
  return Math.min(a, b) === 0 ? 0 : shared.size / Math.min(a, b);
}

/** Share of both wordings' words that the other has too, 0-1. */
export function alike({ old, new: next, shared }: Statement): number {
  const [a, b] = [old, next].map(({ stems }) => new Set(stems.filter((stem) => stem !== "")).size) as [number, number];
  return a + b === 0 ? 0 : (2 * shared.size) / (a + b);
}
