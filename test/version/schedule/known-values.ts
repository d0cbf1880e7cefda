import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Day, Habits } from "#model/habits";
import type { ArticleId } from "#model/id";
import { activityOf, editsSeen, expectedAfter, ownEditsSeen } from "#version/schedule/activity";
import { editsAfter, expectedNow, provedBy, waitAfter } from "#version/schedule/after-look";
import { followers, powerLeft } from "#version/schedule/bursts";
import { ageHoursAt, bornAt, courseAt } from "#version/schedule/course";
import { ageing, evened } from "#version/schedule/day";
import { shareAfter } from "#version/schedule/edit-ages";
import { expectation } from "#version/schedule/expectation";
import { afterPoll, announcedShare, feedWaitMs } from "#version/schedule/feed-period";
import { AgeFit } from "#version/schedule/fit-ages";
import { fitBursts } from "#version/schedule/fit-bursts";
import { fitDay } from "#version/schedule/fit-day";
import { fitShape } from "#version/schedule/fit-shape";
import { logGamma } from "#version/schedule/gamma";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import { waitHours } from "#version/schedule/next-look";
import { normalDensity, normalTail } from "#version/schedule/normal";
import { planLook } from "#version/schedule/plan";
import { refit, type Watched } from "#version/schedule/refit";
import { chanceAfter, isWorthALook, learn, precisionOf, recallAt, UNTRIED } from "#version/schedule/signals";
import { spread } from "#version/schedule/spread";
import { isAudited, isSpent, nextAuditAt } from "#version/schedule/stop";

/** A newsroom that sleeps at night. */
const DAY: Day = evened(Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 0.2 : hour < 20 ? 1.5 : 0.8)));
const BUSY: Habits = {
  ages: [
    { weight: 0.7, medianHours: 8, sigma: 1 },
    { weight: 0.3, medianHours: 100, sigma: 1 },
  ],
  meanEdits: 2.5,
  shape: 0.6,
  bursts: { share: 0.3, hours: 0.7 },
  day: DAY,
};
const HABITS = { published: PUBLISHED_HABITS, busy: BUSY };

const WATCHED: readonly Watched[] = [
  {
    bornHour: 9.5,
    fromHours: 0.2,
    toHours: 90,
    changes: [
      [0.2, 0.5],
      [0.5, 0.8],
      [3, 4],
      [20, 30],
      [71, 72],
    ],
  },
  {
    bornHour: 22.25,
    fromHours: 0,
    toHours: 40,
    changes: [
      [1, 9],
      [9, 9.25],
      [9.25, 10],
    ],
  },
  {
    bornHour: 0,
    fromHours: 2,
    toHours: 300,
    changes: [
      [72, 73],
      [100, 200],
    ],
  },
  { bornHour: 15, fromHours: 0.5, toHours: 12, changes: [] },
  { bornHour: 5.99, fromHours: 1, toHours: 25, changes: [[1, 2]] },
];

const BORN = Date.UTC(2026, 2, 1, 9, 30);
const ARTICLE = {
  id: 17 as ArticleId,
  firstSeenAt: BORN + 10 * MINUTE_MS,
  publishedAt: BORN,
  lastChangedAt: BORN + 2 * HOUR_MS,
  edits: 1.5,
};
const UNDATED = { ...ARTICLE, publishedAt: null, lastChangedAt: null };
const OUTLOOKS = Object.values(HABITS).flatMap((habits) =>
  [1, 4].map((crowding) => ({ habits, trust: new Map([["young", { hits: 6, misses: 2 }] as const]), crowding })),
);

