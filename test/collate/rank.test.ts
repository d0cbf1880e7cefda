import assert from "node:assert/strict";
import { test } from "node:test";
import { isSilent, rankLabels, rankReasons, WEIGHTS, WORDING } from "#collate/rank";
import type { Label, LabelKind, LabelPlace } from "#model/change";

const place = (field: LabelPlace["field"] = "body", at = 0): LabelPlace => ({ field, old: at, new: at });
const label = (kind: LabelKind, reason: string = kind, where = place(), count = 1): Label => ({
  kind,
  reason,
  place: where,
  count,
});
const rank = (labels: readonly Label[], bodyLength = 10, reworded = false): number =>
  rankLabels(labels, bodyLength, reworded).rank;

test("a single label counts its weight", () => {
  for (const kind of ["negation", "number", "cosmetic"] as const) assert.equal(rank([label(kind)]), WEIGHTS[kind]);
});

test("two labels count as the chance that one of them matters", () => {
  const both = 1 - (1 - WEIGHTS.negation) * (1 - WEIGHTS.name);
  assert.equal(rank([label("negation"), label("name")]), Math.round(1000 * both) / 1000);
});

test("a second label of a kind counts half; the same reason again counts nothing", () => {
  const two = 1 - (1 - WEIGHTS.number) * (1 - WEIGHTS.number / 2);
  assert.equal(rank([label("number", "a"), label("number", "b")]), Math.round(1000 * two) / 1000);
  assert.equal(rank([label("number", "a"), label("number", "a")]), WEIGHTS.number);
});

test("changed words without a label count a little", () => {
  assert.equal(rank([], 10, true), WORDING);
  assert.equal(rank([], 10, false), 0);
});

test("a label in the headline counts more, one at the end of the body less", () => {
  const early = rank([label("number")]);
  const late = rank([label("number", "a", place("body", 10))]);
  const inHeadline = rank([label("number", "a", place("headline"))]);
  const inStandfirst = rank([label("number", "a", place("standfirst"))]);
  assert.deepEqual([late, early, inStandfirst, inHeadline], [0.21, 0.3, 0.36, 0.45]);
});

test("a run of paragraphs counts more with each doubling, up to sixteen", () => {
  const run = (count: number) => rank([label("paragraph-removed", "a", place(), count)]);
  assert.equal(run(1), WEIGHTS["paragraph-removed"]);
  assert.ok(run(2) > run(1) && run(16) > run(8));
  assert.equal(run(16), run(400));
});

test("the heaviest label is first, equal ones stay in their order", () => {
  const { labels } = rankLabels([label("date"), label("name", "a"), label("number", "b")], 10, false);
  assert.deepEqual(
    labels.map(({ kind }) => kind),
    ["name", "number", "date"],
  );
});

/** Kinds of the labels of a change, and whether it is silent. */
const SILENT: readonly (readonly [kinds: readonly LabelKind[], expected: boolean])[] = [
  [["number"], true],
  [["sentence-removed"], true],
  [["number", "correction-note"], false],
  [["paragraph-added"], false],
  [["cosmetic"], false],
  [[], false],
];
for (const [kinds, expected] of SILENT)
  test(`a change with ${kinds.join(" and ") || "no label"} is ${expected ? "silent" : "not silent"}`, () =>
    assert.equal(isSilent(kinds.map((kind) => label(kind))), expected));

test("a correction note that was taken away declares nothing", () => {
  const gone: Label = { kind: "correction-note", reason: "a", place: { field: "correction", old: 0, new: null } };
  assert.equal(isSilent([label("number"), gone]), true);
});

test("reasons of the rank: heaviest first, counted, each only once", () => {
  const labels = [label("paragraph-moved"), label("number", "a"), label("number", "a"), label("number", "b")];
  assert.deepEqual(rankReasons(labels), ["2 numbers", "text moved"]);
  assert.deepEqual(rankReasons([label("quote", "a"), label("quote", "b")]), ["the words of quotations"]);
});
