import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS } from "#lib/clock";
import { isAudited, isSpent, nextAuditAt } from "#version/schedule/stop";

test("one article in a hundred is audited, the same ones ever", () => {
  const audited = Array.from({ length: 100_000 }, (_, id) => id + 1).filter(isAudited);
  assert.ok(audited.length > 900 && audited.length < 1100, `${audited.length}`);
  const gaps = audited.slice(1).map((id, i) => id - audited[i]!);
  assert.ok(new Set(gaps).size > 1, "not every hundredth");
});

test("an audited article is looked at again after a month, three months and a year", () => {
  const id = Array.from({ length: 1000 }, (_, i) => i).find(isAudited)!;
  const other = Array.from({ length: 10 }, (_, i) => i).find((i) => !isAudited(i))!;
  const ages: number[] = [];
  for (let at: number | null = 5 * DAY_MS; at !== null; at = nextAuditAt(id, 0, at)) ages.push(at / DAY_MS);
  assert.deepEqual(ages, [5, 30, 90, 365]);
  assert.equal(nextAuditAt(other, 0, 5 * DAY_MS), null);
});

test("an article is spent when all its edits to come are worth less than a request", () => {
  assert.ok(isSpent(0, 0.03));
  assert.ok(isSpent(0.001, 0.03));
  assert.ok(!isSpent(0.01, 0.03));
});
