import assert from "node:assert/strict";
import { suite, type TestContext, test } from "node:test";
import type { EngineSettings } from "#engine/settings";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { hostKey } from "#lib/url";
import { openRig, page, type Rig, START_AT } from "./rig.ts";

const GAP = 10 * SECOND_MS;

/** A source with so many articles, all due at once. */
async function openPress(t: TestContext, articles: number, settings: Partial<EngineSettings> = {}): Promise<Rig> {
  const rig = await openRig(t, { gapMs: GAP, ...settings });
  for (let i = 0; i < articles; i++) {
    rig.pages.set(
      `/${i}`,
      page({ headline: `Quay ${i} to close for repairs`, lead: `Quay number ${i} will close for ${i + 2} days.` }),
    );
    await rig.article(`/${i}`);
  }
  return rig;
}

const key = (rig: Rig) => hostKey(rig.base);
const gapsOf = async (rig: Rig) => {
  const { hostId } = (await rig.store.reader.articleByUrl(`${rig.base}/0`))!;
  return rig.store.reader.gaps({ hostIds: [hostId], fromAt: 0, untilAt: START_AT + 100 * DAY_MS, limit: 50 });
};
/** A look by hand, whose waits the clock jumps over. */
async function byHand(rig: Rig, path: string) {
  const stop = rig.clock.onSleep(() => queueMicrotask(() => rig.clock.wakeNext()));
  try {
    const looked = await rig.engine.look((await rig.store.reader.articleByUrl(rig.base + path))!.id);
    assert.ok(looked.ok, JSON.stringify(looked));
    return looked.value;
  } finally {
    stop();
  }
}

const waits = (rig: Rig) => rig.requests.slice(1).map(({ at }, i) => at - rig.requests[i]!.at);

suite("the gap", () => {
  test("is kept between all requests, a tenth longer at most, and not the same each time", async (t) => {
    const rig = await openPress(t, 8);
    await rig.engine.driveTo(rig.clock, START_AT + 3 * MINUTE_MS);
    assert.ok(rig.requests.length >= 9);
    assert.ok(
      waits(rig).every((ms) => ms >= GAP && ms <= GAP * 1.1),
      waits(rig).join(),
    );
    assert.ok(new Set(waits(rig)).size > 3);
  });

  test("has a floor at other people's places that no setting goes below", async (t) => {
    const rig = await openPress(t, 6, { gapMs: 0, isOwn: () => false });
    await rig.engine.driveTo(rig.clock, START_AT + MINUTE_MS);
    assert.ok(
      waits(rig).every((ms) => ms >= 5 * SECOND_MS),
      waits(rig).join(),
    );
    const before = rig.requests.length;
    await byHand(rig, "/0");
    assert.ok(
      waits(rig)
        .slice(before - 1)
        .every((ms) => ms >= 5 * SECOND_MS),
    );
  });

  test("is the Crawl-delay of robots.txt where that is longer, by the loop and by hand", async (t) => {
    const rig = await openPress(t, 4, { interactiveGapMs: SECOND_MS });
    rig.pages.set("/robots.txt", "User-agent: *\nCrawl-delay: 40\n");
    await rig.engine.driveTo(rig.clock, START_AT + 5 * MINUTE_MS);
    assert.ok(
      waits(rig)
        .slice(1)
        .every((ms) => ms >= 40 * SECOND_MS),
      waits(rig).join(),
    );
    const before = rig.requests.length;
    for (const path of ["/0", "/1", "/2"]) await byHand(rig, path);
    assert.equal(rig.requests.length, before + 3);
    assert.ok(
      waits(rig)
        .slice(before - 1)
        .every((ms) => ms >= 40 * SECOND_MS),
      waits(rig).join(),
    );
  });
});

