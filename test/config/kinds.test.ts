import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { duration, integer, type Kind, list, optionalUrl, size } from "#config/kinds";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";

const time = duration(SECOND_MS, 7 * DAY_MS);
const bytes = size(1024, 1024 ** 3);

const read: readonly (readonly [what: string, kind: Kind<unknown>, given: unknown, value: unknown])[] = [
  ["seconds", time, "90 s", 90 * SECOND_MS],
  ["minutes without a space", time, "15min", 15 * MINUTE_MS],
  ["hours in words", time, "2 hours", 2 * HOUR_MS],
  ["half an hour", time, "0.5 h", 30 * MINUTE_MS],
  ["a day", time, "1 d", DAY_MS],
  ["milliseconds", time, "1500ms", 1500],
  ["megabytes", bytes, "10 MB", 10 * 1024 ** 2],
  ["kilobytes in small letters", bytes, "64 kb", 64 * 1024],
  ["an integer from a variable", integer(0, 10), "7", 7],
  ["an integer from TOML", integer(0, 10), 7, 7],
  ["a list from a variable", list, " a, b ,,c", ["a", "b", "c"]],
  ["a list from TOML", list, ["a", "b"], ["a", "b"]],
  ["an address without the slash at its end", optionalUrl, "https://example.org/", "https://example.org"],
  ["no address", optionalUrl, "", null],
];

const refused: readonly (readonly [what: string, kind: Kind<unknown>, given: unknown, message: RegExp])[] = [
  ["a time without unit", time, "15", /with its unit/],
  ["a time as a number", time, 15, /with its unit/],
  ["an unknown unit", time, "3 fortnights", /with its unit/],
  ["a negative time", time, "-3 s", /with its unit/],
  ["too short a time", time, "10 ms", /from 1 s to 7 d/],
  ["too large a size", bytes, "2 GB", /from 1 KB to 1 GB/],
  ["a fraction", integer(0, 10), 1.5, /whole number from 0 to 10/],
  ["a word for a number", integer(0, 10), "many", /whole number/],
  ["another protocol", optionalUrl, "ftp://example.org", /http:\/\/ or https:\/\//],
  ["a number for a list", list, 3, /list of texts/],
];

suite("kinds of settings", () => {
  for (const [what, kind, given, value] of read)
    test(`read ${what}`, () => assert.deepEqual(kind.schema.parse(given), value));

  for (const [what, kind, given, message] of refused)
    test(`refuse ${what}`, () => {
      const result = kind.schema.safeParse(given);
      assert.equal(result.success, false);
      assert.match(result.error!.issues[0]!.message, message);
    });

  test("what is printed is read again", () => {
    for (const ms of [1500, 90 * SECOND_MS, HOUR_MS, 3 * DAY_MS]) assert.equal(time.schema.parse(time.print(ms)), ms);
    for (const n of [1024, 1536 * 1024, 1024 ** 3]) assert.equal(bytes.schema.parse(bytes.print(n)), n);
  });
});
