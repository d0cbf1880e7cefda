import { heaviestAscent } from "#collate/align/ascent";
import { hasUnspaced } from "#language/scripts";
import type { Token } from "#language/token";

/** Token `old` of one text is token `new` of the other. */
export interface TokenPair {
  readonly old: number;
  readonly new: number;
}

/** What one collation may still spend on words; beyond it, differing sentences are replaced as a whole. */
export interface Budget {
  /** Table cells, about 6 ns each: 24 million keep the worst collation near 150 ms of table work. */
  cells: number;
  /** UTF-16 units read into tokens, about 0.15 µs each: three million keep it near half a second. */
  characters: number;
}

export const newBudget = (): Budget => ({ cells: 24_000_000, characters: 3_000_000 });

/** Largest single table (bytes of trace memory); longer stretches are first cut at tokens that occur once on both sides. */
const MAX_TABLE = 1_000_000;
/** Cost of one more place to look at: a stretch of equal tokens worth less than this does not part two edits. */
const OPEN = 1.1;
/** Share of the weight of both sides that has to survive; below, one reads old and new more easily one after the other. */
const SURVIVES = 0.35;
/** ... unless nearly all of one side survives: a sentence that was cut short or extended. */
const CONTAINED = 0.7;

/**
 * Aligns tokens so that as much weight as possible survives in as few places as possible (alignment with a fixed cost for
 * each gap, Gotoh 1982), which keeps scattered little words from being matched. Nothing is matched when too little survives.
 */
export function alignTokens(old: readonly Token[], next: readonly Token[], budget: Budget): TokenPair[] {
  const pairs: TokenPair[] = [];
  alignRange(old, next, { i: 0, iEnd: old.length, j: 0, jEnd: next.length }, budget, pairs);
  return survives(old, next, pairs) ? pairs : [];
}

interface Range {
  readonly i: number;
  readonly iEnd: number;
  readonly j: number;
  readonly jEnd: number;
}

function alignRange(
  old: readonly Token[],
  next: readonly Token[],
  range: Range,
  budget: Budget,
  out: TokenPair[],
): void {
  let { i, j, iEnd, jEnd } = range;
  while (i < iEnd && j < jEnd && old[i]!.key === next[j]!.key) out.push({ old: i++, new: j++ });
  const tail: TokenPair[] = [];
  while (i < iEnd && j < jEnd && old[iEnd - 1]!.key === next[jEnd - 1]!.key) tail.push({ old: --iEnd, new: --jEnd });
  const cells = (iEnd - i + 1) * (jEnd - j + 1);
  const rest: Range = { i, iEnd, j, jEnd };
  if (i < iEnd && j < jEnd) {
    if (cells <= Math.min(MAX_TABLE, budget.cells)) {
      budget.cells -= cells;
      table(old, next, rest, out);
    } else alignBetweenAnchors(old, next, rest, budget, out);
  }
  for (let k = tail.length - 1; k >= 0; k -= 1) out.push(tail[k]!);
}

function alignBetweenAnchors(
  old: readonly Token[],
  next: readonly Token[],
  range: Range,
  budget: Budget,
  out: TokenPair[],
): void {
  const anchors = uniqueAnchors(old, next, range);
  let { i, j } = range;
  for (const anchor of anchors) {
    alignRange(old, next, { i, iEnd: anchor.old, j, jEnd: anchor.new }, budget, out);
    out.push(anchor);
    i = anchor.old + 1;
    j = anchor.new + 1;
  }
  if (anchors.length > 0) alignRange(old, next, { i, iEnd: range.iEnd, j, jEnd: range.jEnd }, budget, out);
}

/** Tokens that occur once on both sides, as far as they keep their order. */
function uniqueAnchors(old: readonly Token[], next: readonly Token[], range: Range): TokenPair[] {
  const places = once(old, range.i, range.iEnd);
  const pairs: TokenPair[] = [];
  for (const [key, j] of once(next, range.j, range.jEnd)) {
    const i = places.get(key);
    if (i !== undefined && i >= 0 && j >= 0) pairs.push({ old: i, new: j });
  }
  pairs.sort((a, b) => a.new - b.new);
  const kept = heaviestAscent(
    pairs.map((pair) => pair.old - range.i),
    pairs.map((pair) => weightOf(old[pair.old]!)),
    range.iEnd - range.i,
  );
  return pairs.filter((_, at) => kept.has(at));
}

function once(tokens: readonly Token[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at += 1) places.set(tokens[at]!.key, places.has(tokens[at]!.key) ? -1 : at);
  return places;
}

const BY_LENGTH = [0, 0.3, 0.35, 0.4, 0.6, 0.85];
const MARK = 0.12;

