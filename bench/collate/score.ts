import type { GoldCase } from "./gold.ts";
import type { Peer } from "./peers.ts";

export interface Score {
  readonly f1: number;
  readonly perfect: number;
  /** Of the edges that belong to splits and merges, the share found; and of the splits and merges, those found whole. */
  readonly regroupedEdges: number;
  readonly regrouped: number;
  readonly moveRecall: number;
  readonly falseMoves: number;
  readonly msPerCase: number;
}

/** Runs an aligner over gold cases. Edge figures are over all edges; a case is perfect when every edge is right. */
export function score(peer: Peer, cases: readonly GoldCase[]): Score {
  const sum = {
    hit: 0,
    said: 0,
    gold: 0,
    perfect: 0,
    regrouped: 0,
    regroupings: 0,
    parts: 0,
    partsHit: 0,
    moves: 0,
    movesHit: 0,
    falseMoves: 0,
  };
  let ms = 0;
  for (const gold of cases) {
    const start = performance.now();
    const said = peer.align(gold.old, gold.new);
    ms += performance.now() - start;
    const hit = [...said.edges].filter((edge) => gold.edges.has(edge)).length;
    sum.hit += hit;
    sum.said += said.edges.size;
    sum.gold += gold.edges.size;
    if (hit === said.edges.size && hit === gold.edges.size) sum.perfect += 1;
    sum.regroupings += gold.regroupings.length;
    sum.regrouped += gold.regroupings.filter((edges) => edges.every((edge) => said.edges.has(edge))).length;
    const parts = gold.regroupings.flat();
    sum.parts += parts.length;
    sum.partsHit += parts.filter((edge) => said.edges.has(edge)).length;
    sum.moves += gold.moves.size;
    sum.movesHit += [...gold.moves].filter((edge) => said.moves.has(edge)).length;
    sum.falseMoves += [...said.moves].filter((edge) => !gold.moves.has(edge)).length;
  }
  return {
    f1: (2 * sum.hit) / Math.max(1, sum.said + sum.gold),
    perfect: sum.perfect / Math.max(1, cases.length),
    regroupedEdges: sum.partsHit / Math.max(1, sum.parts),
    regrouped: sum.regrouped / Math.max(1, sum.regroupings),
    moveRecall: sum.movesHit / Math.max(1, sum.moves),
    falseMoves: sum.falseMoves / Math.max(1, sum.said),
    msPerCase: ms / Math.max(1, cases.length),
  };
}
