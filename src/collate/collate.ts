import { anchor, commonPlaces, type Pairing } from "#collate/align/anchors";
import { findCandidates } from "#collate/align/candidates";
import { featureSpace } from "#collate/align/features";
import { fillGaps } from "#collate/align/gaps";
import { glue } from "#collate/align/glue";
import { type Cluster, growGroups } from "#collate/align/grouping";
import { ALIKE, matchPairs, type Unlikeness } from "#collate/align/match";
import { findMoves } from "#collate/align/moves";
import { readingOrder } from "#collate/align/order";
import { nameParagraphs } from "#collate/align/witness";
import { type MarkedParagraph, withMarks } from "#collate/spans/marked";
import { editsBetween } from "#collate/words/edits";
import { commonPassages } from "#collate/words/refine";
import { dropIslands, showSpacing } from "#collate/words/tidy";
import { type Budget, newBudget } from "#collate/words/token-alignment";
import { comparable } from "#language/comparable";
import type { Collation, Group, GroupKind, WordEdit } from "./collation.ts";
import { joined } from "./place.ts";

/**
 * Aligns two witnesses: which paragraphs belong together, which moved, and what was edited inside them. Pure, total and
 * deterministic; time grows with the length of the texts, hard cases are cut short to a coarser but correct result.
 *
 * @example
 * collate(["Rain fell.", "Ten died."], ["Rain fell.", "Twelve died."]).groups[1]
 * // { old: [1], new: [1], kind: "edited", moved: false, edits: [{ oldStart: 0, oldEnd: 3, newStart: 0, newEnd: 6, cosmetic: false }] }
 */
export function collate(old: readonly string[], next: readonly string[]): Collation {
  return collateParagraphs(old, next, ALIKE);
}

/** As `collate`, for paragraphs of different kinds: what `unlikeness` says is taken off their similarity. */
export function collateParagraphs(old: readonly string[], next: readonly string[], unlikeness: Unlikeness): Collation {
  const { oldKeys, newKeys } = nameParagraphs(old, next);
  const anchors = anchor(oldKeys, newKeys);
  const paired = [...anchored(anchors), ...matched(old, next, anchors, unlikeness)];
  const clusters = glue([...paired, ...fillGaps(paired, old, next, unlikeness)], old, next);
  const alone = [...clusters, ...unmatched(clusters, old.length, next.length)];
  const moved = findMoves(alone, old, next);
  const budget = newBudget();
  const groups = readingOrder(alone, moved, old.length).map((cluster) =>
    groupOf(cluster, old, next, moved.has(cluster), budget),
  );
  return { groups };
}

/** As `collateParagraphs`, for paragraphs whose markup says that words are struck out of them, or that amounts move. */
export const collateMarked = (
  old: readonly MarkedParagraph[],
  next: readonly MarkedParagraph[],
  unlikeness: Unlikeness = ALIKE,
): Collation => {
  const texts = [old, next].map((side) => side.map(({ text }) => text)) as [string[], string[]];
  return { groups: withMarks(collateParagraphs(...texts, unlikeness).groups, old, next) };
};

function anchored(anchors: Pairing): Cluster[] {
  const clusters: Cluster[] = [];
  const { newToOld } = anchors;
  for (let j = 0; j < newToOld.length; j += 1) if (newToOld[j] !== -1) clusters.push({ old: [newToOld[j]!], new: [j] });
  return clusters;
}

/** Groups among the paragraphs that have no equal one. */
function matched(old: readonly string[], next: readonly string[], anchors: Pairing, unlikeness: Unlikeness): Cluster[] {
  const oldFree = free(anchors.oldToNew);
  const newFree = free(anchors.newToOld);
  if (oldFree.length === 0 || newFree.length === 0) return [];
  const space = featureSpace(
    oldFree.map((i) => old[i]!),
    newFree.map((j) => next[j]!),
  );
  const candidates = findCandidates(space);
  const places = commonPlaces(anchors);
  const pairs = matchPairs(
    candidates,
    space,
    { old: Float64Array.from(oldFree, (i) => places.old[i]!), new: Float64Array.from(newFree, (j) => places.new[j]!) },
    (a, b) => unlikeness(oldFree[a]!, newFree[b]!),
  );
  return growGroups(space, candidates, pairs, { old: oldFree, new: newFree }).map((cluster) => ({
    old: cluster.old.map((a) => oldFree[a]!),
    new: cluster.new.map((b) => newFree[b]!),
  }));
}

const free = (partners: Int32Array): number[] => {
  const indices: number[] = [];
  for (let at = 0; at < partners.length; at += 1) if (partners[at] === -1) indices.push(at);
  return indices;
};

function unmatched(clusters: readonly Cluster[], oldCount: number, newCount: number): Cluster[] {
  const oldSeen = new Uint8Array(oldCount);
  const newSeen = new Uint8Array(newCount);
  for (const cluster of clusters) {
    for (const i of cluster.old) oldSeen[i] = 1;
    for (const j of cluster.new) newSeen[j] = 1;
  }
  const rest: Cluster[] = [];
  for (let i = 0; i < oldCount; i += 1) if (oldSeen[i] === 0) rest.push({ old: [i], new: [] });
  for (let j = 0; j < newCount; j += 1) if (newSeen[j] === 0) rest.push({ old: [], new: [j] });
  return rest;
}

function groupOf(
  cluster: Cluster,
  old: readonly string[],
  next: readonly string[],
  moved: boolean,
  budget: Budget,
): Group {
  const group = (kind: GroupKind, edits: readonly WordEdit[]): Group => ({
    old: cluster.old,
    new: cluster.new,
    moved,
    kind,
    edits,
  });
  if (cluster.new.length === 0) return group("removed", []);
  if (cluster.old.length === 0) return group("added", []);
  const oldText = joined(cluster.old, old);
  const newText = joined(cluster.new, next);
  return group(kindOf(cluster, oldText, newText), wordEdits(oldText, newText, budget));
}

/** Two texts that are known to belong together, as a group of index 0 with index 0. */
export const alignPair = (old: string, next: string): Group =>
  groupOf({ old: [0], new: [0] }, [old], [next], false, newBudget());

function wordEdits(oldText: string, newText: string, budget: Budget): WordEdit[] {
  if (oldText === newText) return [];
  const { passages, fences } = commonPassages(oldText, newText, budget);
  const shown = showSpacing(oldText, newText, passages);
  return editsBetween(oldText, newText, dropIslands(oldText, newText, shown, fences), fences);
}

function kindOf(cluster: Cluster, oldText: string, newText: string): GroupKind {
  if (cluster.new.length > cluster.old.length) return "split";
  if (cluster.new.length < cluster.old.length) return "merged";
  const same = oldText === newText || (cluster.old.length === 1 && comparable(oldText) === comparable(newText));
  return same ? "equal" : "edited";
}
