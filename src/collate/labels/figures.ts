import { type CountedNoun, countedNounsIn, isSameNoun } from "#language/counted-nouns";
import { type DayTerm, daysIn } from "#language/days";
import { type Figure, figuresIn, isSameFigure } from "#language/figures";
import { isMonth } from "#language/months";
import type { ReadText } from "#language/read-text";
import type { Rules } from "#language/rules/rules";
import { hasUnspaced } from "#language/scripts";
import { type Term, wordsOf } from "#language/term";
import type { Label } from "#model/change";
import { becameFigure, short } from "./became-figure.ts";
import { dateLabels } from "./dates.ts";
import { touched } from "./exchanges.ts";
import { type Context, MAX_LOOKED_UP, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { added, removed } from "./reason.ts";
import {
  firstFrom,
  isExact,
  isGrowth,
  type Kept,
  NOTHING_KEPT,
  STAYS,
  Statements,
  staysAlone,
  stemOf,
} from "./stays.ts";

/** A figure that an edit took or brought, or one that became another, with what speaks for its statement having stayed. */
interface FigureChange {
  readonly spot: Spot;
  readonly old: Figure | null;
  readonly new: Figure | null;
  /** Words beside the figure that both versions have: what is counted, what was done. */
  readonly beside: number;
  readonly kept: Kept;
  /** Two figures have changed places; the label names the first. */
  readonly isSwap: boolean;
}

/**
 * Numbers and dates that became others, came or went within a statement that stays. Whole sentences that came or went are growth or
 * loss.
 */
export function figureLabels(reading: ReadPlace, { rules }: Context): Label[] {
  if (!mayTouchFigures(reading, rules)) return [];
  const statements = new Statements(reading, rules);
  const days = { old: daysIn(reading.old, rules), new: daysIn(reading.new, rules) };
  const changes = figureChanges(reading, rules, days, statements).filter((change) => isTold(change, reading));
  return [
    ...changes.map((change) => labelOf(change, reading)),
    ...counted(reading, rules, changes),
    ...dateLabels(reading, days, statements),
  ];
}

/** Signs and figures of any script. */
const NO_PROSE = /[^\p{L}\p{M}\s.,;:!?'"’‘“”()]/u;

/** Asked first: most edits touch neither figures nor times. */
function mayTouchFigures({ old, new: next, spots }: ReadPlace, { ofFigures }: Rules): boolean {
  const holds = ({ text, tokens, words }: ReadText, start: number, end: number): boolean => {
    if (start === end) return false;
    const slice = text.slice(start, end);
    if (NO_PROSE.test(slice) || hasUnspaced(slice)) return true;
    for (let at = firstFrom(tokens, start); at < tokens.length && tokens[at]!.start < end; at += 1)
      if (ofFigures.has(words[at]!) || isMonth(tokens[at]!.key)) return true;
    return false;
  };
  return spots.some(({ edit }) => holds(old, edit.oldStart, edit.oldEnd) || holds(next, edit.newStart, edit.newEnd));
}

function isTold(change: FigureChange, reading: ReadPlace): boolean {
  const { spot, old, new: next, beside, kept, isSwap } = change;
  if (isSwap) return kept.share >= STAYS;
  if (old && next) {
    if (old.kind === "vague" && next.kind === "vague") return false;
    if (old.kind === "vague" || next.kind === "vague") return beside > 0;
    if (isExact(reading, spot, old, next)) return true;
    return beside > 0 ? kept.share >= STAYS || !spot.wholeSentences : staysAlone(kept);
  }
  const [read, figure] = old ? [reading.old, old] : [reading.new, next!];
  if (isGrowth(spot) || !staysAlone(kept)) return false;
  return isGiven(figure, read);
}

/** A figure that a text gives: no "one" or "first" that only points, no word in passing, no part of a name or an address. */
function isGiven(figure: Figure, read: ReadText): boolean {
  if (figure.kind === "vague") return false;
  const isWord = !/\p{Nd}/u.test(wordsOf(read, figure));
  return isWord || !(isPartOfCode(read.text, figure) || isPartOfName(read.text, figure));
}

/** Every figure in an edited stretch that is not in the other version in the same words, paired where one took the place of the other. */
function figureChanges(reading: ReadPlace, rules: Rules, days: Days, statements: Statements): FigureChange[] {
  const { gone, come } = inSpots(reading, rules, days);
  if (gone.length + come.length === 0) return [];
  const found: FigureChange[] = [];
  const push = (spot: Spot, old: Figure | null, next: Figure | null, isSwap = false) => {
    const beside = old && next ? shared(besideOf(reading.old, old, rules), besideOf(reading.new, next, rules)) : 0;
    const kept = old
      ? statements.keptOf("old", old, spot.edit)
      : next
        ? statements.keptOf("new", next, spot.edit)
        : NOTHING_KEPT;
    found.push({ spot, old, new: next, beside, kept, isSwap });
  };
  const join = (isPair: (a: Found, b: Found) => boolean, tell: boolean) => {
    for (const before of gone) {
      if (before.taken) continue;
      const after = come.find((each) => !each.taken && isPair(before, each));
      if (!after) continue;
      before.taken = true;
      after.taken = true;
      if (tell) push(before.spot, before.figure, after.figure);
    }
  };
  for (const swap of swapsOf(gone, come, reading)) push(swap.spot, swap.old, swap.new, true);
  join((a, b) => a.figure.key === b.figure.key, false);
  join((a, b) => isSameFigure(a.figure, b.figure), false);
  const alike = (a: Found, b: Found) => (a.figure.unit === "#") === (b.figure.unit === "#");
  const near = (a: Found, b: Found) => a.spot === b.spot && alike(a, b);
  const about = (a: Found, b: Found) =>
    shared(besideOf(reading.old, a.figure, rules), besideOf(reading.new, b.figure, rules)) > 0;
  join((a, b) => near(a, b) && a.figure.amount === b.figure.amount, true);
  join((a, b) => near(a, b) && about(a, b), true);
  const counts = (a: Found, b: Found) =>
    a.figure.measure === b.figure.measure && (a.figure.kind === "number") === (b.figure.kind === "number");
  join((a, b) => near(a, b) && counts(a, b) && a.figure.unit === b.figure.unit, true);
  join((a, b) => near(a, b) && (counts(a, b) || isExact(reading, a.spot, a.figure, b.figure)), true);
  for (const { figure, spot } of gone.filter(({ taken }) => !taken)) push(spot, figure, null);
  for (const { figure, spot } of come.filter(({ taken }) => !taken)) push(spot, null, figure);
  return found;
}

/**
 * Two figures of one place that stand in the other order, and not because what they count does: "61 to 39" became "39 to 61". The
 * first of them with what took its place.
 */
function swapsOf(
  gone: readonly Found[],
  come: readonly Found[],
  reading: ReadPlace,
): { spot: Spot; old: Figure; new: Figure }[] {
  const swaps: { spot: Spot; old: Figure; new: Figure }[] = [];
  const left = gone.filter(({ figure }) => figure.kind === "number").slice(0, MOST_SWAPPED);
  for (const [k, first] of left.entries())
    for (const second of left.slice(k + 1)) {
      if (first.taken || second.taken || first.figure.key === second.figure.key) continue;
      const a = come.find((each) => !each.taken && each.figure.key === second.figure.key);
      const b = come.find(
        (each) => !each.taken && each.figure.key === first.figure.key && (a?.figure.start ?? 0) < each.figure.start,
      );
      if (!a || !b || !isSwapped(reading, [first.figure, second.figure], [a.figure, b.figure])) continue;
      for (const each of [first, second, a, b]) each.taken = true;
      swaps.push({ spot: first.spot, old: first.figure, new: a.figure });
    }
  return swaps;
}

/** Figures of one place whose order is compared, pair by pair: more are a table. */
const MOST_SWAPPED = 20;

/** What follows the first figure now followed it before too, although it was another figure. */
function isSwapped(
  { old, new: next }: ReadPlace,
  before: readonly [Figure, Figure],
  after: readonly [Figure, Figure],
): boolean {
  const counted = (read: ReadText, { end }: Figure) =>
    /^\W{0,2}([\p{L}\p{M}]*)/u.exec(read.text.slice(end, end + LONGEST))?.[1]?.toLowerCase() ?? "";
  const [a, b] = before.map((figure) => counted(old, figure));
  const [c, d] = after.map((figure) => counted(next, figure));
  return a === c && b === d;
}

interface Found {
  readonly figure: Figure;
  readonly spot: Spot;
  taken: boolean;
}

type Days = Readonly<Record<"old" | "new", readonly DayTerm[]>>;

/** The figures of a text without those of times ("two days ago") and of list items. */
function apart(read: ReadText, rules: Rules, days: readonly DayTerm[]): readonly Figure[] {
  let next = 0;
  return figuresIn(read, rules).filter((figure) => {
    while (next < days.length && days[next]!.end <= figure.start) next += 1;
    return (next === days.length || days[next]!.start >= figure.end) && !isItem(read.text, figure);
  });
}

/** Figures that edits touch on one side or the other: of "at least 30" an edit may have taken the first words alone. */
function inSpots(reading: ReadPlace, rules: Rules, days: Days): { readonly gone: Found[]; readonly come: Found[] } {
  const [old, next] = [apart(reading.old, rules, days.old), apart(reading.new, rules, days.new)];
  const gone = touched(old, reading.spots, "old");
  const come = touched(next, reading.spots, "new");
  reading.spots.forEach((spot, k) => {
    // Between two edits both sides are equal.
    const shift = spot.edit.newEnd - spot.edit.oldEnd;
    const before = spot.edit.newStart - spot.edit.oldStart;
    const partner = (
      figure: Figure,
      of: readonly Figure[],
      from: number,
      to: number,
      sign: 1 | -1,
    ): Figure | undefined => {
      if (figure.at >= from && figure.at < to) return undefined;
      const at = figure.at + sign * (figure.at >= to ? shift : before);
      return of.find((each) => each.at === at);
    };
    for (const figure of gone[k]!.slice()) {
      const other = partner(figure, next, spot.edit.oldStart, spot.edit.oldEnd, 1);
      if (other && !come.some((figures) => figures.includes(other))) come[k]!.push(other);
    }
    for (const figure of come[k]!.slice()) {
      const other = partner(figure, old, spot.edit.newStart, spot.edit.newEnd, -1);
      if (other && !gone.some((figures) => figures.includes(other))) gone[k]!.push(other);
    }
  });
  const all = (found: readonly (readonly Figure[])[]): Found[] =>
    found
      .flatMap((figures, k) => figures.map((figure) => ({ figure, spot: reading.spots[k]!, taken: false })))
      .slice(0, MAX_LOOKED_UP);
  return { gone: all(gone), come: all(come) };
}

/** Tokens looked at before and after a figure. */
const BEFORE = 2;
const AFTER = 3;

/** Stems of the words beside a figure that are no grammar, and its measure. */
function besideOf({ tokens, words }: ReadText, { start, end, measure }: Figure, rules: Rules): ReadonlySet<string> {
  const found = new Set<string>(measure === "" ? [] : [`=${measure}`]);
  const first = firstFrom(tokens, start);
  const past = firstFrom(tokens, end);
  for (let at = Math.max(0, first - BEFORE); at < Math.min(tokens.length, past + AFTER); at += 1) {
    if (at >= first && at < past) continue;
    const word = words[at]!;
    if (tokens[at]!.kind === "word" && !rules.grammar.has(word)) found.add(stemOf(word));
  }
  return found;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

/** "id=35580018", "18F-inquiries@example.org" are no figures that a text gives. */
const isPartOfCode = (text: string, { start, end }: Term): boolean =>
  /[=/#@&_]$/.test(text.slice(Math.max(0, start - 1), start)) ||
  /^[\p{L}\p{N}._-]{0,60}@/u.test(text.slice(end, end + LONGEST * 2));

/** "Group 1", "Schedule 70": a plain number right after a capital within a sentence. */
const isPartOfName = (text: string, { start, end, unit, measure }: Figure): boolean =>
  unit === "" &&
  measure === "" &&
  /^\p{Nd}{1,5}$/u.test(text.slice(start, end)) &&
  /[\p{L}\p{N},][ ]\p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, start - LONGEST), start));

/** "... a process 2. Sprint": the number of an item in a list that runs on. */
const isItem = (text: string, { start, end }: Term): boolean =>
  /^\p{Nd}{1,2}$/u.test(text.slice(start, end)) && /^[.)] \p{Lu}/u.test(text.slice(end, end + 4));

