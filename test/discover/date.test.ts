import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDate } from "#discover/date";

const CASES: readonly (readonly [text: string, expected: string | null])[] = [
  // ISO 8601 and W3CDTF
  ["2026-05-17T10:20:30Z", "2026-05-17T10:20:30.000Z"],
  ["2026-05-17T10:20:30.123Z", "2026-05-17T10:20:30.000Z"],
  ["2026-05-17T10:20:30+02:00", "2026-05-17T08:20:30.000Z"],
  ["2026-05-17T10:20:30+0200", "2026-05-17T08:20:30.000Z"],
  ["2026-05-17T10:20-05", "2026-05-17T15:20:00.000Z"],
  ["2026-05-17 10:20:30", "2026-05-17T10:20:30.000Z"],
  ["2026-05-17 10:20:30 +0000 UTC", "2026-05-17T10:20:30.000Z"],
  ["2026-05-17T10:20:30 EST", "2026-05-17T15:20:30.000Z"],
  ["20260517T102030Z", "2026-05-17T10:20:30.000Z"],
  ["20260517", "2026-05-17T00:00:00.000Z"],
  ["2026-5-7", "2026-05-07T00:00:00.000Z"],
  ["2026/05/17 10:20", "2026-05-17T10:20:00.000Z"],
  ["2026-05", "2026-05-01T00:00:00.000Z"],
  ["2026", "2026-01-01T00:00:00.000Z"],
  ["2026-137", "2026-05-17T00:00:00.000Z"],
  ["2026-05-17T24:00:00Z", "2026-05-18T00:00:00.000Z"],
  ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"],
  // RFC 822 and its mistakes
  ["Sun, 17 May 2026 10:20:30 GMT", "2026-05-17T10:20:30.000Z"],
  ["Sun, 17 May 2026 10:20:30 +0200", "2026-05-17T08:20:30.000Z"],
  ["17 May 2026 10:20 EDT", "2026-05-17T14:20:00.000Z"],
  ["Sunday, 17 May 2026 10:20:30 GMT", "2026-05-17T10:20:30.000Z"],
  ["Sun,17 May 2026 10:20:30 GMT", "2026-05-17T10:20:30.000Z"],
  ["Mon, 17 May 2026 10:20:30 GMT", "2026-05-17T10:20:30.000Z"],
  ["Sun, 17 May 04 10:20:30 GMT", "2004-05-17T10:20:30.000Z"],
  ["Sun, 17 May 99 10:20:30 GMT", "1999-05-17T10:20:30.000Z"],
  ["Sun, 17-May-2026 10:20:30 GMT", "2026-05-17T10:20:30.000Z"],
  ["Sun, 17 May 2026 9:05:00 PM GMT", "2026-05-17T21:05:00.000Z"],
  ["Sun, 17 May 2026 12:05 a.m.", "2026-05-17T00:05:00.000Z"],
  ["Sun, 17 May 2026", "2026-05-17T00:00:00.000Z"],
  ["Sun, 17 May 2026 10:20:30 GMT+0200", "2026-05-17T08:20:30.000Z"],
  ["Sun, 17 May 2026 10:20:30 +0000 (Coordinated Universal Time)", "2026-05-17T10:20:30.000Z"],
  ["  Sun,\n 17 May 2026\t10:20:30 Z ", "2026-05-17T10:20:30.000Z"],
  // asctime, American, slashes and dots, epoch
  ["Sun May 17 10:20:30 2026", "2026-05-17T10:20:30.000Z"],
  ["Sun May 17 10:20:30 PST 2026", "2026-05-17T18:20:30.000Z"],
  ["May 17, 2026 3:04 PM", "2026-05-17T15:04:00.000Z"],
  ["May 17, 2026", "2026-05-17T00:00:00.000Z"],
  ["5/17/2026 3:04 PM", "2026-05-17T15:04:00.000Z"],
  ["17/5/2026 15:04", "2026-05-17T15:04:00.000Z"],
  ["17.05.2026 15:04", "2026-05-17T15:04:00.000Z"],
  ["1779013230", "2026-05-17T10:20:30.000Z"],
  ["1779013230000", "2026-05-17T10:20:30.000Z"],
  // other languages
  ["So, 17. Mai 2026 10:20:30 MESZ", "2026-05-17T08:20:30.000Z"],
  ["17 mars 2026 à 10:20", "2026-03-17T10:20:00.000Z"],
  ["17 de agosto de 2026", "2026-08-17T00:00:00.000Z"],
  ["Вс, 17 мая 2026 10:20:30 +0300", "2026-05-17T07:20:30.000Z"],
  // not dates
  ["", null],
  ["yesterday", null],
  ["17", null],
  ["2026-13-45", null],
  ["Sun, 45 May 2026", null],
  ["17 Foo 2026", null],
  ["0001-01-01T00:00:00Z", null],
  ["Thu, 01 Jan 1970 00:00:00 GMT", null],
];

test("dates are read as people and programs write them", () => {
  for (const [text, expected] of CASES) {
    const at = readDate(text);
    assert.equal(at === null ? null : new Date(at).toISOString(), expected, text);
  }
});

test("a date more than a day ahead is dropped, one within a wrong zone's reach is not", () => {
  const now = Date.UTC(2026, 4, 17, 12);
  assert.equal(readDate("2026-05-18T11:00:00Z", now), Date.UTC(2026, 4, 18, 11));
  assert.equal(readDate("2026-05-18T13:00:00Z", now), null);
});

test("every instant survives both standard notations", () => {
  const instant = fc.integer({ min: Date.UTC(1990, 0, 2) / 1000, max: Date.UTC(2099, 0, 1) / 1000 });
  fc.assert(
    fc.property(instant, (seconds) => {
      const date = new Date(seconds * 1000);
      assert.equal(readDate(date.toISOString()), seconds * 1000);
      assert.equal(readDate(date.toUTCString()), seconds * 1000);
    }),
  );
});

test("no text makes it throw or lie about the range", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 90 }), (text) => {
      const at = readDate(text);
      assert.ok(at === null || at >= Date.UTC(1990, 0, 1));
    }),
  );
});
