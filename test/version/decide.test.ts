import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Memory } from "#model/memory";
import type { VersionText } from "#model/version";
import { type Decided, decide } from "#version/decide";
import { markOf } from "#version/fingerprint";

const T0 = Date.UTC(2026, 4, 4, 6, 0);

/**
 * A text in short: headline, standfirst and paragraphs, one word each, separated by `/`; a paragraph `x9` has nine times
 * the length. `A//one two` has the headline A, no standfirst and two paragraphs.
 */
function textIn(short: string): VersionText {
  const [headline = "", standfirst = "", body = ""] = short.split("/");
  const blocks = body
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ({ kind: "paragraph" as const, text: `The ${word} stood in the harbour all night.` }));
  return { headline, standfirst: standfirst === "" ? null : standfirst, corrections: [], blocks };
}

export interface Course {
  readonly told: readonly string[];
  readonly decided: readonly Decided[];
  readonly memory: Memory | null;
}

/** Replays looks, each `minute text`; tells of each its decision, `>number@minute` of a version that opens, `?minute` of a look asked for. */
function course(looks: string, replayed = false): Course {
  const decided: Decided[] = [];
  let memory: Memory | null = null;
  for (const look of looks.split(", ")) {
    const [minute = "", ...short] = look.split(" ");
    const one: Decided = decide(
      memory,
      { text: markOf(textIn(short.join(" "))), replayed },
      T0 + Number(minute) * MINUTE_MS,
    );
    decided.push(one);
    memory = JSON.parse(JSON.stringify(one.memory)) as Memory;
  }
  return { told: decided.map(tell), decided, memory };
}

const minute = (at: number): number => (at - T0) / MINUTE_MS;
function tell({ decision, opens, lookAgainAt }: Decided): string {
  const opened = opens ? `>${opens.number}@${minute(opens.firstSeenAt)}` : "";
  return `${decision}${opened}${lookAgainAt === undefined ? "" : `?${minute(lookAgainAt)}`}`;
}

/** What it shows, the looks, and what was decided at each after the first, which opens version 1. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["nothing new", "0 A//one two, 30 A//one two", "same"],
  ["two looks agree", "0 A//one two, 30 A//one three, 31.5 A//one three", "held?31.5 new>2@30"],
  [
    "a look by hand comes too early",
    "0 A//one two, 30 A//one three, 31 A//one three, 31.5 A//one three",
    "held?31.5 held?32.5 new>2@30",
  ],
  ["a text that did not stay", "0 A//one two, 30 A//one three, 31.5 A//one two", "held?31.5 same"],
  [
    "a headline needs a third look",
    "0 A//one two, 30 B//one two, 31.5 B//one two, 65 B//one two",
    "held?31.5 held?65 new>2@30",
  ],
  ["a headline with its body does not", "0 A//one two, 30 B//one three, 31.5 B//one three", "held?31.5 new>2@30"],
  [
    "a headline test",
    "0 A//one two, 30 B//one two, 31.5 B//one two, 65 A//one two, 90 B//one two, 120 A//one two",
    "held?31.5 held?65 same alternating same",
  ],
];
for (const [name, looks, expected] of CASES)
  test(`decide: ${name}`, () => assert.equal(course(looks).told.slice(1).join(" "), expected));

test("decide: the first text opens version 1 at once", () => {
  assert.deepEqual(course("0 A//one").told, ["first>1@0"]);
});

test("decide: a replayed text needs no confirming look", () => {
  assert.deepEqual(course(`0 A//one two, ${24 * 60} B//one two, ${48 * 60} B//one three`, true).told.slice(1), [
    "new>2@1440",
    "new>3@2880",
  ]);
  assert.equal(HOUR_MS, 60 * MINUTE_MS);
});
