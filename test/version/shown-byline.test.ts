import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS } from "#lib/clock";
import type { ShownByline } from "#model/shown-byline";
import {
  bylineOfNewText,
  type FollowedByline,
  followByline,
  isBylinePending,
  type SeenByline,
  sameByline,
} from "#version/shown-byline";

const seen = (names: string, more: Partial<SeenByline> = {}): SeenByline => ({
  names: names === "-" ? [] : names.split("+"),
  reader: "test/1",
  oldModifiedAt: null,
  newModifiedAt: null,
  ...more,
});

/** The events of a course of looks as "old>new last-first", in hours. Each look is its hour and the names; "=" for the very same page. */
function course(first: string, looks: string): { events: string[]; shown: ShownByline | null } {
  let shown: ShownByline | null = bylineOfNewText(seen(first), 0);
  const events: string[] = [];
  for (const look of looks.split(", ")) {
    const [hour, names, reader] = look.split(" ");
    const at = Number(hour) * HOUR_MS;
    const followed: FollowedByline =
      names === "=" ? sameByline(shown, null, at)! : followByline(shown, seen(names!, reader ? { reader } : {}), at);
    shown = followed.shown;
    const { changed } = followed;
    if (changed)
      events.push(
        `${changed.oldNames.join("+")}>${changed.newNames.join("+")} ${changed.lastSeenOldAt / HOUR_MS}-${changed.seenAt / HOUR_MS}`,
      );
  }
  return { events, shown };
}

/** What it shows, the names with which the version opened, the looks, and the events. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  ["names that stay", "Ada", "1 Ada, 2 Ada", ""],
  ["other names that stand an hour later", "Ada", "1 Ada, 2 Bo, 3 Bo", "Ada>Bo 1-2"],
  ["seen again on the very same page", "Ada", "2 Bo, 3 =", "Ada>Bo 0-2"],
  ["one look is no proof", "Ada", "1 Ada, 2 Bo", ""],
  ["two looks within the hour are none", "Ada", "2 Bo, 2.5 Bo", ""],
  ["another order", "Ada+Bo", "1 Bo+Ada, 3 Bo+Ada", ""],
  ["a name added", "Ada", "2 Ada+Bo, 3 Ada+Bo", "Ada>Ada+Bo 0-2"],
  ["all names taken away", "Ada", "2 -, 3 -", "Ada> 0-2"],
  ["back before it was proved", "Ada", "1 Bo, 2 Ada, 3 Bo, 4 Ada", ""],
  ["other names at every look", "Ada", "1 B, 2 C, 3 D, 4 E, 5 E, 6 E", ""],
  ["another reader reads other names", "Ada", "2 Bo test/2, 4 Bo test/2", ""],
];

for (const [what, first, looks, events] of CASES)
  test(`${what}: ${events || "no event"}`, () => assert.deepEqual(course(first, looks).events.join("; "), events));

test("names that have yet to prove themselves ask for the page; restless ones do not", () => {
  assert.equal(isBylinePending(course("Ada", "2 Bo").shown), true);
  assert.equal(isBylinePending(course("Ada", "2 Bo, 3 Bo").shown), false);
  assert.equal(isBylinePending(course("Ada", "1 B, 2 C, 3 D").shown), false);
  assert.equal(isBylinePending(null), false);
  assert.equal(sameByline(null, null, 1), null);
});

test("a date that was raised with the names is a part of their event", () => {
  const before = bylineOfNewText(seen("Ada"), 0);
  const raised = { oldModifiedAt: 5, newModifiedAt: 9 * HOUR_MS };
  const { shown } = followByline(before, seen("Bo", raised), 2 * HOUR_MS);
  const later = { oldModifiedAt: 9 * HOUR_MS, newModifiedAt: 9 * HOUR_MS };
  const { changed } = followByline(shown, seen("Bo", later), 3 * HOUR_MS);
  assert.deepEqual([changed?.oldModifiedAt, changed?.newModifiedAt], [5, 9 * HOUR_MS]);
  const { changed: alone } = followByline(
    followByline(before, seen("Bo", { oldModifiedAt: 5, newModifiedAt: 5 }), 2 * HOUR_MS).shown,
    seen("Bo", { oldModifiedAt: 5, newModifiedAt: 5 }),
    3 * HOUR_MS,
  );
  assert.deepEqual([alone?.oldModifiedAt, alone?.newModifiedAt], [null, null]);
});