suite("a host that refuses", () => {
  for (const status of [403, 429])
    test(`with ${status} is asked half as often for a day, and half as often again when it repeats it`, async (t) => {
      const rig = await openPress(t, 12);
      rig.pages.set("/1", { status });
      rig.pages.set("/2", { status });
      await rig.engine.driveTo(rig.clock, START_AT + 8 * MINUTE_MS);
      const refusals = rig.requests.flatMap(({ path }, i) => (path === "/1" || path === "/2" ? [i] : []));
      const after = waits(rig).slice(refusals[1]);
      assert.ok(waits(rig)[refusals[0]!]! >= 2 * GAP);
      assert.ok(after.length > 4 && after.every((ms) => ms >= 4 * GAP), waits(rig).join());
      const { slowLevel, slowUntil, refusals: inARow } = await rig.store.reader.manners(key(rig));
      assert.deepEqual([slowLevel, inARow], [2, 0]);
      rig.clock.advanceTo(slowUntil);
      await byHand(rig, "/5");
      await byHand(rig, "/6");
      assert.ok(waits(rig).at(-1)! < 1.2 * GAP);
    });

  test("by its robots.txt is refused nothing less", async (t) => {
    const rig = await openPress(t, 1);
    rig.pages.set("/robots.txt", { status: 429, headers: { "retry-after": "7200" } });
    await rig.engine.driveTo(rig.clock, START_AT + HOUR_MS);
    assert.deepEqual(
      rig.requests.map(({ path }) => path),
      ["/robots.txt"],
    );
    assert.equal((await rig.store.reader.manners(key(rig))).refusals, 1);
    assert.equal((await gapsOf(rig))[0]?.cause, "asked");
  });

  const asked: readonly (readonly [what: string, value: (now: number) => string, waitMs: number])[] = [
    ["seconds", () => "3600", HOUR_MS],
    ["a date", (now) => new Date(now + 2 * HOUR_MS).toUTCString(), 2 * HOUR_MS],
    ["a year, which counts as a day", () => "31536000", DAY_MS],
  ];
  for (const [what, value, waitMs] of asked)
    test(`and names ${what} is left alone as long, and the log says so`, async (t) => {
      const rig = await openPress(t, 3);
      rig.pages.set("/0", { status: 503, headers: { "retry-after": value(START_AT) } });
      await rig.engine.driveTo(rig.clock, START_AT + waitMs + 5 * MINUTE_MS);
      const at = rig.requests.findIndex(({ path }) => path === "/0");
      assert.ok(waits(rig)[at]! >= waitMs - MINUTE_MS, waits(rig).join());
      const [gap] = await gapsOf(rig);
      assert.equal(gap?.cause, "asked");
      assert.ok(gap.untilAt - gap.fromAt >= waitMs - MINUTE_MS);
    });

  test("in the name of another host, to which it redirects, is not held against it", async (t) => {
    const rig = await openPress(t, 2);
    rig.pages.set("/0", { status: 302, headers: { location: `${rig.base.replace("gazette", "elsewhere")}/refusing` } });
    rig.pages.set("/refusing", { status: 403 });
    await rig.engine.driveTo(rig.clock, START_AT + 3 * MINUTE_MS);
    assert.ok(rig.requests.some(({ path }) => path === "/refusing"));
    assert.equal((await rig.store.reader.manners(key(rig))).slowLevel, 0);
  });
});

test("a host gets so many requests a day, robots.txt and redirects counted, and the rest the day after", async (t) => {
  const rig = await openPress(t, 20, { dailyCap: 10 });
  rig.pages.set("/0", { status: 301, headers: { location: "/19" } });
  await rig.engine.driveTo(rig.clock, START_AT + 17 * HOUR_MS);
  assert.equal(rig.requests.length, 10);
  const [gap] = await gapsOf(rig);
  assert.equal(gap?.cause, "day-cap");
  const midnight = Date.UTC(2026, 4, 5);
  assert.ok(gap.untilAt >= midnight && gap.untilAt <= midnight + 10 * MINUTE_MS);
  const looked = await byHand(rig, "/3");
  assert.equal(looked.outcome, "error");
  assert.equal(looked.reason.code, "day-cap");
  assert.equal(rig.requests.length, 10);
  await rig.engine.driveTo(rig.clock, midnight + HOUR_MS);
  assert.equal(rig.requests.length, 20);
});

