import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, collapse, endsSentence, isOneOf, weigh } from "#extract/page/text";

for (const [text, expected] of [
  ["  two \n\t words ", "two words"],
  ["soft\u00ADhyphen and zero\u200Bwidth", "softhyphen and zerowidth"],
] as const)
  test(`white space of ${JSON.stringify(text)}`, () => assert.equal(collapse(text), expected));

for (const [text, expected] of [
  ["It rained.", true],
  ["“It rained.”", true],
  ["It rained. [3]", true],
  ["雨が降った。", true],
  ["वर्षा हुई।", true],
  ["Did it rain?", true],
  ["Rain in the valley", false],
  ["By Carla Venn", false],
  [`It rained${")".repeat(50)}`, true],
] as const)
  test(`${JSON.stringify(text)} ${expected ? "ends" : "does not end"} as a sentence does`, () =>
    assert.equal(endsSentence(text), expected));

for (const [text, expected] of [
  ["rain", 4],
  ["雨", 3],
  ["雨 a", 5],
  ["", 0],
] as const)
  test(`${JSON.stringify(text)} weighs as ${expected} letters`, () => assert.equal(weigh(text), expected));

for (const [text, expected] of [
  ["Rain: it's here!", "rain it s here"],
  ["Überschwemmung — Tag 2", "überschwemmung tag 2"],
  ["…", ""],
] as const)
  test(`${JSON.stringify(text)} for comparing`, () => assert.equal(bare(text), expected));

test("a title is known again by its letters, not in a longer text", () => {
  assert.equal(isOneOf(["rain is here"], "Rain is here!"), true);
  assert.equal(isOneOf(["rain is here"], "Rain is here today"), false);
  assert.equal(isOneOf(["rain"], `Rain${"!".repeat(100)}`), false);
});
