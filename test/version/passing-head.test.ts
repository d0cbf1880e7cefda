import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownText, TextMark } from "#model/memory";
import { isPassingHead, RING_SIZE, withText } from "#version/ring";

const mark = (headline: string, standfirst = ""): TextMark => ({
  whole: `${headline}${standfirst}`,
  headline,
  standfirst,
  corrections: "",
  body: "",
  lines: "",
  size: 0,
});
const known = (more: Partial<KnownText>): KnownText => ({
  whole: "x",
  version: null,
  rule: "headline",
  firstSeenAt: 10,
  lastSeenAt: 20,
  looks: 1,
  runs: 1,
  head: "tested",
  ...more,
});

/** What the memory holds, when the present absence began, and whether the head was seen to come and go. */
const CASES: readonly (readonly [name: string, ring: readonly KnownText[], since: number, passing: boolean])[] = [
  ["nothing", [], 30, false],
  ["a head that had gone before", [known({})], 21, true],
  ["one that was still there", [known({})], 20, false],
  ["one that came twice", [known({ runs: 2 })], 20, true],
  ["one that came twice and had gone before", [known({ runs: 2 })], 21, true],
  ["another head", [known({ head: "other" })], 21, false],
  ["a version's own head", [known({ version: 1 })], 21, false],
  ["no head", [{ ...known({ whole: "y", runs: 2 }), head: "" }], 21, false],
];
for (const [name, ring, since, passing] of CASES)
  test(`a tested head: ${name}`, () =>
    assert.equal(isPassingHead(ring, mark("tested"), mark("usual"), since), passing));

test("the latest version's own head is no tested one", () =>
  assert.equal(isPassingHead([known({})], mark("tested"), mark("tes", "ted"), 21), false));

test("a ring keeps as many versions as other texts, and the latest of each", () => {
  let ring: readonly KnownText[] = [];
  for (let k = 0; k < 2 * RING_SIZE + 2; k++)
    ring = withText(ring, known({ whole: `${k}`, version: k % 2 === 0 ? k : null }));
  assert.equal(ring.length, 2 * RING_SIZE);
  assert.deepEqual(
    ring.map(({ whole }) => Number(whole)),
    Array.from({ length: 2 * RING_SIZE }, (_, k) => 2 * RING_SIZE + 1 - k),
  );
  const again = withText(ring, known({ whole: "9", looks: 7 }));
  assert.deepEqual([again.length, again[0]!.looks], [2 * RING_SIZE, 7]);
});
