import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ClaimedDate } from "#model/claimed-date";
import { dateOfNewText, type Followed, followDate, isPending, type SeenDate, sameDate } from "#version/claimed-date";

const T0 = Date.UTC(2026, 4, 4, 6, 0);
const iso = (at: number): string => new Date(at).toISOString();
const seen = (modifiedAt: string | null, more: Partial<SeenDate> = {}): SeenDate => ({
  modifiedAt,
  beside: "",
  extractor: "test/1",
  ...more,
});

/** One look: hours after the version opened, and what it met: hours of the claim (or the claim itself), "=" for the same page. */
type Look = readonly [at: number, claim: number | string | null, more?: Partial<SeenDate>];

/** The events that a course of looks made, as "old>new last-first" in hours, or "late". */
function course(
  first: number | string | null,
  looks: readonly Look[],
): { events: string[]; claimed: ClaimedDate | null } {
  const claimOf = (claim: Look[1]) => (typeof claim === "number" ? iso(T0 + claim * HOUR_MS) : claim);
  const hours = (at: number) => (at - T0) / HOUR_MS;
  let { claimed } = dateOfNewText(null, seen(claimOf(first)), T0);
  const events: string[] = [];
  for (const [at, claim, more] of looks) {
    const when = T0 + at * HOUR_MS;
    const followed: Followed =
      claim === "=" ? sameDate(claimed, when) : followDate(claimed, seen(claimOf(claim), more), when);
    claimed = followed.claimed;
    const { raised } = followed;
    if (followed.late) events.push("late");
    if (raised)
      events.push(
        `${hours(raised.oldModifiedAt)}>${hours(raised.newModifiedAt)} ${hours(raised.lastSeenOldAt)}-${hours(raised.seenAt)}`,
      );
  }
  return { events, claimed };
}

const CASES: readonly (readonly [string, number | string | null, readonly Look[], readonly string[]])[] = [
  [
    "a date that stays",
    -1,
    [
      [1, -1],
      [2, -1],
    ],
    [],
  ],
  [
    "a raised date that stands an hour later",
    -1,
    [
      [1, -1],
      [2, 1.5],
      [3, 1.5],
    ],
    ["-1>1.5 1-2"],
  ],
  [
    "seen again on the very same page",
    -1,
    [
      [1, "="],
      [2, 1.5],
      [3, "="],
      [4, "="],
    ],
    ["-1>1.5 1-2"],
  ],
  [
    "one look is no proof",
    -1,
    [
      [1, -1],
      [2, 1.5],
    ],
    [],
  ],
  [
    "two looks within the hour are none",
    -1,
    [
      [2, 1.5],
      [2.5, 1.5],
    ],
    [],
  ],
  [
    "but a third one is",
    -1,
    [
      [2, 1.5],
      [2.5, 1.5],
      [3.1, 1.5],
    ],
    ["-1>1.5 0-2"],
  ],
  [
    "two raises are two events",
    -1,
    [
      [2, 1.5],
      [3, 1.5],
      [5, 4],
      [7, 4],
    ],
    ["-1>1.5 0-2", "1.5>4 3-5"],
  ],
  [
    "the present instant at every look",
    0,
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ],
    [],
  ],
  [
    "the present instant, then a copy of it from a cache",
    0,
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 3],
      [5, 3],
    ],
    [],
  ],
  [
    "a stumble before the raise",
    -1,
    [
      [1, 0.9],
      [2, 1.5],
      [3, 1.5],
    ],
    ["-1>1.5 0-2"],
  ],
  [
    "back and forth between two servers",
    -1,
    [
      [1, 0.5],
      [2, -1],
      [3, 0.5],
      [4, -1],
      [5, 0.5],
      [6, -1],
    ],
    [],
  ],
  [
    "a date going back",
    -1,
    [
      [1, -3],
      [3, -3],
    ],
    [],
  ],
  [
    "and forth again is no raise",
    -1,
    [
      [1, -3],
      [3, -3],
      [5, -1],
      [7, -1],
    ],
    [],
  ],
  [
    "seconds are one act of saving",
    -1,
    [
      [2, -1 + 30 / 3600],
      [4, -1 + 30 / 3600],
    ],
    [],
  ],
  [
    "the date of the edit itself, printed late",
    -1,
    [
      [2, -0.5],
      [4, -0.5],
    ],
    ["late"],
  ],
  [
    "no date at first is no lower date",
    null,
    [
      [2, 1],
      [4, 1],
    ],
    [],
  ],
  [
    "a date left out for a while",
    -1,
    [
      [1, null],
      [2, 1.5],
      [3, null],
      [4, 1.5],
    ],
    ["-1>1.5 0-2"],
  ],
  [
    "no date that can be read",
    -1,
    [
      [1, "yesterday"],
      [4, "yesterday"],
    ],
    [],
  ],
  [
    "raised together with a caption or byline",
    -1,
    [
      [2, 1.5, { beside: "new" }],
      [4, 1.5, { beside: "new" }],
    ],
    [],
  ],
  [
    "another extractor reads another date",
    -1,
    [
      [2, 1.5, { extractor: "test/2" }],
      [4, 1.5, { extractor: "test/2" }],
    ],
    [],
  ],
  [
    "the same instant in another zone",
    "2026-05-04T05:00:00Z",
    [
      [2, "2026-05-04T07:00:00+02:00"],
      [4, "2026-05-04T07:00:00+02:00"],
    ],
    [],
  ],
  [
    "a time without zone counts as UTC",
    "2026-05-04T05:00:00",
    [
      [2, "2026-05-04T07:30:00"],
      [4, "2026-05-04T07:30:00"],
    ],
    ["-1>1.5 0-2"],
  ],
  [
    "a claim of the future has to come first",
    -1,
    [
      [2, 5],
      [4, 5],
      [6, 5],
    ],
    ["-1>5 0-2"],
  ],
  [
    "today's date on every day",
    "2026-05-04",
    [
      [24, "2026-05-05"],
      [30, "2026-05-05"],
      [48, "2026-05-06"],
      [54, "2026-05-06"],
      [72, "2026-05-07"],
    ],
    [],
  ],
  [
    "today's midnight on every day",
    "2026-05-04T00:00:00+02:00",
    [
      [24, "2026-05-05T00:00:00+02:00"],
      [30, "2026-05-05T00:00:00+02:00"],
      [48, "2026-05-06T00:00:00+02:00"],
    ],
    [],
  ],
  [
    "a day that still stands when it is over",
    "2026-05-01",
    [
      [24, "2026-05-05"],
      [30, "2026-05-05"],
      [60, "2026-05-05"],
    ],
    ["-78>18 0-24"],
  ],
];
for (const [name, first, looks, expected] of CASES)
  test(`claimed date: ${name}`, () => {
    assert.deepEqual(course(first, looks).events, expected);
  });

