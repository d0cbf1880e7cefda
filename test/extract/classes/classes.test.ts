import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";
import { overlap, summarise } from "../../../bench/extract/score.ts";
import { type ClassPage, drawingOf, type Maker } from "./drawing.ts";
import { FIRST } from "./first.ts";
import { SECOND } from "./second.ts";
import { THIRD } from "./third.ts";

const URL_OF_PAGE = "https://house.example/2026/11/story-77";
/** Pages of each template; with three templates made before the rules and three after, twelve of each kind. */
const PAGES = 2;
const LEAST_F1 = 0.95;

/** As the benchmark of real pages reads a body: without captions. A standfirst says the first of it. */
function bodyOf({ html }: ClassPage): string {
  const { standfirst, blocks } = extract(html, { url: URL_OF_PAGE });
  return [standfirst ?? "", ...blocks.filter(({ kind }) => kind !== "caption").map(({ text }) => text)].join("\n");
}

function f1Of(makers: readonly Maker[], from: number): number {
  const pages = makers.flatMap((make, at) =>
    Array.from({ length: PAGES }, (_, i) => make(drawingOf(from + 100 * at + i))),
  );
  return summarise(pages.map((one) => overlap(one.text.join("\n"), bodyOf(one)))).f1;
}

const HALVES = [
  { made: "before", templates: FIRST, seed: 1 },
  { made: "after", templates: SECOND, seed: 7001 },
  { made: "last, after changes to", templates: THIRD, seed: 9001 },
];

for (const { made, templates, seed } of HALVES)
  for (const [name, makers] of Object.entries(templates))
    test(`${name}, in templates made ${made} the rule: F1 is ${LEAST_F1} or more`, () => {
      const f1 = f1Of(makers, seed);
      assert.ok(f1 >= LEAST_F1, `F1 is ${f1.toFixed(3)}`);
    });