function hasArticle({ tokens, words }: ReadText, start: number, end: number, { articles }: Rules): boolean {
  for (let at = firstFrom(tokens, start); at < tokens.length && tokens[at]!.start < end; at += 1)
    if (articles.has(words[at]!)) return true;
  return false;
}

/** "a year" that became "two years", and the other way about. */
function counted(reading: ReadPlace, rules: Rules, changes: readonly FigureChange[]): Label[] {
  if (
    !reading.spots.some(
      ({ edit }) =>
        hasArticle(reading.old, edit.oldStart, edit.oldEnd, rules) ||
        hasArticle(reading.new, edit.newStart, edit.newEnd, rules),
    )
  )
    return [];
  const old = touched(countedNounsIn(reading.old, rules), reading.spots, "old");
  const next = touched(countedNounsIn(reading.new, rules), reading.spots, "new");
  const isTaken = (side: "old" | "new", { start, end }: Term) =>
    changes.some((change) => change[side] && change[side].start < end && start < change[side].end);
  return reading.spots.flatMap((spot, k) => {
    if (spot.wholeSentences) return [];
    const come = next[k]!.slice(0, MAX_LOOKED_UP);
    return old[k]!.slice(0, MAX_LOOKED_UP).flatMap((before) => {
      const after = come.find((term) => term.article !== before.article && isSameNoun(term.noun, before.noun));
      if (!after || isTaken("old", before) || isTaken("new", after)) return [];
      // "two remote became a remote" needs its noun.
      const whole = (read: ReadText, term: CountedNoun) =>
        before.noun === after.noun ? { ...term, end: wordEnd(read.text, term.end) } : term;
      return [becameFigure("number", spot, reading, whole(reading.old, before), whole(reading.new, after))];
    });
  });
}

function labelOf({ spot, old, new: next, isSwap }: FigureChange, reading: ReadPlace): Label {
  if (isSwap) {
    const reason = `${short(wordsOf(reading.old, old!))} and ${short(wordsOf(reading.new, next!))} changed places`;
    return { kind: "number", reason, place: placeAt(reading, spot, old, next) };
  }
  if (old && next) return becameFigure("number", spot, reading, old, next);
  const [read, figure] = old ? [reading.old, old] : [reading.new, next!];
  const words = wordsOf(read, { start: figure.start, end: wordEnd(read.text, figure.end) });
  return { kind: "number", reason: old ? removed(words) : added(words), place: placeAt(reading, spot, old, next) };
}

/** Longest word looked at beside a number, in UTF-16 units. */
const LONGEST = 40;
const NEXT_WORD = /^ [\p{L}\p{M}]+/u;

const wordEnd = (text: string, end: number): number =>
  end + (NEXT_WORD.exec(text.slice(end, end + LONGEST))?.[0].length ?? 0);
