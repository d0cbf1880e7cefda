import assert from "node:assert/strict";
import { test } from "node:test";
import type { Habits } from "#model/habits";
import { shareBetween } from "#version/schedule/edit-ages";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import { refit, type Watched } from "#version/schedule/refit";
import { Draw } from "../../../bench/schedule/draw.ts";

/** Articles with these habits, looked at by a rule that knows nothing of them: gaps of half an hour, each a third longer. */
function watched(habits: Habits, articles: number, seed: number): Watched[] {
  const draw = new Draw(seed);
  return Array.from({ length: articles }, () => {
    const edits = Array.from({ length: draw.poisson(draw.gamma(habits.shape) * habits.meanEdits) }, () =>
      draw.age(habits.ages),
    );
    const fromHours = draw.exponential(0.3);
    const changes: [number, number][] = [];
    let at = fromHours;
    for (let gap = 0.5; at < 400; gap *= 1.33) {
      const next = at + gap;
      if (edits.some((edit) => edit > at && edit <= next)) changes.push([at, next]);
      at = next;
    }
    return { bornHour: 24 * draw.next(), fromHours, toHours: at, changes };
  });
}

const SLOW: Habits = {
  ages: [
    { weight: 0.7, medianHours: 8, sigma: 1 },
    { weight: 0.3, medianHours: 100, sigma: 1 },
  ],
  meanEdits: 2.5,
  shape: 0.6,
};

test("a fit finds the habits that made the data", () => {
  const fit = refit(watched(SLOW, 3000, 5), PUBLISHED_HABITS, { priorArticles: 1 });
  assert.ok(Math.abs(fit.meanEdits - 2.5) < 0.25, `mean ${fit.meanEdits}`);
  assert.ok(Math.abs(Math.log(fit.shape / 0.6)) < 0.2, `shape ${fit.shape}`);
  for (const hours of [1, 4, 12, 48, 150]) {
    const [found, real] = [shareBetween(fit.ages, 0, hours), shareBetween(SLOW.ages, 0, hours)];
    assert.ok(Math.abs(found - real) < 0.05, `${found} is not ${real} within ${hours} h`);
  }
});

test("a fit to nothing is the prior, to little hardly moves it, to much leaves it behind", () => {
  const mean = (articles: number) => refit(watched(SLOW, articles, 5), PUBLISHED_HABITS).meanEdits;
  assert.ok(Math.abs(mean(0) - 0.9) < 1e-9);
  assert.ok(mean(20) < 1.3, `${mean(20)}`);
  assert.ok(mean(2000) > 1.9, `${mean(2000)}`);
  const ages = refit([], PUBLISHED_HABITS).ages;
  for (const [i, part] of PUBLISHED_HABITS.ages.entries())
    assert.ok(Math.abs(ages[i]!.medianHours - part.medianHours) < 1e-6 * part.medianHours);
});

test("looks that tell nothing, or nonsense, break no fit", () => {
  const odd: Watched[] = [
    { bornHour: 0, fromHours: 0, toHours: 0, changes: [] },
    { bornHour: 23.9, fromHours: 0, toHours: 1e9, changes: [[0, 1e9]] },
    { bornHour: 5, fromHours: 5, toHours: 5, changes: [[5, 5]] },
    { bornHour: 7, fromHours: 1e6, toHours: 1e7, changes: [[1e6, 1e7]] },
  ];
  const { ages, meanEdits, shape } = refit(odd, PUBLISHED_HABITS, { priorArticles: 0 });
  const all = [meanEdits, shape, ...ages.flatMap((part) => [part.weight, part.medianHours, part.sigma])];
  assert.ok(
    all.every((number) => Number.isFinite(number) && number >= 0),
    JSON.stringify({ ages, meanEdits, shape }),
  );
});
