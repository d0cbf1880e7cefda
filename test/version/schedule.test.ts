import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { askedLook, LAST_PERIOD_MS, type Met, type NextLook, nextLook as next, type Standing } from "#version/schedule";

/** What was computed when nothing else is said: an hour. */
const HOURLY = { waitMs: HOUR_MS, auditAt: null, plan: { editsPerHour: 0.1, price: 0.03, crowding: 1 } };
const SPENT = { waitMs: null, auditAt: null, plan: null };

const nextLook = (met: Met, before: Standing, now: number, notBeforeMs = 0): NextLook =>
  next(met, before, now, HOURLY, notBeforeMs);

test("a look that met the text is followed by one after the wait that was computed, with its reasons", () => {
  for (const met of ["changed", "unchanged"] as const) {
    const { status, nextLookAt, periodMs, plan } = nextLook(met, { periodMs: DAY_MS, failures: 3 }, 7);
    assert.deepEqual([status, nextLookAt, periodMs, plan], ["watched", 7 + HOUR_MS, HOUR_MS, HOURLY.plan]);
  }
});

test("where hardly an edit is to be expected the article is left alone, but for an audit", () => {
  const left = next("unchanged", { periodMs: DAY_MS, failures: 0 }, 7, SPENT);
  assert.deepEqual([left.status, left.nextLookAt, left.plan], ["quiet", null, null]);
  assert.deepEqual(left.statusReason, { code: "few-edits-expected" });
  const audited = next("unchanged", { periodMs: DAY_MS, failures: 0 }, 7, { ...SPENT, auditAt: 30 * DAY_MS });
  assert.deepEqual([audited.status, audited.nextLookAt], ["quiet", 30 * DAY_MS]);
});

test("a look that deciding asks for leaves the period as it is, and ends a row of failures", () => {
  const asked = askedLook({ periodMs: 3 * HOUR_MS, failures: 2 }, 90);
  assert.deepEqual(asked, {
    status: "watched",
    statusReason: null,
    nextLookAt: 90,
    periodMs: 3 * HOUR_MS,
    failures: 0,
    plan: null,
  });
});

test("a failure is retried sooner than a quiet page and does not slow it", () => {
  const after = nextLook("failed", { periodMs: 10 * DAY_MS, failures: 0 }, 0);
  assert.equal(after.nextLookAt, 30 * MINUTE_MS);
  assert.equal(after.periodMs, 10 * DAY_MS);
  assert.equal(after.failures, 1);
  assert.equal(nextLook("failed", after, 0).nextLookAt, HOUR_MS);
});

test("looks by hand, which come early, do not declare an article gone", () => {
  const standing = { periodMs: HOUR_MS, failures: 0, lastLookedAt: 0 };
  let gone = nextLook("gone", standing, HOUR_MS);
  for (let i = 1; i <= 5; i++) gone = nextLook("gone", { ...gone, lastLookedAt: HOUR_MS + i - 1 }, HOUR_MS + i);
  assert.deepEqual([gone.status, gone.failures], ["watched", 1]);
});

test("Retry-After is honoured over the own period", () => {
  assert.equal(nextLook("failed", { periodMs: 30 * MINUTE_MS, failures: 0 }, 0, 3 * HOUR_MS).nextLookAt, 3 * HOUR_MS);
  assert.equal(nextLook("blocked", { periodMs: 30 * MINUTE_MS, failures: 0 }, 0).nextLookAt, DAY_MS);
});

test("gone is believed after three looks over a day, and still asked at times", () => {
  const first = nextLook("gone", { periodMs: HOUR_MS, failures: 0 }, 0);
  assert.deepEqual([first.status, first.nextLookAt], ["watched", HOUR_MS]);
  const second = nextLook("gone", first, 0);
  assert.deepEqual([second.status, second.nextLookAt], ["watched", DAY_MS]);
  const third = nextLook("gone", second, 0);
  assert.equal(third.status, "gone");
  assert.equal(nextLook("unchanged", third, 0).nextLookAt, HOUR_MS, "back as any other");
  assert.ok(third.nextLookAt! > DAY_MS);
});

