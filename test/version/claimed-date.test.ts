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

/**
 * The events of a course of looks, as "old>new last-first" in hours since the version opened, or "late". Each look is its
 * hour and the claim it met: an hour, a date, "=" for the very same page, "-" for none; then what else was other.
 */
function course(first: string, looks: string): { events: string[]; claimed: ClaimedDate | null } {
  const claimOf = (claim: string) =>
    claim === "-" ? null : /^-?[\d.]+$/.test(claim) ? iso(T0 + Math.round(Number(claim) * HOUR_MS)) : claim;
  const hours = (at: number) => (at - T0) / HOUR_MS;
  let { claimed } = dateOfNewText(null, seen(claimOf(first)), T0);
  const events: string[] = [];
  for (const look of looks.split(", ").filter((each) => each !== "")) {
    const [hour, claim, ...other] = look.split(" ");
    const at = T0 + Number(hour) * HOUR_MS;
    const more = {
      ...(other[0] === "beside" && { beside: "new" }),
      ...(other[0] === "extractor" && { extractor: "2" }),
    };
    const followed: Followed =
      claim === "=" ? sameDate(claimed, at) : followDate(claimed, seen(claimOf(claim!), more), at);
    claimed = followed.claimed;
    const { raised } = followed;
    if (followed.late) events.push("late");
    if (raised) {
      const bounds = `${hours(raised.lastSeenOldAt)}-${hours(raised.seenAt)}`;
      events.push(`${hours(raised.oldModifiedAt)}>${hours(raised.newModifiedAt)} ${bounds}`);
    }
  }
  return { events, claimed };
}

/** What it shows, the claim with which the version opened, the looks, and the events. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  ["a date that stays", "-1", "1 -1, 2 -1", ""],
  ["a raised date that stands an hour later", "-1", "1 -1, 2 1.5, 3 1.5", "-1>1.5 1-2"],
  ["seen again on the very same page", "-1", "1 =, 2 1.5, 3 =, 4 =", "-1>1.5 1-2"],
  ["one look is no proof", "-1", "1 -1, 2 1.5", ""],
  ["two looks within the hour are none", "-1", "2 1.5, 2.5 1.5", ""],
  ["but a third one is", "-1", "2 1.5, 2.5 1.5, 3.1 1.5", "-1>1.5 0-2"],
  ["two raises are two events", "-1", "2 1.5, 3 1.5, 5 4, 7 4", "-1>1.5 0-2; 1.5>4 3-5"],
  ["the present instant at every look", "0", "1 1, 2 2, 3 3, 4 4, 5 5", ""],
  ["the present instant, then a copy of it from a cache", "0", "1 1, 2 2, 3 3, 4 3, 5 3", ""],
  ["a stumble before the raise", "-1", "1 0.9, 2 1.5, 3 1.5", "-1>1.5 0-2"],
  ["back and forth between two servers", "-1", "1 0.5, 2 -1, 3 0.5, 4 -1, 5 0.5, 6 -1", ""],
  ["a date going back", "-1", "1 -3, 3 -3", ""],
  ["and forth again is no raise", "-1", "1 -3, 3 -3, 5 -1, 7 -1", ""],
  ["seconds are one act of saving", "-1", "2 -0.99, 4 -0.99", ""],
  ["the date of the edit itself, printed late", "-1", "2 -0.5, 4 -0.5", "late"],
  ["no date at first is no lower date", "-", "2 1, 4 1", ""],
  ["a date left out for a while", "-1", "1 -, 2 1.5, 3 -, 4 1.5", "-1>1.5 0-2"],
  ["no date that can be read", "-1", "1 yesterday, 4 yesterday", ""],
  ["raised together with a caption or the byline", "-1", "2 1.5 beside, 4 1.5 beside", ""],
  ["another extractor reads another date", "-1", "2 1.5 extractor, 4 1.5 extractor", ""],
  ["the same instant in another zone", "-1", "2 2026-05-04T07:00:00+02:00, 4 2026-05-04T07:00:00+02:00", ""],
  ["a time without zone is taken as UTC", "-1", "2 2026-05-04T07:30:00, 4 2026-05-04T07:30:00", "-1>1.5 0-2"],
  ["a claim of the future has to come first", "-1", "2 5, 4 5, 6 5", "-1>5 0-2"],
  ["today's date on every day", "2026-05-04", "24 2026-05-05, 30 2026-05-05, 48 2026-05-06, 54 2026-05-06", ""],
  ["today's midnight on every day", "-6", "24 18, 30 18, 48 42, 54 42", ""],
  [
    "a day that still stands when it is over",
    "2026-05-01",
    "24 2026-05-05, 30 2026-05-05, 60 2026-05-05",
    "-78>18 0-24",
  ],
];
for (const [name, first, looks, expected] of CASES)
  test(`claimed date: ${name}`, () => {
    assert.equal(course(first, looks).events.join("; "), expected);
  });

/** The looks at the old text, the claim that comes with a new one, and whether that is a raised one. */
const RAISED: readonly (readonly [string, string, string, string, boolean | null])[] = [
  ["no claim before", "-", "", "0", null],
  ["no claim now", "-1", "", "-", null],
  ["raised", "-1", "", "1", true],
  ["not raised", "-1", "1 -1", "-1", false],
  ["lowered", "-1", "1 -1", "-2", false],
  ["raised before, for nothing, and not again", "-1", "2 1.5, 4 1.5", "1.5", false],
  ["a date that moves with every look", "0", "1 1, 2 2, 3 3", "4", null],
];
for (const [name, first, looks, claim, expected] of RAISED)
  test(`date of a new text: ${name}`, () => {
    const now = claim === "-" ? null : iso(T0 + Number(claim) * HOUR_MS);
    assert.equal(dateOfNewText(course(first, looks).claimed, seen(now), T0 + 5 * HOUR_MS).dateRaised, expected);
  });

test("a page is read in full while a claim has yet to prove itself, but not for ever", () => {
  assert.equal(isPending(course("-1", "1 -1").claimed), false);
  assert.equal(isPending(course("-1", "2 1.5").claimed), true);
  assert.equal(isPending(course("0", "1 1, 2 2, 3 3").claimed), false);
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
