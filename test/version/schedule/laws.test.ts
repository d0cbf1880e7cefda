import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOUR_MS } from "#lib/clock";
import type { Habits } from "#model/habits";
import { activityOf, type Course, editsSeen, expectedAfter, ownEditsSeen } from "#version/schedule/activity";
import { ageing, evened } from "#version/schedule/day";
import { PUBLISHED_AGES, shareAfter, shareBetween } from "#version/schedule/edit-ages";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import { MAX_WAIT_MS, MIN_WAIT_MS, type Outlook, waitHours } from "#version/schedule/next-look";
import { expectedWithin, planLook } from "#version/schedule/plan";
import { BASE_PRICE } from "#version/schedule/price";
import { spread } from "#version/schedule/spread";

const some = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const habits: fc.Arbitrary<Habits> = fc.record({
  ages: fc
    .tuple(some(0, 1), some(0.05, 50), some(0.3, 2.5), some(1, 2000), some(0.3, 2.5))
    .map(([weight, short, s1, long, s2]) => [
      { weight, medianHours: short, sigma: s1 },
      { weight: 1 - weight, medianHours: long, sigma: s2 },
    ]),
  meanEdits: some(0.01, 50),
  shape: some(0.02, 20),
  bursts: fc.record({ share: some(0, 0.8), hours: some(0.1, 2) }),
  day: fc.array(some(0.05, 5), { minLength: 24, maxLength: 24 }).map(evened),
});
const age = some(0, 20_000);
const course: fc.Arbitrary<Course> = fc
  .tuple(age, age, some(0, 500), some(0, 23.99), some(0, 1))
  .map(([a, b, edits, hour, power]) => ({
    firstAgeHours: Math.min(a, b),
    ageHours: Math.max(a, b),
    edits,
    hour,
    power,
  }));
/** At noon, and nothing follows on an edit. */
const at = (firstAgeHours: number, ageHours: number, edits: number): Course => ({
  firstAgeHours,
  ageHours,
  edits,
  hour: 12,
  power: 0,
});
const price = some(1e-4, 10);
const recall = some(0, 0.8);

/** The longest that spreading makes of a wait. */
const spreadMost = (hours: number): number =>
  Math.max(...Array.from({ length: 2000 }, (_, i) => spread(hours * HOUR_MS, `${i}`))) / HOUR_MS;

/** Longer than any wait when the article is left alone. */
const waitOf = (grounds: Parameters<typeof planLook>[0]) => planLook(grounds).waitMs ?? Number.POSITIVE_INFINITY;

test("law: a wait is between five minutes and thirty days, and everything about it is a number", () => {
  fc.assert(
    fc.property(habits, course, price, recall, (h, c, p, r) => {
      const { waitMs, activity, editsPerHour } = planLook({ habits: h, course: c, price: p, recall: r });
      assert.ok(waitMs === null || (waitMs >= MIN_WAIT_MS && waitMs <= MAX_WAIT_MS), `${waitMs}`);
      assert.ok(activity > 0 && Number.isFinite(activity), `activity ${activity}`);
      assert.ok(editsPerHour >= 0 && Number.isFinite(editsPerHour), `rate ${editsPerHour}`);
    }),
    { numRuns: 500 },
  );
});

test("law: the dearer a request, the later the look", () => {
  fc.assert(
    fc.property(habits, course, price, some(1, 100), (h, c, p, more) => {
      const grounds = { habits: h, course: c, recall: 0 };
      assert.ok(waitOf({ ...grounds, price: p * more }) >= waitOf({ ...grounds, price: p }));
    }),
    { numRuns: 500 },
  );
});

test("law: the more edits were seen, the sooner the look; the more of them signals report, the later", () => {
  fc.assert(
    fc.property(habits, course, price, some(0, 20), recall, (h, c, p, more, r) => {
      const grounds = { habits: h, course: c, price: p, recall: 0 };
      assert.ok(waitOf({ ...grounds, course: { ...c, edits: c.edits + more } }) <= waitOf(grounds));
      assert.ok(waitOf({ ...grounds, recall: r }) >= waitOf(grounds));
    }),
    { numRuns: 500 },
  );
});

test("law: what is not known of the activity brings looks forward for edits of themselves, and not for those that follow one", () => {
  const none = () => 0;
  fc.assert(
    fc.property(some(1e-4, 50), price, some(0.02, 20), some(1, 100), (rate, p, shape, more) => {
      const edits = (hours: number) => rate * hours;
      const wait = (outlook: Pick<Outlook, "own" | "following">, k: number) => waitHours({ ...outlook, shape: k }, p);
      assert.ok(wait({ own: edits, following: none }, shape) <= wait({ own: edits, following: none }, shape * more));
      const follows = { own: none, following: edits };
      assert.equal(wait(follows, shape), wait(follows, shape * more));
    }),
  );
});

test("law: a quiet article is looked at less and less, and at last left alone", () => {
  fc.assert(
    fc.property(some(0, 24), some(0.005, 1), (firstAgeHours, p) => {
      let [ageHours, looks] = [firstAgeHours, 0];
      for (; looks < 1000; looks++) {
        const grounds = {
          habits: PUBLISHED_HABITS,
          course: at(firstAgeHours, ageHours, 0),
          price: p,
          recall: 0,
        };
        const { waitMs } = planLook(grounds);
        if (waitMs === null) break;
        ageHours += waitMs / 3_600_000;
      }
      assert.ok(looks < 200, `${looks} looks`);
      assert.ok(ageHours < 24 * 90, `left alone at ${ageHours} h`);
    }),
    { numRuns: 100 },
  );
});

