import type { Places } from "./anchors.ts";
import { assign } from "./assignment.ts";
import type { Candidate } from "./candidates.ts";
import type { FeatureSpace } from "./features.ts";

/** How unlike in kind two paragraphs are (a heading and a running paragraph), 0-1, taken off their similarity. */
export type Unlikeness = (oldIndex: number, newIndex: number) => number;

export const ALIKE: Unlikeness = () => 0;

/** Least similarity of a pair, and of a pair with a side under `SHORT_WORDS`, where chance overlap weighs more. */
const ACCEPT = 0.25;
const ACCEPT_SHORT = 0.35;
const SHORT_WORDS = 8;
/** What standing at the other end of the text takes off, so that of two equal candidates the nearer one wins. */
const DISTANCE = 0.08;

/** A pair far apart would be a move, which has to be surer (wikidiff2 asks 0.4 of a moved line, 0.2 of a changed one). */
const FAR = 0.15;
const MAX_GAP = 0.25;

export interface Chosen extends Candidate {
  readonly score: number;
}

/**
 * One partner at most for each text, of largest total score. `places` give the position of each text in its witness
 * (0-1), where the anchors have been mapped onto each other.
 */
export function matchPairs(
  candidates: readonly Candidate[],
  space: FeatureSpace,
  places: Places,
  unlikeness: Unlikeness,
): Chosen[] {
  const edges: Chosen[] = [];
  for (const candidate of candidates) {
    const gap = Math.abs(places.old[candidate.old]! - places.new[candidate.new]!);
    const score = candidate.similarity - DISTANCE * gap - unlikeness(candidate.old, candidate.new);
    const short = Math.min(space.old[candidate.old]!.words, space.new[candidate.new]!.words) < SHORT_WORDS;
    const accepted = (short ? ACCEPT_SHORT : ACCEPT) + FAR * Math.min(gap, MAX_GAP);
    if (score >= accepted) edges.push({ ...candidate, score });
  }
  return assign(edges) as Chosen[];
}
