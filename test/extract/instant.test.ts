import assert from "node:assert/strict";
import { test } from "node:test";
import { isoInstant } from "#extract/dates/instant";

/** What a machine-readable field says, and the instant with the zone that it claims. */
const FIELDS: readonly (readonly [string, string | null])[] = [
  ["2024-05-03T15:47:42+02:00", "2024-05-03T15:47:42+02:00"],
  ["2024-05-03 15:47:42+0200", "2024-05-03T15:47:42+02:00"],
  ["2024-05-03T15:47", "2024-05-03T15:47:00"],
  ["20240503", "2024-05-03"],
  ["2024/5/3 9:05", "2024-05-03T09:05:00"],
  ["Fri, 03 May 2024 13:47:00 GMT", "2024-05-03T13:47:00Z"],
  ["3. Dec. 2024", "2024-12-03"],
  ["May 3, 2024", "2024-05-03"],
  ["September 3rd, 2024 at 3:05 pm", "2024-09-03T15:05:00"],
  ["May 3, 2024 12:05 a.m.", "2024-05-03T00:05:00"],
  ["1714743900", "2024-05-03T13:45:00Z"],
  ["1714743900000", "2024-05-03T13:45:00Z"],
  ["2024-05-03T25:00", "2024-05-03"],
  ["3 Mai 2024", null],
  ["1850-05-03", null],
  ["2024-13-45", null],
  ["yesterday", null],
  ["", null],
];

for (const [field, expected] of FIELDS)
  test(`"${field}" is ${expected ?? "not an instant"}`, () => assert.equal(isoInstant(field), expected));