test("what is no article is asked again over days, since its site may be out of order, and then left alone", () => {
  let standing: NextLook = { ...nextLook("not-article", { periodMs: 0, failures: 0 }, 0), failures: 0 };
  let now = 0;
  for (let looks = 1; ; looks++) {
    standing = nextLook("not-article", standing, now);
    if (standing.nextLookAt === null) break;
    assert.ok(standing.nextLookAt > now);
    assert.ok(looks < 10);
    now = standing.nextLookAt;
  }
  assert.equal(standing.status, "not-article");
  assert.ok(now >= 4 * DAY_MS && now <= 14 * DAY_MS, `${now / DAY_MS} days`);
});

test("nothing that stands in place of its text ends the watching of an article that has versions", () => {
  const mets: readonly Met[] = ["walled", "failed", "blocked", "refused", "not-article"];
  for (const met of mets) {
    let now = 0;
    let standing: Standing & NextLook = {
      ...nextLook("changed", { periodMs: 0, failures: 0 }, now),
      hasVersions: true,
    };
    const waits: number[] = [];
    for (let look = 0; look < 80; look++) {
      const after = next(met, standing, now, SPENT);
      assert.notEqual(after.nextLookAt, null, `${met} after ${look} looks`);
      waits.push(after.nextLookAt! - now);
      now = after.nextLookAt!;
      standing = { ...after, hasVersions: true };
    }
    assert.ok(
      waits[0]! <= DAY_MS && Math.max(...waits) <= LAST_PERIOD_MS,
      `${met}: ${waits[0]}, ${Math.max(...waits)}`,
    );
    if (met !== "blocked")
      assert.deepEqual(
        waits,
        waits.toSorted((a, b) => a - b),
        `${met}: each wait is at least as long as the one before`,
      );
    const back = next("unchanged", standing, now, HOURLY);
    assert.deepEqual(
      [back.status, back.nextLookAt, back.failures],
      ["watched", now + HOUR_MS, 0],
      `${met}: back as any other`,
    );
  }
});

test("a wall leaves the wait as computed, and an article without versions may be left alone behind it", () => {
  const walled = nextLook("walled", { periodMs: DAY_MS, failures: 0, hasVersions: true }, 0);
  assert.deepEqual([walled.status, walled.nextLookAt, walled.failures], ["watched", HOUR_MS, 1]);
  assert.equal(next("walled", { periodMs: DAY_MS, failures: 0 }, 0, SPENT).status, "quiet");
});

test("robots.txt is asked again after a day for an article that it let us see, else after a week", () => {
  const before = { periodMs: HOUR_MS, failures: 0 };
  const seen = nextLook("refused", { ...before, hasVersions: true }, 0);
  assert.deepEqual([seen.status, seen.nextLookAt], ["refused", DAY_MS]);
  assert.equal(nextLook("refused", { ...seen, hasVersions: true }, 0).nextLookAt, 2 * DAY_MS);
  assert.equal(nextLook("refused", before, 0).nextLookAt, 7 * DAY_MS);
});

test("law: the next look is never in the past, and whatever is seen, looking ends or the period stays bounded", () => {
  const met = fc.constantFrom<Met>(
    "changed",
    "unchanged",
    "walled",
    "failed",
    "gone",
    "blocked",
    "refused",
    "not-article",
  );
  fc.assert(
    fc.property(fc.array(met, { maxLength: 200 }), fc.boolean(), (course, hasVersions) => {
      let now = 0;
      let standing: NextLook = nextLook("changed", { periodMs: 0, failures: 0 }, now);
      for (const step of course) {
        if (standing.nextLookAt === null) break;
        assert.ok(standing.nextLookAt > now);
        assert.ok(standing.nextLookAt - now <= LAST_PERIOD_MS);
        now = standing.nextLookAt;
        standing = nextLook(step, { ...standing, hasVersions }, now);
      }
    }),
  );
});
