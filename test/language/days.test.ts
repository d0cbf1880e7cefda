import assert from "node:assert/strict";
import { test } from "node:test";
import { agree, daysIn } from "#language/days";
import { readText } from "#language/read-text";
import { rulesFor } from "#language/rules/find";

const read = (language: string, text: string) =>
  daysIn(
    readText(text),
    rulesFor(language, () => text),
  );

/** Language, text, and its days and times as "kind:key" in order. */
const DAYS: readonly (readonly [language: string, text: string, expected: string])[] = [
  ["en", "on 12 March 2024", "calendar:2024-3-12"],
  ["en", "on March 12", "calendar:null-3-12"],
  ["en", "on 12/03/24", "calendar:2024-3-12"],
  ["en", "in 1999", "calendar:1999-"],
  ["en", "on Monday or tomorrow", "weekday:monday|relative:tomorrow"],
  ["en", "at 9 p.m. or 21:05", "clock:21:0|clock:21:5"],
  ["de", "um 19.30 Uhr am 5. Mai", "clock:19:30|calendar:null-5-5"],
  ["es", "el 3 de marzo de 2024", "calendar:2024-3-3"],
  ["ja", "2024年3月12日", "calendar:2024-3-12"],
  ["en", "12 people", ""],
];

for (const [language, text, expected] of DAYS)
  test(`days in "${text}": ${expected || "none"}`, () => {
    assert.equal(
      read(language, text)
        .map(({ kind, key }) => `${kind}:${key}`)
        .join("|"),
      expected,
    );
  });

/** Two ways to write a day, and whether they may be the same one. */
const PAIRS: readonly (readonly [string, string, boolean])[] = [
  ["12 March 2024", "March 12", true],
  ["12 March 2024", "March", true],
  ["12/03/2024", "03/12/2024", true],
  ["12 March 2024", "13 March 2024", false],
  ["12 March 2024", "12 March 2023", false],
  ["March", "April", false],
];

for (const [a, b, expected] of PAIRS)
  test(`"${a}" and "${b}" ${expected ? "agree" : "differ"}`, () => {
    const [first, second] = [read("en", a)[0]!, read("en", b)[0]!];
    assert.deepEqual([agree(first, second), agree(second, first)], [expected, expected]);
  });
