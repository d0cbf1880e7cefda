import assert from "node:assert/strict";
import { test } from "node:test";
import { isDisclosed, isLoss, ordered, type RankedPlace, rankOf, rankReasons, WEIGHTS } from "#collate/rank";
import type { Label, LabelKind, LabelPlace } from "#model/change";

const place = (field: LabelPlace["field"] = "body", at = 0): LabelPlace => ({ field, old: at, new: at });
const label = (kind: LabelKind, reason: string = kind, where = place(), count = 1): Label => ({
  kind,
  reason,
  place: where,
  count,
});
const whole = (labels: readonly Label[], bodyLength = 10): number => rankOf([], labels, bodyLength);
const read = (rank: number, field: RankedPlace["field"] = "body", at = 0): RankedPlace => ({ rank, field, at });

test("a single label of a whole counts its weight, a single place its own chance", () => {
  for (const kind of ["correction-note", "paragraph-removed", "cosmetic"] as const)
    assert.equal(whole([label(kind)]), WEIGHTS[kind]);
  assert.equal(rankOf([read(0.4)], [], 10), 0.4);
  assert.equal(rankOf([], [], 10), 0);
});

test("two together count as the chance that one of them matters", () => {
  const both = 1 - (1 - WEIGHTS["correction-note"]) * (1 - WEIGHTS["paragraph-removed"]);
  assert.equal(whole([label("correction-note"), label("paragraph-removed")]), Math.round(1000 * both) / 1000);
  assert.equal(rankOf([read(0.4)], [label("correction-note")], 10), 0.76);
});

test("a second one counts half; the same reason again counts nothing", () => {
  const weight = WEIGHTS["correction-note"];
  const two = 1 - (1 - weight) * (1 - weight / 2);
  assert.equal(whole([label("correction-note", "a"), label("correction-note", "b")]), Math.round(1000 * two) / 1000);
  assert.equal(whole([label("correction-note", "a"), label("correction-note", "a")]), weight);
  assert.equal(rankOf([read(0.2), read(0.4)], [], 10), 0.46);
});

test("forty small edits do not make a large one", () => {
  const many = rankOf(
    Array.from({ length: 40 }, () => read(0.1)),
    [],
    10,
  );
  assert.ok(many > 0.1 && many < 0.2, String(many));
});

test("a place at the end of the body counts less than one at its beginning or in a field", () => {
  assert.equal(rankOf([read(0.4, "body", 10)], [], 10), 0.28);
  assert.equal(rankOf([read(0.4, "headline", 10)], [], 10), 0.4);
});

test("the label of a headline counts only where its wording was not read as a place", () => {
  assert.equal(rankOf([read(0.1, "headline")], [label("headline", "a", place("headline"))], 10), 0.1);
  assert.equal(whole([label("headline", "a", place("headline"))]), WEIGHTS.headline);
});

test("a run of paragraphs counts more with each doubling, up to sixteen", () => {
  const run = (count: number) => whole([label("paragraph-removed", "a", place(), count)]);
  assert.equal(run(1), WEIGHTS["paragraph-removed"]);
  assert.ok(run(2) > run(1) && run(16) > run(8));
  assert.equal(run(16), run(400));
});

test("the heaviest label is first, equal ones stay in their order", () => {
  assert.deepEqual(
    ordered([label("date"), label("name", "a"), label("number", "b")], 10).map(({ kind }) => kind),
    ["name", "number", "date"],
  );
});

test("paragraphs and fields that were taken away are a loss, those that came or changed are none", () => {
  const gone = { ...place("standfirst"), new: null };
  assert.ok(isLoss([label("paragraph-removed")]) && isLoss([label("standfirst", "a", gone)]));
  assert.ok(!isLoss([label("paragraph-added"), label("standfirst", "a", place("standfirst")), label("cosmetic")]));
});

test("a correction note discloses, unless it was taken away", () => {
  const gone: Label = { kind: "correction-note", reason: "a", place: { field: "correction", old: 0, new: null } };
  assert.ok(isDisclosed([label("number"), label("correction-note")]));
  assert.ok(!isDisclosed([label("number"), gone]));
});

test("reasons of the rank: heaviest first, counted, each only once", () => {
  const labels = [label("paragraph-moved"), label("number", "a"), label("number", "a"), label("number", "b")];
  assert.deepEqual(rankReasons(labels), ["2 numbers", "text moved"]);
  assert.deepEqual(rankReasons([label("quote", "a"), label("quote", "b")]), ["the words of quotations"]);
});
