import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Habits } from "#model/habits";
import { ageing, evened } from "#version/schedule/day";
import { fitDay, type Lived } from "#version/schedule/fit-day";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import { Draw } from "../../../bench/schedule/draw.ts";

const some = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const day = fc.array(some(0.05, 5), { minLength: 24, maxLength: 24 }).map(evened);

test("law: an article ages a day in a day, whatever the hours are, and never grows younger", () => {
  fc.assert(
    fc.property(day, some(0, 23.99), some(0, 400), some(0, 400), (d, hour, first, second) => {
      const older = ageing(d, hour);
      assert.ok(Math.abs(older(24) - 24) < 1e-9 && Math.abs(older(240) - 240) < 1e-7);
      assert.ok(older(first + second) >= older(first));
      const on = ageing(d, (hour + first) % 24)(second);
      assert.ok(Math.abs(older(first) + on - older(first + second)) < 1e-6, "in two steps as in one");
    }),
  );
});

test("where all hours are alike age is what the clock says, without end too", () => {
  assert.equal(ageing(undefined, 3)(7.5), 7.5);
  const flat = ageing(evened(Array.from({ length: 24 }, () => 3)), 3.25);
  assert.ok(Math.abs(flat(7.5) - 7.5) < 1e-12);
  assert.equal(flat(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
});

const NIGHT = evened(Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 0.2 : 1)));

/** Articles that age by this day, looked at every hour for two days. */
function lived(real: Habits, articles: number, seed: number): Lived[] {
  const draw = new Draw(seed);
  return Array.from({ length: articles }, () => {
    const bornHour = 24 * draw.next();
    const older = ageing(real.day, bornHour);
    const edits = Array.from({ length: draw.poisson(real.meanEdits) }, () => draw.age(real.ages));
    const changes = Array.from({ length: 48 }, (_, hour) => [hour, hour + 1] as const).filter(([from, to]) =>
      edits.some((age) => age > older(from) && age <= older(to)),
    );
    return { bornHour, fromHours: 0, toHours: 48, changes };
  });
}

test("the hours of the day are found from what was seen in them, and taken for alike where they are or nothing was seen", () => {
  const fit = (real: Habits, articles: number) => {
    const seen = lived(real, articles, 11);
    return fitDay(
      seen,
      seen.map(() => 1),
      PUBLISHED_HABITS,
    );
  };
  const nightly = fit({ ...PUBLISHED_HABITS, day: NIGHT }, 3000);
  const mean = (from: number, to: number) => nightly.slice(from, to).reduce((sum, pace) => sum + pace, 0) / (to - from);
  assert.ok(mean(1, 5) < 0.45, `${mean(1, 5)} at night`);
  assert.ok(mean(8, 22) > 1.05, `${mean(8, 22)} by day`);
  const alike = fit(PUBLISHED_HABITS, 3000);
  assert.ok(
    alike.every((pace) => pace > 0.75 && pace < 1.25),
    alike.map((pace) => pace.toFixed(2)).join(" "),
  );
  assert.deepEqual(
    fitDay([], [], PUBLISHED_HABITS),
    Array.from({ length: 24 }, () => 1),
  );
  const few = fit({ ...PUBLISHED_HABITS, day: NIGHT }, 30);
  assert.ok(
    few.every((pace) => pace > 0.5),
    "thirty articles prove little",
  );
});
