import assert from "node:assert/strict";
import { test } from "node:test";
import type { Memory } from "#model/memory";
import type { VersionText } from "#model/version";
import { decide } from "#version/decide";
import { markOf } from "#version/fingerprint";
import { isCurrent, recall } from "#version/recall";

const textOf = (headline: string): VersionText => ({ headline, standfirst: null, corrections: [], blocks: [] });
const past = (...headlines: readonly string[]) =>
  headlines.map((headline, back) => ({
    number: headlines.length - back,
    text: textOf(headline),
    lastSeenAt: 1000 - back,
  }));

test("a memory is made from stored versions as deciding would have left it, without what was held", () => {
  assert.equal(recall([]), null);
  const memory = recall(past("C", "B", "A"))!;
  assert.equal(memory.latest.number, 3);
  assert.equal(decide(memory, { text: markOf(textOf("C")) }, 2000).decision, "same");
  assert.equal(decide(memory, { text: markOf(textOf("A")) }, 2000).saw, 1);
  assert.equal(decide(memory, { text: markOf(textOf("D")) }, 2000).decision, "held");
});

test("of a text that several versions had the latest is recalled, and none of the latest version's", () => {
  const { ring } = recall(past("A", "B", "A", "B", "C"))!;
  assert.deepEqual(
    ring.map(({ version }) => version),
    [4, 1],
  );
});

/** What of a stored memory is other than the article's, and whether it can be used. */
const STORED: readonly (readonly [string, Partial<Memory>, number, boolean])[] = [
  ["nothing", {}, 2, true],
  ["another formula", { formula: -1 }, 2, false],
  ["a version opened since", {}, 3, false],
];
for (const [name, more, versionCount, expected] of STORED)
  test(`a stored memory: ${name}`, () => {
    assert.equal(isCurrent({ ...recall(past("B", "A"))!, ...more }, versionCount), expected);
  });

test("no stored memory is none to use", () => assert.equal(isCurrent(null, 1), false));
