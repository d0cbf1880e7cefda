import assert from "node:assert/strict";
import { test } from "node:test";
import { readDate } from "#query/dates";
import { stretchOf } from "#query/when";

const NOW = "2026-03-31T21:30:00Z";

/** Date, zone, and from when until when (UTC). The clocks of Vienna went forward on 2026-03-29, those of Santiago at midnight of 2025-09-07. */
const COVERED: readonly (readonly [date: string, zone: string, start: string, end: string])[] = [
  ["2026-03-01", "UTC", "2026-03-01T00:00Z", "2026-03-02T00:00Z"],
  ["2026-03", "UTC", "2026-03-01T00:00Z", "2026-04-01T00:00Z"],
  ["2026", "UTC", "2026-01-01T00:00Z", "2027-01-01T00:00Z"],
  ["2026-12", "UTC", "2026-12-01T00:00Z", "2027-01-01T00:00Z"],
  ["2026-03-29", "Europe/Vienna", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
  ["2026-03-29T02:30", "Europe/Vienna", "2026-03-29T01:00Z", "2026-03-29T01:01Z"],
  ["2025-10-26T02:30", "Europe/Vienna", "2025-10-26T00:30Z", "2025-10-26T00:31Z"],
  ["2025-09-07", "America/Santiago", "2025-09-07T04:00Z", "2025-09-08T03:00Z"],
  ["today", "UTC", "2026-03-31T00:00Z", "2026-04-01T00:00Z"],
  ["today", "Asia/Tokyo", "2026-03-31T15:00Z", "2026-04-01T15:00Z"],
  ["yesterday", "America/New_York", "2026-03-30T04:00Z", "2026-03-31T04:00Z"],
  ["7d", "Europe/Vienna", "2026-03-23T23:00Z", "2026-03-24T23:00Z"],
  ["1w", "Europe/Vienna", "2026-03-23T23:00Z", "2026-03-24T23:00Z"],
  ["1m", "UTC", "2026-02-28T00:00Z", "2026-03-01T00:00Z"],
  ["1y", "UTC", "2025-03-31T00:00Z", "2025-04-01T00:00Z"],
  ["3h", "Asia/Tokyo", "2026-03-31T18:30Z", "2026-03-31T19:30Z"],
];

test("dates are days of the zone", () => {
  for (const [text, zone, start, end] of COVERED) {
    const { start: from, end: until } = stretchOf(readDate(text)!, { now: Date.parse(NOW), zone });
    assert.deepEqual([iso(from), iso(until)], [start, end], `${text} ${zone}`);
  }
});

const iso = (at: number): string => new Date(at).toISOString().replace(":00.000Z", "Z");

test("long ago is no error", () => {
  for (const text of ["9999y", "9999m", "9999w", "9999d", "9999h", "1000-01-01", "9999-12-31"]) {
    const { start, end } = stretchOf(readDate(text)!, { now: Date.parse(NOW), zone: "Europe/Vienna" });
    assert.ok(Number.isFinite(start) && end > start, text);
  }
});
