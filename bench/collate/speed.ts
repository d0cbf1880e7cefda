import { diffWords } from "diff";
import { collate } from "#collate/index";
import { printTable } from "../table.ts";
import { type Body, generatedBodies } from "./bodies.ts";
import { type GoldCase, HEAVY, LIGHT } from "./gold.ts";
import { goldCases } from "./gold-run.ts";
import { proseBody, STOCKS } from "./prose.ts";
import { Random } from "./random.ts";

/** Processor time of a call in milliseconds: other work on the machine does not count. */
function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Speed on articles, on a live page and on texts built to hurt. jsdiff runs on the same pairs, joined to one text. */
export function runSpeed(bodies: readonly Body[], seed: number): void {
  const fifty = bodies
    .filter((body) => body.paragraphs.length >= 45)
    .map((body) => ({ ...body, paragraphs: body.paragraphs.slice(0, 50) }));
  const rows: (string | number)[][] = [];
  for (const rates of [LIGHT, HEAVY]) {
    const cases = goldCases(fifty, rates, 2, seed).slice(0, 80);
    for (let warm = 0; warm < 3; warm += 1) for (const { old, new: next } of cases) collate(old, next);
    rows.push(compared(`article of 50 paragraphs, ${rates.name}`, cases));
  }
  rows.push(compared("live page of 2,000 paragraphs", [livePage(seed)]));
  printTable("Speed, median processor time", ["", "Variorum ms", "jsdiff words ms", "ratio"], rows);
  const hurtful = HURTFUL(new Random(seed)).map(([name, old, next]) => [
    name,
    cpuMs(() => collate(old, next)).toFixed(0),
  ]);
  printTable("Bounded", ["", "ms"], hurtful);
}

function compared(name: string, cases: readonly GoldCase[]): (string | number)[] {
  const ours = median(cases.map(({ old, new: next }) => elapsed(() => collate(old, next))));
  const peer = median(cases.map(({ old, new: next }) => elapsed(() => diffWords(old.join("\n"), next.join("\n")))));
  return [name, ours.toFixed(2), peer.toFixed(2), `${(peer / ours).toFixed(1)}x`];
}

/** Shortest of three runs: the least disturbed by the rest of the machine. */
function elapsed(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Twenty entries added on top of 2,000, one in ten edited. */
function livePage(seed: number): GoldCase {
  const random = new Random(seed);
  const old = proseBody(random, STOCKS[0]!, 2000);
  const next = [
    ...proseBody(random, STOCKS[0]!, 20),
    ...old.map((text) => (random.chance(0.1) ? text.replace(/\d+/, "77") : text)),
  ];
  return { old, new: next, edges: new Set(), regroupings: [], moves: new Set() };
}

type Hurtful = readonly [string, readonly string[], readonly string[]];

const HURTFUL = (random: Random): Hurtful[] => {
  const words = Array.from({ length: 9000 }, () => random.between(36 ** 3, 36 ** 5).toString(36));
  // Frequent words first, as in any language.
  const text = (count: number) =>
    Array.from(
      { length: count },
      (_, k) => words[Math.floor(random.next() ** 3 * 9000)]! + (k % 15 === 14 ? "." : ""),
    ).join(" ");
  const paragraphs = (count: number) => Array.from({ length: Math.ceil(count / 60) }, () => text(60));
  const changed = (source: string) =>
    source
      .split(" ")
      .map((word) => (random.chance(0.05) ? "other" : word))
      .join(" ");
  const long = paragraphs(225_000);
  const line = text(225_000);
  const empty = new Array<string>(1_000_000).fill("");
  const sentence = "A line that never ends. ".repeat(437_000);
  return [
    ["two unrelated texts of 20,000 words, one line", [text(20_000)], [text(20_000)]],
    ["two unrelated texts of 20,000 words, paragraphs", paragraphs(20_000), paragraphs(20_000)],
    ["225,000 words in paragraphs, 1 in 20 changed", long, long.map(changed)],
    ["225,000 words in one line, 1 in 20 changed", [line], [changed(line)]],
    ["a million empty paragraphs", empty, [...empty, "x"]],
    ["10 MB in one line, one word changed", [sentence], [`${sentence.slice(0, 5e6)} changed ${sentence.slice(5e6)}`]],
    [
      "1,000 times the same paragraph",
      new Array<string>(1000).fill("Read more"),
      new Array<string>(900).fill("Read more"),
    ],
  ];
};

export const generatedForSpeed = (seed: number): Body[] => generatedBodies(seed, 200);