/** Everything that the schedule computes, at places where its parts meet: by name, so that a difference tells which. */
export const KNOWN: Readonly<Record<string, () => unknown>> = {
  logGamma: () => [0.02, 0.5, 1.5, 9.5, 10, 12.25].map(logGamma),
  normalTail: () => [-4, -1, 0, 0.3, 2.9, 3, 3.5, 8, Number.NaN].map(normalTail),
  normalDensity: () => [-1, 0, 2].map(normalDensity),
  shareAfter: () => [-1, 0, 0.01, 1, 30, 1000].map((age) => shareAfter(BUSY.ages, age)),
  ageing: () =>
    [0, 5.5, 23.75].map((from) => [0, 0.25, 1, 6.5, 24, 49, Number.POSITIVE_INFINITY].map((h) => ageing(DAY, from)(h))),
  bursts: () => [
    powerLeft({ share: 0.3, hours: 0.7 }, 0, 0),
    powerLeft({ share: 0.3, hours: 0.7 }, 2, 1),
    followers({ share: 0.3, hours: 0.7 }, 0.5, 1),
  ],
  activity: () =>
    Object.values(HABITS).flatMap((habits) =>
      [0, 3].map((edits) => activityOf(habits, { firstAgeHours: 0.5, ageHours: 9, edits })),
    ),
  expectedAfter: () =>
    Object.values(HABITS).flatMap((habits) =>
      [0, 0.4].map((power) => {
        const { own, following } = expectedAfter(habits, {
          firstAgeHours: 0.5,
          ageHours: 9,
          edits: 2,
          hour: 21.5,
          power,
        });
        return [0, 0.5, 12].map((hours) => [own(hours), following(hours)]);
      }),
    ),
  editsSeen: () => [0, 1e-10, 0.3, 5, 19, 25, Number.NaN].map(editsSeen),
  ownEditsSeen: () => [ownEditsSeen(0, 0), ownEditsSeen(0.4, 0.1), ownEditsSeen(0, 0.5)],
  bornAt: () =>
    [null, BORN, ARTICLE.firstSeenAt, ARTICLE.firstSeenAt + 1, BORN - 3 * DAY_MS].map(
      (publishedAt) => bornAt({ firstSeenAt: ARTICLE.firstSeenAt, publishedAt }) - BORN,
    ),
  ageHoursAt: () => [BORN - 1, BORN, BORN + HOUR_MS].map((at) => ageHoursAt(ARTICLE, at)),
  courseAt: () =>
    Object.values(HABITS).flatMap((habits) => [
      courseAt(ARTICLE, habits, BORN + 5 * HOUR_MS, 2, null),
      courseAt(ARTICLE, habits, BORN, 2, { afterAt: BORN, seenAt: BORN + HOUR_MS }),
      courseAt(ARTICLE, habits, BORN + 90 * MINUTE_MS, 0, { afterAt: BORN + HOUR_MS, seenAt: BORN + 80 * MINUTE_MS }),
    ]),
  expectation: () =>
    Object.values(HABITS).map((habits) =>
      expectation(
        0.2,
        90,
        [
          { clock: [0.2, 0.5], aged: [0.2, 0.5] },
          { clock: [0.5, 0.9], aged: [0.5, 1.1] },
          { clock: [5, 5], aged: [6, 6] },
          { clock: [9, 40], aged: [10, 39] },
        ],
        habits,
      ),
    ),
  ageFit: () => {
    const fit = new AgeFit(BUSY.ages, PUBLISHED_HABITS.ages, 3);
    for (const [from, to, count] of [
      [0, 1, 2],
      [3, 4, 1],
      [50, Number.POSITIVE_INFINITY, 1],
      [1e9, 1e10, 1],
      [2, 2, 1],
      [5, 6, 0],
    ] as const)
      fit.add(from, to, count);
    return [fit.fitted(), new AgeFit(BUSY.ages, PUBLISHED_HABITS.ages, 0).fitted()];
  },
  fitBursts: () => {
    const read = [
      expectation(
        0.2,
        90,
        [
          { clock: [0.2, 0.5], aged: [0.2, 0.5] },
          { clock: [0.6, 0.7], aged: [0.6, 0.7] },
        ],
        BUSY,
      ),
    ];
    return [
      fitBursts(read, { share: 0.1, hours: 0.5 }),
      fitBursts([], { share: 0, hours: 0.5 }),
      fitBursts([], { share: 0.9, hours: 9 }),
    ];
  },
  fitDay: () => [
    fitDay(WATCHED, [1, 2, 0.5, 1, 1], BUSY),
    fitDay(WATCHED, [1, 2, 0.5, 1, 1], PUBLISHED_HABITS),
    fitDay([], [], PUBLISHED_HABITS, DAY),
  ],
  fitShape: () => {
    const seen = [
      { edits: 0, watchedShare: 1 },
      { edits: 3, watchedShare: 0.5 },
      { edits: 1, watchedShare: 0 },
    ];
    return [
      fitShape([], 0.9, PUBLISHED_HABITS, 200),
      fitShape(seen, 0.9, PUBLISHED_HABITS, 1),
      fitShape(seen, 2.5, BUSY, 0),
      fitShape([], 2.5, BUSY, 50),
    ];
  },
  refit: () => [
    refit(WATCHED, PUBLISHED_HABITS, { priorArticles: 2 }),
    refit(WATCHED, BUSY, { start: PUBLISHED_HABITS }),
    refit([], BUSY),
  ],
  afterPoll: () =>
    [0, -1, 5].map((hours) => afterPoll({ news: 4, hours: 9 }, { listed: 10, fresh: 2, signals: 1 }, hours)),
  feedWait: () =>
    [0, 3, 500].flatMap((news) =>
      [0, 200].flatMap((hours) =>
        [
          { listed: 0, fresh: 0, signals: 0 },
          { listed: 10, fresh: 5, signals: 0 },
          { listed: 10, fresh: 6, signals: 0 },
        ].flatMap((brought) =>
          [MINUTE_MS, HOUR_MS, 2 * DAY_MS].flatMap((wished) =>
            [0, 0.9].map((announced) => feedWaitMs({ news, hours }, brought, wished, 0.03, announced)),
          ),
        ),
      ),
    ),
  announcedShare: () => [
    announcedShare(UNTRIED),
    announcedShare({ hits: 9, misses: 1 }),
    announcedShare({ hits: 1e6, misses: 0 }),
  ],
  waitHours: () =>
    [0.001, 0.05, 0.5, 20].flatMap((rate) =>
      [0.2, 3].flatMap((shape) =>
        [0, 0.3].map((drawn) =>
          waitHours({ own: (hours) => rate * hours, following: (hours) => drawn * -Math.expm1(-hours), shape }, 0.03),
        ),
      ),
    ),
  planLook: () =>
    Object.values(HABITS).flatMap((habits) =>
      [1, 20, 4000].flatMap((ageHours) =>
        [0, 0.5].map((recall) =>
          planLook({
            habits,
            course: { firstAgeHours: 0.5, ageHours, edits: 1, hour: 8, power: 0.2 },
            price: 0.03,
            recall,
          }),
        ),
      ),
    ),
  waitAfter: () =>
    OUTLOOKS.flatMap((outlook) =>
      [3, 50, 9000].flatMap((hours) => [
        waitAfter(ARTICLE, 2, outlook, BORN + hours * HOUR_MS),
        waitAfter(UNDATED, 2, outlook, BORN + hours * HOUR_MS, { afterAt: BORN, seenAt: BORN + HOUR_MS }),
      ]),
    ),
  editsAfter: () => OUTLOOKS.map((outlook) => editsAfter(ARTICLE, outlook, BORN + 2 * HOUR_MS, BORN + 3 * HOUR_MS)),
  expectedNow: () => [1, 3].map((hours) => expectedNow(ARTICLE, BUSY, BORN + 2 * HOUR_MS, BORN + hours * HOUR_MS)),
  provedBy: () =>
    [null, { kind: "updated" as const, at: BORN }].flatMap((signal) =>
      [true, false].flatMap((changed) =>
        [47, 48].map((hours) => provedBy({ ...ARTICLE, signal }, changed, BORN + hours * HOUR_MS)),
      ),
    ),
  signals: () => [
    [learn({ hits: 200, misses: 299 }, true), learn({ hits: 200, misses: 300 }, false)],
    [precisionOf(UNTRIED), precisionOf({ hits: 3, misses: 2 })],
    [0, 0.001, 0.05, 1].map((expected) => chanceAfter(0.4, expected)),
    [isWorthALook(0.5, 2, 1), isWorthALook(0.5, 2.01, 1)],
    [47.9, 48].map((hours) => recallAt({ young: { hits: 9, misses: 0 }, old: { hits: 100, misses: 1 } }, hours)),
  ],
  stop: () => [
    [isSpent(0.002, 0.03), isSpent(0.0019, 0.03)],
    Array.from({ length: 300 }, (_, id) => id).filter(isAudited),
    [0, 29, 30, 89, 90, 364, 365].map((days) => nextAuditAt(audited(), 0, days * DAY_MS)),
    nextAuditAt(audited() + 1, 0, 0),
  ],
  spread: () => ["a", "b", "17 3"].map((seed) => spread(HOUR_MS, seed)),
};

const audited = (): number => Array.from({ length: 300 }, (_, id) => id + 1).find(isAudited)!;