/** What a version that opens is told: the claim before, restless or not, and the claim with the new text. */
const RAISED: readonly (readonly [string, ClaimedDate | null, string | null, boolean | null])[] = [
  ["no claim before", null, iso(T0), null],
  ["no claim now", course(-1, []).claimed, null, null],
  ["raised", course(-1, []).claimed, iso(T0 + HOUR_MS), true],
  ["not raised", course(-1, [[1, -1]]).claimed, iso(T0 - HOUR_MS), false],
  ["lowered", course(-1, [[1, -1]]).claimed, iso(T0 - 2 * HOUR_MS), false],
  [
    "raised before, for nothing, and not again",
    course(-1, [
      [2, 1.5],
      [4, 1.5],
    ]).claimed,
    iso(T0 + 1.5 * HOUR_MS),
    false,
  ],
  [
    "a date that moves with every look",
    course(0, [
      [1, 1],
      [2, 2],
      [3, 3],
    ]).claimed,
    iso(T0 + 4 * HOUR_MS),
    null,
  ],
];
for (const [name, before, claim, expected] of RAISED)
  test(`date of a new text: ${name}`, () => {
    assert.equal(dateOfNewText(before, seen(claim), T0 + 5 * HOUR_MS).dateRaised, expected);
  });

test("a page is read in full while a claim has yet to prove itself, but not for ever", () => {
  assert.equal(isPending(course(-1, [[1, -1]]).claimed), false);
  assert.equal(isPending(course(-1, [[2, 1.5]]).claimed), true);
  assert.equal(
    isPending(
      course(0, [
        [1, 1],
        [2, 2],
        [3, 3],
      ]).claimed,
    ),
    false,
  );
});

test("events never overlap, always go forward, and never come from a page that prints the present", () => {
  const steps = fc.array(fc.record({ waitMs: fc.integer({ min: 1, max: 3 * DAY_MS }), raise: fc.boolean() }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (looks) => {
      let at = T0;
      let claim = T0 - DAY_MS;
      let { claimed } = dateOfNewText(null, seen(iso(claim)), at);
      let { claimed: present } = dateOfNewText(null, seen(iso(at)), at);
      let before = { newModifiedAt: claim, seenAt: at };
      for (const { waitMs, raise } of looks) {
        at += waitMs + MINUTE_MS;
        if (raise) claim = at - Math.floor(waitMs / 2);
        const followed = followDate(claimed, seen(iso(claim)), at);
        claimed = followed.claimed;
        const { raised } = followed;
        if (raised) {
          assert.equal(raised.oldModifiedAt, before.newModifiedAt);
          assert.ok(raised.newModifiedAt > raised.oldModifiedAt);
          assert.ok(
            raised.lastSeenOldAt >= before.seenAt && raised.seenAt > raised.lastSeenOldAt && raised.seenAt < at,
          );
        }
        if (raised || followed.late)
          before = { newModifiedAt: claimed!.modifiedAt, seenAt: raised?.seenAt ?? before.seenAt };
        else if (claimed!.pending === null) before = { ...before, newModifiedAt: claimed!.modifiedAt };
        const now = followDate(present, seen(iso(at)), at);
        assert.ok(!now.raised && !now.late);
        present = now.claimed;
      }
    }),
  );
});
