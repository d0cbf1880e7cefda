import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS } from "#lib/clock";
import { type Met, type NextLook, nextLook, type Standing } from "#version/schedule";

const HOURLY = { waitMs: 3_600_000, auditAt: null, plan: null };
const NOW = 7;

const after = (met: Met, before: Partial<Standing> = {}, notBeforeMs = 0): NextLook =>
  nextLook(met, { periodMs: 0, failures: 0, isSeed: true, ...before }, NOW, HOURLY, notBeforeMs);

test("an article from before is left alone as soon as its text was seen, however often others would be looked at", () => {
  for (const look of [after("changed"), after("unchanged"), after("failed", { hasVersions: true })])
    assert.deepEqual([look.status, look.statusReason, look.nextLookAt], ["quiet", { code: "taken-in" }, null]);
});

test("a page without a text is asked again ever later, for two weeks", () => {
  for (const met of ["failed", "walled", "blocked"] as const) {
    const waits = [0, 1, 2].map((failures) => after(met, { failures }).nextLookAt! - NOW);
    assert.deepEqual(waits, [DAY_MS, 3 * DAY_MS, 9 * DAY_MS]);
    const last = after(met, { failures: 3 });
    assert.deepEqual(
      [last.status, last.statusReason, last.nextLookAt],
      ["quiet", { code: "not-taken-in", looks: 4 }, null],
    );
  }
  assert.equal(after("failed", {}, 2 * DAY_MS).nextLookAt, NOW + 2 * DAY_MS);
});

test("one that is gone, no article or forbidden is asked once more at most", () => {
  for (const [met, status] of [
    ["gone", "gone"],
    ["not-article", "not-article"],
    ["refused", "quiet"],
  ] as const) {
    assert.equal(after(met).nextLookAt, NOW + DAY_MS);
    const last = after(met, { failures: 1 });
    assert.deepEqual([last.status, last.nextLookAt], [status, null]);
  }
  assert.deepEqual([after("forbidden").status, after("forbidden").nextLookAt], ["refused", null]);
});
