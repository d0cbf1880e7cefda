import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import {
  afterPoll,
  announcedShare,
  type Brought,
  type FeedCourse,
  feedWaitMs,
  NEW_FEED,
} from "#version/schedule/feed-period";

const WISHED = 15 * MINUTE_MS;
const PRICE = 0.03;
const NOTHING: Brought = { listed: 30, fresh: 0, signals: 0 };

/** The wait that a feed comes to when its news come evenly, so many an hour. */
function settled(perHour: number): number {
  let course: FeedCourse = NEW_FEED;
  let waitMs = WISHED;
  let due = 0;
  for (let poll = 0; poll < 300; poll++) {
    due += (perHour * waitMs) / HOUR_MS;
    const fresh = Math.floor(due);
    due -= fresh;
    course = afterPoll(course, { listed: 30, fresh, signals: 0 }, waitMs / HOUR_MS);
    waitMs = feedWaitMs(course, { ...NOTHING, fresh }, WISHED, PRICE);
  }
  return waitMs / MINUTE_MS;
}

test("a busy feed is asked twice as often as wished, a sleepy one hardly", () => {
  const [busy, usual, slow, dead] = [settled(20), settled(1), settled(0.05), settled(0)];
  assert.equal(busy, 7.5);
  assert.ok(usual > 8 && usual < 13, `${usual}`);
  assert.ok(slow > 30 && slow < 70, `${slow}`);
  assert.ok(dead > 55, `${dead}`);
});

test("a feed that is new in most of its entries is asked again at once, since its first poll says nothing", () => {
  const turned = { listed: 30, fresh: 20, signals: 0 };
  assert.equal(feedWaitMs({ news: 0, hours: 200 }, turned, WISHED, PRICE), 7.5 * MINUTE_MS);
  assert.ok(feedWaitMs(NEW_FEED, { listed: 30, fresh: 30, signals: 0 }, WISHED, PRICE) > 9 * MINUTE_MS);
  assert.deepEqual(afterPoll(NEW_FEED, turned, 0), NEW_FEED);
});

test("law: the wait is within what was wished, and longer the dearer a request", () => {
  const some = (max: number) => fc.double({ min: 0, max, noNaN: true });
  fc.assert(
    fc.property(
      some(1e4),
      some(1e4),
      fc.integer({ min: 0, max: 500 }),
      some(1),
      some(10),
      (news, hours, fresh, price, more) => {
        for (const wished of [MINUTE_MS, WISHED, 30 * HOUR_MS]) {
          const brought = { listed: 500, fresh, signals: 0 };
          const [cheap, dear] = [price, price + more].map((p) => feedWaitMs({ news, hours }, brought, wished, p));
          assert.ok(cheap! >= 5 * MINUTE_MS && cheap! >= wished / 2 && dear! <= Math.max(8 * wished, 5 * MINUTE_MS));
          assert.ok(cheap! <= dear!);
        }
      },
    ),
  );
});

test("a hub is believed as far as it announced the news that polls brought, and never wholly", () => {
  assert.equal(announcedShare({ hits: 0, misses: 0 }), 0);
  assert.equal(announcedShare({ hits: 0, misses: 20 }), 0, "pushes that never come");
  assert.equal(announcedShare({ hits: 3, misses: 0 }), 0.5);
  assert.ok(announcedShare({ hits: 20, misses: 0 }) > 0.8);
  assert.ok(announcedShare({ hits: 1e9, misses: 0 }) < 1);
});

test("law: the more a hub announces, the less its feed is polled, but every six hours at least", () => {
  const count = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(count, count, count, count, fc.integer({ min: 0, max: 30 }), (news, hours, hits, misses, fresh) => {
      for (const wished of [5 * MINUTE_MS, WISHED, 2 * HOUR_MS, 30 * HOUR_MS]) {
        const brought = { listed: 30, fresh, signals: 0 };
        const wait = (announced: number) => feedWaitMs({ news, hours }, brought, wished, PRICE, announced);
        const announced = announcedShare({ hits: hits + 1, misses });
        assert.ok(wait(announced) >= wait(0));
        assert.ok(wait(announcedShare({ hits: hits + 5, misses })) >= wait(announced));
        assert.ok(wait(announced) <= Math.max(6 * HOUR_MS, wished, wait(0)));
      }
    }),
  );
});