test("before the first look back an article is like the average one", () => {
  for (const edits of [0]) assert.equal(activityOf(PUBLISHED_HABITS, { firstAgeHours: 0.2, ageHours: 0.2, edits }), 1);
  const quiet = activityOf(PUBLISHED_HABITS, { firstAgeHours: 0, ageHours: 1e6, edits: 0 });
  assert.ok(Math.abs(quiet - 0.18 / 1.08) < 1e-9, "no edit in a lifetime");
});

test("law: activity falls with quiet time and rises with edits", () => {
  fc.assert(
    fc.property(habits, course, age, (h, c, later) => {
      const now = activityOf(h, c);
      assert.ok(activityOf(h, { ...c, ageHours: c.ageHours + later }) <= now);
      assert.ok(activityOf(h, { ...c, edits: c.edits + 1 }) > now);
    }),
  );
});

test("law: what is expected over two stretches is what is expected over both", () => {
  fc.assert(
    fc.property(habits, course, some(0, 500), some(0, 500), (h, c, first, second) => {
      const { own, following } = expectedAfter(h, c);
      for (const expected of [own, following]) {
        assert.ok(expected(first) >= 0 && expected(first + second) >= expected(first));
        assert.ok(expected(Number.POSITIVE_INFINITY) >= expected(first + second));
      }
      const older = ageing(h.day, c.hour);
      const then = expectedAfter(h, { ...c, ageHours: c.ageHours + older(first), hour: (c.hour + first) % 24 });
      // No edit was seen meanwhile, so that the activity is taken for less: only the ages are held against each other.
      const [before, after] = [activityOf(h, c), activityOf(h, { ...c, ageHours: c.ageHours + older(first) })];
      const parts = own(first) / before + then.own(second) / after;
      assert.ok(Math.abs(parts - own(first + second) / before) < 1e-6 * (1 + parts));
    }),
  );
});

test("shares of the published ages are those that were published", () => {
  // Last edits by the end of day 0, 1, 2, 5 of 608,723 articles: 63, 88, 93, 97 %. Last ones come later than the average one.
  for (const [hours, least, most] of [
    [12, 0.8, 0.95],
    [48, 0.94, 0.99],
    [144, 0.98, 1],
  ] as const) {
    const share = shareBetween(PUBLISHED_AGES, 0, hours);
    assert.ok(share >= least && share <= most, `${share} within ${hours} h`);
  }
  assert.equal(shareAfter(PUBLISHED_AGES, 0), 1);
  assert.equal(shareAfter(PUBLISHED_AGES, Number.POSITIVE_INFINITY), 0);
  assert.ok(shareAfter(PUBLISHED_AGES, 1e5) > 0, "the far tail is small, not nothing");
});

test("a change after a long wait stands for more than one edit", () => {
  assert.equal(editsSeen(0), 1);
  assert.ok(Math.abs(editsSeen(1e-6) - 1) < 1e-6);
  assert.ok(Math.abs(editsSeen(1) - 1 / (1 - Math.exp(-1))) < 1e-12);
  assert.equal(editsSeen(1e9), 20);
  assert.equal(editsSeen(Number.NaN), 1);
  assert.equal(expectedWithin(PUBLISHED_HABITS, at(0, 5, 0), 0), 0);
});

test("of what a change stands for only its own part counts, and all of it where nothing could follow", () => {
  assert.equal(ownEditsSeen(0, 0), 1);
  assert.equal(ownEditsSeen(1e-6, 0), editsSeen(1e-6));
  assert.ok(ownEditsSeen(0.1, 0.3) < 0.5 && ownEditsSeen(0.1, 0.3) > 0.25);
  assert.equal(ownEditsSeen(0, 0.3), 0);
});

test("an edited article is looked at sooner than a quiet one of its age, and soonest right after an edit", () => {
  const wait = (edits: number, power: number) =>
    planLook({
      habits: PUBLISHED_HABITS,
      course: { ...at(0.2, 20, edits), power },
      price: BASE_PRICE,
      recall: 0,
    }).waitMs!;
  assert.ok(wait(0, 0) > 8 * HOUR_MS);
  assert.ok(wait(3, 0) < 4 * HOUR_MS);
  assert.ok(wait(3, 1) < HOUR_MS);
  assert.ok(wait(3, 0.5) > wait(3, 1));
});

test("waits a little longer than an hour are cut to stay within it, spread included", () => {
  const waits = Array.from({ length: 400 }, (_, i) => {
    const ages = at(0.2, 1 + i / 100, 0);
    return planLook({ habits: PUBLISHED_HABITS, course: ages, price: BASE_PRICE, recall: 0 }).waitMs! / HOUR_MS;
  });
  const cut = waits.filter((hours) => hours === 0.95).length;
  assert.ok(cut > 20, `${cut} of the ages`);
  assert.ok(waits.some((hours) => hours < 0.9) && waits.some((hours) => hours > 1.2));
  assert.ok(spreadMost(0.95) <= 1);
});

test("where nights are dead an article of the evening is looked at in the morning", () => {
  const day = evened(Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 0.05 : 1)));
  const wait = (hour: number, d?: typeof day) =>
    planLook({
      habits: { ...PUBLISHED_HABITS, ...(d && { day: d }) },
      course: { ...at(0.2, 4, 0), hour },
      price: BASE_PRICE,
      recall: 0,
    }).waitMs! / HOUR_MS;
  assert.ok(wait(0) < 4, "as at noon");
  assert.ok(wait(0, day) > 6 && wait(0, day) < 9, `${wait(0, day)} h`);
  assert.ok(wait(12, day) < wait(12));
});
