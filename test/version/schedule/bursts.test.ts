import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { followers, powerLeft, USUAL_BURSTS } from "#version/schedule/bursts";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import { refit, type Watched } from "#version/schedule/refit";
import { Draw } from "../../../bench/schedule/draw.ts";

const some = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test("law: an edit draws its share after it, sooner rather than later, and less the longer ago it was", () => {
  fc.assert(
    fc.property(some(0.01, 0.8), some(0.1, 2), some(0, 100), some(0, 10), some(0, 10), (share, hours, gap, a, b) => {
      const bursts = { share, hours };
      const power = powerLeft(bursts, gap, a);
      assert.ok(power >= 0 && power <= 1 && powerLeft(bursts, gap, a + b) <= power);
      assert.ok(powerLeft(bursts, gap + b, a) <= power + 1e-12);
      const [first, both] = [followers(bursts, power, a), followers(bursts, power, a + b)];
      const then = followers(bursts, power * Math.exp(-a / hours), b);
      assert.ok(Math.abs(first + then - both) < 1e-9, "in two steps as in one");
      assert.ok(both <= share * power);
    }),
  );
  assert.equal(powerLeft(USUAL_BURSTS, 0, 0), 1);
});

/** Articles that are edited as published, each edit with so many that follow it; looked at twice an hour. */
function watched(share: number, seed: number): Watched[] {
  const draw = new Draw(seed);
  return Array.from({ length: 2000 }, () => {
    const edits: number[] = [];
    for (let i = draw.poisson(draw.gamma(0.18) * 0.7); i > 0; i--) {
      let at = draw.age(PUBLISHED_HABITS.ages);
      edits.push(at);
      while (draw.chance(share)) {
        at += draw.exponential(0.5);
        edits.push(at);
      }
    }
    const changes = Array.from({ length: 200 }, (_, i) => [i / 2, (i + 1) / 2] as const).filter(([from, to]) =>
      edits.some((edit) => edit > from && edit <= to),
    );
    return { bornHour: 12, fromHours: 0, toHours: 100, changes };
  });
}

test("a fit tells edits that follow others from articles that are edited much", () => {
  const none = refit(watched(0, 3), PUBLISHED_HABITS);
  const many = refit(watched(0.4, 3), PUBLISHED_HABITS);
  assert.ok(none.bursts!.share < 0.08, `${none.bursts!.share} where there is none`);
  assert.ok(many.bursts!.share > 0.2 && many.bursts!.share < 0.5, `${many.bursts!.share} where it is 0.4`);
  assert.ok(many.bursts!.hours > 0.25 && many.bursts!.hours < 1, `after ${many.bursts!.hours} h`);
  const all = many.meanEdits / (1 - many.bursts!.share);
  assert.ok(many.meanEdits < 0.95, `${many.meanEdits} of themselves`);
  // Followers that were seen with their edit are told apart only in part, so that both together come out a little many.
  assert.ok(all > 1.05 && all < 1.45, `${all} in all`);
  assert.deepEqual(refit([], PUBLISHED_HABITS).bursts, USUAL_BURSTS);
});
