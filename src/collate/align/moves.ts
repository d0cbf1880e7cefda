import { alphanumerics } from "#language/comparable";
import { heaviestAscent } from "./ascent.ts";
import type { Cluster } from "./grouping.ts";

/** A block with fewer letters and digits is never called moved: "Advertisement" and "* * *" wander without meaning. */
const LEAST_ALPHANUMERICS = 20;

/**
 * Clusters that changed their place: those off the heaviest sequence that kept its order (longest increasing subsequence,
 * weighted by length). On a tie the one that went up is the mover. Neighbours that moved together count as one block.
 */
export function findMoves(clusters: readonly Cluster[], old: readonly string[], next: readonly string[]): Set<Cluster> {
  const placed = onBothSides(clusters);
  const moved = new Set<Cluster>();
  if (inOrder(placed)) return moved;
  const kept = heaviest(placed, old, next);
  for (let at = 0; at < placed.length; at += 1) {
    const block: Cluster[] = [];
    while (at < placed.length && !kept.has(at) && follows(block.at(-1), placed[at]!)) block.push(placed[at++]!);
    if (block.length === 0) continue;
    at -= 1;
    const size = (texts: readonly string[]) => texts.reduce((sum, text) => sum + alphanumerics(text), 0);
    const before = size(block.flatMap((c) => c.old.map((i) => old[i]!)));
    const after = size(block.flatMap((c) => c.new.map((j) => next[j]!)));
    if (Math.max(before, after) >= LEAST_ALPHANUMERICS) for (const cluster of block) moved.add(cluster);
  }
  return moved;
}

const follows = (before: Cluster | undefined, cluster: Cluster): boolean =>
  !before || (cluster.old[0] === before.old.at(-1)! + 1 && cluster.new[0] === before.new.at(-1)! + 1);

/** Clusters of both sides that kept their order, in it. */
export function keptInOrder(clusters: readonly Cluster[], old: readonly string[], next: readonly string[]): Cluster[] {
  const placed = onBothSides(clusters);
  if (inOrder(placed)) return placed;
  const kept = heaviest(placed, old, next);
  return placed.filter((_, at) => kept.has(at));
}

const onBothSides = (clusters: readonly Cluster[]): Cluster[] =>
  clusters.filter((c) => c.old.length > 0 && c.new.length > 0).sort((a, b) => a.new[0]! - b.new[0]!);

/** Most texts: nothing to choose. */
const inOrder = (placed: readonly Cluster[]): boolean =>
  placed.every((c, k) => k === 0 || placed[k - 1]!.old[0]! < c.old[0]!);

/** Both sides weigh, so that exchanging them leaves the same ones in place. */
function heaviest(placed: readonly Cluster[], old: readonly string[], next: readonly string[]): Set<number> {
  const length = (c: Cluster): number =>
    c.old.reduce((sum, i) => sum + old[i]!.length, 1) + c.new.reduce((sum, j) => sum + next[j]!.length, 1);
  const firsts = placed.map((c) => c.old[0]!);
  return heaviestAscent(firsts, placed.map(length), old.length);
}