/** What it is worth to keep a token: short words are mostly grammar and match anywhere. */
export function weightOf(token: Token): number {
  if (token.kind === "mark") return MARK;
  if (token.kind === "number") return 1;
  const length = token.key.length;
  return length < 3 && hasUnspaced(token.key) ? length / 2 : (BY_LENGTH[length] ?? 1);
}

const MATCH_AFTER_GAP = 1;
const GAP_UP = 2;
const GAP_FROM_MATCH = 4;

/** Fills the table of a range. Two states per cell: `match` ends in a matched pair, `gap` in unmatched tokens. */
function table(old: readonly Token[], next: readonly Token[], range: Range, out: TokenPair[]): void {
  const rows = range.iEnd - range.i + 1;
  const columns = range.jEnd - range.j + 1;
  const trace = new Uint8Array(rows * columns);
  let match = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  let gap = new Float64Array(columns).fill(-OPEN);
  let matchAbove = new Float64Array(columns);
  let gapAbove = new Float64Array(columns);
  match[0] = 0;
  gap[0] = Number.NEGATIVE_INFINITY;
  trace.fill(0, 0, columns);
  trace[1] = GAP_FROM_MATCH;
  const keys = numberKeys(old, next, range);
  for (let r = 1; r < rows; r += 1) {
    [match, matchAbove, gap, gapAbove] = [matchAbove, match, gapAbove, gap];
    const key = keys.old[r - 1]!;
    const weight = keys.weights[r - 1]!;
    match[0] = Number.NEGATIVE_INFINITY;
    gap[0] = -OPEN;
    trace[r * columns] = GAP_UP | (r === 1 ? GAP_FROM_MATCH : 0);
    for (let c = 1; c < columns; c += 1) {
      let step = 0;
      let best = gap[c - 1]!;
      if (gapAbove[c]! > best) {
        best = gapAbove[c]!;
        step = GAP_UP;
      }
      if (match[c - 1]! - OPEN > best) {
        best = match[c - 1]! - OPEN;
        step = GAP_FROM_MATCH;
      }
      if (matchAbove[c]! - OPEN > best) {
        best = matchAbove[c]! - OPEN;
        step = GAP_UP | GAP_FROM_MATCH;
      }
      gap[c] = best;
      if (key === keys.new[c - 1]) {
        const afterGap = gapAbove[c - 1]! > matchAbove[c - 1]!;
        match[c] = weight + (afterGap ? gapAbove[c - 1]! : matchAbove[c - 1]!);
        if (afterGap) step |= MATCH_AFTER_GAP;
      } else match[c] = Number.NEGATIVE_INFINITY;
      trace[r * columns + c] = step;
    }
  }
  walkBack(trace, range, out);
}

/** The last tokens of a range differ, so that its best alignment ends in a gap. */
function walkBack(trace: Uint8Array, range: Range, out: TokenPair[]): void {
  const columns = range.jEnd - range.j + 1;
  const pairs: TokenPair[] = [];
  let inMatch = false;
  for (let r = range.iEnd - range.i, c = columns - 1; r > 0 && c > 0; ) {
    const step = trace[r * columns + c]!;
    if (inMatch) {
      pairs.push({ old: range.i + r - 1, new: range.j + c - 1 });
      inMatch = (step & MATCH_AFTER_GAP) === 0;
      r -= 1;
      c -= 1;
    } else {
      inMatch = (step & GAP_FROM_MATCH) !== 0;
      if (step & GAP_UP) r -= 1;
      else c -= 1;
    }
  }
  for (let k = pairs.length - 1; k >= 0; k -= 1) out.push(pairs[k]!);
}

/** Keys as small numbers: comparing them is most of the work. */
function numberKeys(old: readonly Token[], next: readonly Token[], range: Range) {
  const numbers = new Map<string, number>();
  const oldKeys = new Int32Array(range.iEnd - range.i);
  const weights = new Float64Array(oldKeys.length);
  for (let k = 0; k < oldKeys.length; k += 1) {
    const token = old[range.i + k]!;
    const known = numbers.get(token.key) ?? numbers.size;
    numbers.set(token.key, known);
    oldKeys[k] = known;
    weights[k] = weightOf(token);
  }
  const newKeys = new Int32Array(range.jEnd - range.j);
  for (let k = 0; k < newKeys.length; k += 1) newKeys[k] = numbers.get(next[range.j + k]!.key) ?? -1;
  return { old: oldKeys, new: newKeys, weights };
}

function survives(old: readonly Token[], next: readonly Token[], pairs: readonly TokenPair[]): boolean {
  const total = (tokens: readonly Token[]) => tokens.reduce((sum, token) => sum + weightOf(token), 0);
  const kept = pairs.reduce((sum, pair) => sum + weightOf(old[pair.old]!), 0);
  const oldTotal = total(old);
  const newTotal = total(next);
  return 2 * kept >= SURVIVES * (oldTotal + newTotal) || kept >= CONTAINED * Math.min(oldTotal, newTotal);
}
