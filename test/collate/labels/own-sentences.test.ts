import assert from "node:assert/strict";
import { test } from "node:test";
import { collateInFull } from "#collate/full";
import { OWN_SENTENCES } from "../own-sentences.ts";

/** Pairs for each label and language, and the share of them that has to be right both ways. */
const PAIRS = 40;
const LEAST = 0.9;

type Kind = "sentence-added" | "sentence-removed" | "sentence-moved";
const KINDS: readonly Kind[] = ["sentence-added", "sentence-removed", "sentence-moved"];

/** The k-th pair of a kind: a paragraph of five sentences, and what becomes of it. */
function pairOf(kind: Kind, all: readonly string[], k: number): readonly [readonly string[], readonly string[]] {
  const five = [0, 1, 2, 3, 4].map((at) => all[(k * 3 + at) % all.length]!);
  const other = all[(k * 3 + 5) % all.length]!;
  const at = k % 5;
  const without = five.toSpliced(at, 1);
  if (kind === "sentence-removed") return [[five.join(" ")], [without.join(" ")]];
  if (kind === "sentence-added") return [[five.join(" ")], [five.toSpliced(at, 0, other).join(" ")]];
  // Within the paragraph, and to the paragraph below it.
  const to = (at + 2 + (k % 2)) % 5;
  if (k % 3 > 0) return [[five.join(" ")], [without.toSpliced(to, 0, five[at]!).join(" ")]];
  const below = [6, 7].map((next) => all[(k * 3 + next) % all.length]!).join(" ");
  return [
    [five.join(" "), below],
    [without.join(" "), `${below} ${five[at]!}`],
  ];
}

for (const [language, all] of Object.entries(OWN_SENTENCES)) {
  const given = KINDS.flatMap((kind) =>
    Array.from({ length: PAIRS }, (_, k) => {
      const [old, next] = pairOf(kind, all, k);
      return { kind, said: new Set(collateInFull(old, next, language).labels.map((label) => label.kind)) };
    }),
  );
  for (const kind of KINDS)
    test(`${kind} is said where it is so, and nowhere else (${language})`, () => {
      const right = given.filter((pair) => pair.kind === kind && pair.said.has(kind)).length;
      const all = given.filter(({ said }) => said.has(kind)).length;
      assert.ok(right / PAIRS >= LEAST, `${right} of ${PAIRS} found`);
      assert.ok(right / all >= LEAST, `${right} of ${all} right`);
    });
}
