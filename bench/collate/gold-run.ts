import { collate } from "#collate/index";
import { printTable } from "../table.ts";
import { type Body, generatedBodies, realBodies } from "./bodies.ts";
import { type GoldCase, HEAVY, LIGHT, makeCase, type Rates } from "./gold.ts";
import { PEERS, type Peer } from "./peers.ts";
import { Random } from "./random.ts";
import { score } from "./score.ts";

export const OURS: Peer = {
  name: "Variorum",
  align: (old, next) => {
    const edges = new Set<string>();
    const moves = new Set<string>();
    for (const group of collate(old, next).groups)
      for (const i of group.old)
        for (const j of group.new) {
          edges.add(`${i}>${j}`);
          if (group.moved) moves.add(`${i}>${j}`);
        }
    return { edges, moves };
  },
};

export function goldCases(bodies: readonly Body[], rates: Rates, rounds: number, seed: number): GoldCase[] {
  const random = new Random(seed);
  const cases: GoldCase[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const body of bodies) {
      const others = bodies.filter((other) => other !== body && other.language === body.language);
      if (others.length > 0)
        cases.push(makeCase(random, body.paragraphs.slice(0, 80), random.pick(others).paragraphs, rates));
    }
  return cases;
}

/** Alignment against known operations: generated texts always, real bodies where there is data. */
export function runGold(data: string | undefined, seed: number): void {
  const sets = [{ name: "generated", bodies: generatedBodies(seed, 100), rounds: 2 }];
  if (data !== undefined) sets.push({ name: "real", bodies: realBodies(data, 6), rounds: 2 });
  for (const set of sets)
    for (const rates of [LIGHT, HEAVY]) {
      const cases = goldCases(set.bodies, rates, set.rounds, seed);
      const rows = [OURS, ...PEERS].map((peer) => {
        const s = score(peer, cases);
        return [
          peer.name,
          s.f1.toFixed(4),
          s.perfect.toFixed(3),
          s.regroupedEdges.toFixed(3),
          s.regrouped.toFixed(3),
          s.moveRecall.toFixed(3),
          `${(100 * s.falseMoves).toFixed(2)}%`,
          s.msPerCase.toFixed(2),
        ];
      });
      const title = `Gold, ${set.name} bodies, ${rates.name} edits (${cases.length} cases, seed ${seed})`;
      printTable(
        title,
        ["", "edge F1", "perfect", "split/merge edges", "whole", "move recall", "false moves", "ms"],
        rows,
      );
    }
}
