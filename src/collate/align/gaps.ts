import { relate } from "./candidates.ts";
import { characterLikeness } from "./character-likeness.ts";
import { type FeatureSpace, featureSpace } from "./features.ts";
import type { Cluster } from "./grouping.ts";
import type { Unlikeness } from "./match.ts";
import { keptInOrder } from "./moves.ts";

/**
 * How much more alike (Dice) two texts of a gap must be than each is to the other's neighbours, to be one text rewritten. Less
 * than is asked anywhere else, as their place speaks for them too; place alone never pairs, nor does what all texts share.
 */
const ALIKE = 0.1;
/** Taken off for standing at different ends of the gap. */
const DISTANCE = 0.2;
/** Least likeness by character pairs, for short texts ("US FALLS" to "US RISES", a corrected address). */
const CHARACTERS_ALIKE = 0.4;
/** Taken off for a difference in length: so little that it only decides between equals, whichever side is called old. */
const LENGTH = 1e-6;
/** Texts of a side compared with each other; in a larger gap, place says nothing. */
const MAX_GAP = 12;

/** Longest heading, item or figure that is known by its place alone, in UTF-16 units. */
const SHORT = 80;
/** What ends in a full stop is a sentence, unless it is as short as "No. 61." */
const FULL_STOP = /[.。．।۔։።]["'”’»」』)]*$/u;
const NO_SENTENCE = 12;

/** Texts left over between two neighbouring clusters, and the texts of these clusters that stand beside the gap. */
interface Gap {
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly besideOld: readonly number[];
  readonly besideNew: readonly number[];
}

/**
 * Last resort for texts that were rewritten so far that only their place tells what became of them: those left over between
 * the same two neighbours pair in order, where they share more than chance.
 */
export function fillGaps(
  clusters: readonly Cluster[],
  old: readonly string[],
  next: readonly string[],
  unlikeness: Unlikeness,
): Cluster[] {
  const gaps = openGaps(clusters, old, next);
  if (gaps.length === 0) return [];
  const space = featureSpace(
    gaps.flatMap((gap) => [...gap.old, ...gap.besideOld].map((i) => old[i]!)),
    gaps.flatMap((gap) => [...gap.new, ...gap.besideNew].map((j) => next[j]!)),
  );
  const found: Cluster[] = [];
  let oldFrom = 0;
  let newFrom = 0;
  for (const gap of gaps) {
    const excess = excessIn(gap, space, oldFrom, newFrom);
    const worth = (i: number, j: number): number => {
      const a = old[gap.old[i]!]!;
      const b = next[gap.new[j]!]!;
      const likeness = Math.max(excess(i, j) - ALIKE, characterLikeness(a, b) - CHARACTERS_ALIKE);
      const lengths = Math.abs(a.length - b.length) / (a.length + b.length + 1);
      return likeness - LENGTH * lengths - unlikeness(gap.old[i]!, gap.new[j]!);
    };
    const pairs = isReplacedInPlace(gap, old, next, unlikeness)
      ? [[0, 0] as const]
      : pairInOrder(gap.old.length, gap.new.length, worth);
    for (const [i, j] of pairs) found.push({ old: [gap.old[i]!], new: [gap.new[j]!] });
    oldFrom += gap.old.length + gap.besideOld.length;
    newFrom += gap.new.length + gap.besideNew.length;
  }
  return found;
}

/**
 * A heading, an item of a list or a figure by itself between the same two neighbours: new words in the place of the old. Running
 * text needs words in common, since paragraphs come and go; these have hardly any to share.
 */
function isReplacedInPlace(
  { old: gone, new: come, besideOld, besideNew }: Gap,
  old: readonly string[],
  next: readonly string[],
  unlikeness: Unlikeness,
): boolean {
  const [i, j] = [gone[0]!, come[0]!];
  if (gone.length !== 1 || come.length !== 1 || besideOld.length !== besideNew.length || besideOld.length === 0)
    return false;
  const isBetween = besideOld.every((beside, k) => old[beside] === next[besideNew[k]!]);
  return isBetween && isShort(old[i]!) && isShort(next[j]!) && unlikeness(i, j) === 0;
}

const isShort = (text: string): boolean =>
  text.length <= SHORT && (text.length <= NO_SENTENCE || !FULL_STOP.test(text));

/** Stretches between neighbouring clusters, of those that kept their order, with texts left over on both sides. */
function openGaps(clusters: readonly Cluster[], old: readonly string[], next: readonly string[]): Gap[] {
  const oldTaken = new Uint8Array(old.length);
  const newTaken = new Uint8Array(next.length);
  for (const cluster of clusters) {
    for (const i of cluster.old) oldTaken[i] = 1;
    for (const j of cluster.new) newTaken[j] = 1;
  }
  const gaps: Gap[] = [];
  if (!oldTaken.includes(0) || !newTaken.includes(0)) return gaps;
  let oldAt = 0;
  let newAt = 0;
  for (const following of [...keptInOrder(clusters, old, next), { old: [old.length], new: [next.length] }]) {
    const oldEnd = following.old[0]!;
    const newEnd = following.new[0]!;
    const oldFree = free(oldTaken, oldAt, oldEnd);
    const newFree = free(newTaken, newAt, newEnd);
    if (oldFree.length > 0 && newFree.length > 0 && Math.max(oldFree.length, newFree.length) <= MAX_GAP)
      gaps.push({
        old: oldFree,
        new: newFree,
        besideOld: [oldAt - 1, oldEnd].filter((i) => i >= 0 && i < old.length),
        besideNew: [newAt - 1, newEnd].filter((j) => j >= 0 && j < next.length),
      });
    oldAt = Math.max(oldAt, following.old.at(-1)! + 1);
    newAt = Math.max(newAt, following.new.at(-1)! + 1);
  }
  return gaps;
}

function free(taken: Uint8Array, from: number, to: number): number[] {
  const indices: number[] = [];
  for (let at = from; at < to; at += 1) if (taken[at] === 0) indices.push(at);
  return indices;
}

/**
 * How much more alike two texts of the gap are than each is to the other's neighbours on average, less their distance. Where
 * nothing stands beside the gap, place is no evidence.
 */
function excessIn(gap: Gap, space: FeatureSpace, oldFrom: number, newFrom: number): (i: number, j: number) => number {
  const beside = gap.besideOld.length + gap.besideNew.length;
  if (beside === 0) return () => Number.NEGATIVE_INFINITY;
  const toBesideNew = gap.old.map((_, i) =>
    gap.besideNew.reduce((sum, _, k) => sum + relate(space, oldFrom + i, newFrom + gap.new.length + k).similarity, 0),
  );
  const toBesideOld = gap.new.map((_, j) =>
    gap.besideOld.reduce((sum, _, k) => sum + relate(space, oldFrom + gap.old.length + k, newFrom + j).similarity, 0),
  );
  return (i, j) => {
    const apart = Math.abs((i + 0.5) / gap.old.length - (j + 0.5) / gap.new.length);
    const chance = (toBesideNew[i]! + toBesideOld[j]!) / beside;
    return relate(space, oldFrom + i, newFrom + j).similarity - chance - DISTANCE * apart;
  };
}

/** Pairs in order, of largest total worth; those worth nothing are left out. */
function pairInOrder(
  rows: number,
  columns: number,
  worth: (i: number, j: number) => number,
): (readonly [number, number])[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const paired = new Uint8Array(best.length);
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const own = worth(i, j);
      best[at] = Math.max(best[at + 1]!, best[at + width]!);
      if (own <= 0 || best[at + width + 1]! + own < best[at]!) continue;
      best[at] = best[at + width + 1]! + own;
      paired[at] = 1;
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; best[i * width + j]! > 0; ) {
    [i, j] = nextPair(
      i,
      j,
      rows,
      columns,
      (a, b) => paired[a * width + b] === 1 && best[a * width + b] === best[i * width + j],
    );
    pairs.push([i++, j++]);
  }
  return pairs;
}

/** Of several best ways on, the one that pairs soonest on both sides together: the same whichever side is called old. */
function nextPair(
  i: number,
  j: number,
  rows: number,
  columns: number,
  leadsOn: (a: number, b: number) => boolean,
): readonly [number, number] {
  for (let skipped = 0; skipped < rows + columns; skipped += 1)
    for (let aside = skipped % 2; aside <= skipped; aside += 2)
      for (const a of [i + (skipped - aside) / 2, i + (skipped + aside) / 2]) {
        const b = j + skipped - (a - i);
        if (a < rows && b < columns && leadsOn(a, b)) return [a, b];
      }
  return [rows, columns];
}
