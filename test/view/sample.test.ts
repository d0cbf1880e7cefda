import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleRun } from "#view/compare/sample";

const MARKS = { equal: ["", ""], deleted: ["[-", "-]"], inserted: ["{+", "+}"] } as const;
const printed = (old: string, now: string): string =>
  sampleRun(old, now)
    .map(({ op, text }) => MARKS[op][0] + text + MARKS[op][1])
    .join("");

const SAMPLES: readonly (readonly [string, string, string])[] = [
  [
    "…said that twelve ships came in…",
    "…said that fifteen ships came in…",
    "…said that [-twelve-]{+fifteen+} ships came in…",
  ],
  // The context of one side was cut off later than that of the other.
  [
    "The toll rose to 12 on Monday, the ministry said…",
    "The toll rose to 140 on Monday, the ministry said late…",
    "The toll rose to [-12-]{+140+} on Monday, the ministry said…",
  ],
  [
    "…harbour the mayor spoke for 12 hours",
    "…the mayor spoke for 140 hours",
    "…the mayor spoke for [-12-]{+140+} hours",
  ],
  [
    "約900冊。名前を書くだけでよい。",
    "約1200冊。名前を書くだけでよい。「返すのは、また…",
    "約[-900-]{+1200+}冊。名前を書くだけでよい。…",
  ],
  // An addition at the end is the edit itself where it is the only one.
  ["The council met.", "The council met. Nobody was heard…", "The council met.{+ Nobody was heard…+}"],
  ["Ferry runs aground…", "Ship struck a rock…", "[-Ferry runs aground…-]{+Ship struck a rock…+}"],
];

test("a sample marks what was edited, not where its context was cut off", () => {
  for (const [old, now, expected] of SAMPLES) assert.equal(printed(old, now), expected);
});