suite("not modified", () => {
  /** Looks with one article until so many answers were 304; returns the headers of each request for it. */
  const looks = async (rig: Rig, count: number) => {
    const id = await rig.article("/0");
    for (let i = 0; i < count; i++) {
      const looked = await rig.engine.look(id);
      assert.ok(looked.ok);
      rig.clock.advance(HOUR_MS);
    }
    return rig.requests.filter(({ path }) => path === "/0").map(({ headers }) => headers["if-none-match"] ?? "whole");
  };

  test("is asked for at every look but each fourth, as long as the host has not proved itself", async (t) => {
    const rig = await openRig(t);
    rig.pages.set("/0", { body: page(), headers: { etag: '"1"' } });
    const asked = await looks(rig, 46);
    const whole = asked.flatMap((how, i) => (how === "whole" ? [i] : []));
    const waits = whole.slice(1).map((at, n) => at - whole[n]!);
    assert.ok(waits.length >= 8 && waits.slice(-8).every((wait) => wait === 4), waits.join());
    const { validatorChecks, validatorLies } = await rig.store.reader.manners(key(rig));
    assert.deepEqual([validatorChecks, validatorLies], [0, 0], "looks by hand prove nothing of a leased host");
  });

  const trials: readonly (readonly [what: string, etag: (whole: boolean) => string, lies: number])[] = [
    ["a lie: the same validator for another text", () => '"1"', 1],
    ["the truth: another validator with the other text", (whole) => (whole ? '"2"' : '"1"'), 0],
  ];
  for (const [what, etag, lies] of trials)
    test(`is put to the test when the page had changed meanwhile: ${what}`, async (t) => {
      const rig = await openRig(t, { gapMs: GAP });
      rig.pages.set("/0", { body: page(), headers: { etag: '"1"' } });
      const id = await rig.article("/0");
      await rig.engine.driveTo(rig.clock, START_AT + HOUR_MS);
      rig.pages.set("/0", {
        body: page({ lead: "The harbour will close for 30 days in June." }),
        headers: { etag: etag(true) },
      });
      // As many answers of "not modified" as make the next look a whole one.
      while ((await rig.store.reader.watched(id))!.watch.notModified < 19) {
        const { article, watch } = (await rig.store.reader.watched(id))!;
        const stored = { ...article, ...watch };
        await rig.store.writer.recordLook({
          articleId: id,
          capturedAt: stored.lastLookedAt! + MINUTE_MS,
          tookMs: 1,
          outcome: "unchanged",
          status: 304,
          finalUrl: stored.url,
          decision: "same",
          reason: { code: "not-modified" },
          bodyDigest: stored.bodyDigest,
          bodyBytes: 0,
          sawVersion: 1,
          state: { ...stored, etag: '"1"', nextLookAt: stored.lastLookedAt! + 2 * MINUTE_MS },
        });
      }
      rig.requests.length = 0;
      const due = (await rig.store.reader.article(id))!.nextLookAt!;
      await rig.engine.driveTo(rig.clock, Math.max(due, rig.clock.now()) + MINUTE_MS);
      const asked = rig.requests
        .filter(({ path }) => path === "/0")
        .map(({ headers }) => headers["if-none-match"] ?? "whole");
      assert.deepEqual(asked.slice(0, 2), ["whole", '"1"']);
      assert.ok(rig.requests[1]!.at - rig.requests[0]!.at >= GAP);
      const { validatorChecks, validatorLies } = await rig.store.reader.manners(key(rig));
      assert.deepEqual([validatorChecks, validatorLies], [1, lies]);
      rig.requests.length = 0;
      await rig.engine.driveTo(rig.clock, rig.clock.now() + 2 * DAY_MS);
      const later = rig.requests.filter(({ path }) => path === "/0");
      const conditional = later.filter(({ headers }) => headers["if-none-match"]).length;
      assert.equal(conditional > 0, lies === 0, `${conditional} of ${later.length}`);
    });
});

test("what no one watched is reported: work that was due long before the start", async (t) => {
  const rig = await openPress(t, 1, { gapMs: 0 });
  rig.clock.advance(4 * HOUR_MS);
  await rig.engine.checkDue();
  assert.deepEqual(await gapsOf(rig), [
    { hostId: null, cause: "stopped", fromAt: START_AT, untilAt: START_AT + 4 * HOUR_MS },
  ]);
  rig.clock.advance(10 * MINUTE_MS);
  await rig.engine.checkDue();
  assert.equal((await gapsOf(rig)).length, 1);
});
