import assert from "node:assert/strict";
import { test } from "node:test";
import type { VersionText } from "#model/version";
import { RECALLED, recall } from "#version/recall";
import { RING_SIZE } from "#version/ring";

const past = (count: number) =>
  Array.from({ length: count }, (_, back) => ({
    number: count - back,
    text: { headline: `Version ${back}`, standfirst: null, corrections: [], blocks: [] } satisfies VersionText,
    lastSeenAt: 1000 - back,
  }));

test("as many versions are asked for as fill a memory: the latest, and a ring of those before it", () => {
  assert.equal(recall(past(RECALLED))!.ring.length, RING_SIZE);
  assert.equal(recall(past(RECALLED - 1))!.ring.length, RING_SIZE - 1);
  assert.equal(recall(past(RECALLED + 1))!.ring.length, RING_SIZE);
});
