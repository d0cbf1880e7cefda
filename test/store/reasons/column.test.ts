import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Reason } from "#model/reason";
import { reasonColumn, toReason, toReasonOrNull } from "#store/reasons/column";

test("a reason is stored as a line of JSON and comes back", () => {
  const reason = { code: "held-shorter", leftPercent: 33, looks: 1, needs: 3, overMs: 9 } as const;
  assert.equal(reasonColumn(reason), '{"code":"held-shorter","leftPercent":33,"looks":1,"needs":3,"overMs":9}');
  assert.deepEqual(toReason(reasonColumn(reason)), reason);
});

test("an older sentence is written again as it was, with or without a code", () => {
  for (const said of ["first text seen", "something that no program said", '{"code":"no', '{"code":"first-text"'])
    assert.deepEqual(toReason(reasonColumn(toReason(said))), toReason(said));
  assert.equal(reasonColumn(toReason("first text seen")), "first text seen");
});

/** What begins like JSON and is no reason of ours. */
const SENTENCES = [
  "{",
  "{}",
  "{not JSON at all}",
  '{"code":"unheard-of"}',
  '{"code":"toString"}',
  '{"code":"held-text","looks":1}',
  '{"code":"held-headline","differs":"body","looks":1,"needs":4,"overMs":1}',
  '{"code":"http-status","status":"404"}',
  '{"code":"wall","quote":7}',
  '{"code":"first-text","said":"forged"}',
  '["code"]',
];
for (const text of SENTENCES)
  test(`a sentence: ${text}`, () => assert.deepEqual(toReason(text), { code: "sentence", text }));

test("no reason is an empty column, or none", () => {
  assert.deepEqual([toReasonOrNull(""), toReasonOrNull(null)], [null, null]);
});

test("laws: whatever a page or a sentence says, reading never fails, and what was written is read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const quoted: Reason = { code: "wall", quote: text };
      const stored = text.toWellFormed().replaceAll("\0", "\uFFFD");
      assert.deepEqual(toReason(reasonColumn(quoted)), { code: "wall", quote: stored });
      const sentence = toReason(text);
      assert.deepEqual(toReason(reasonColumn(sentence)), sentence);
    }),
  );
});
