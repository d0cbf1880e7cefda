import assert from "node:assert/strict";
import { test } from "node:test";
import { assessParagraphs, collate } from "#collate/index";

/** Processor time that labels of a hostile pair may take, in milliseconds: a quadratic step takes many times that. */
const BOUND_MS = 5000;

/** What is repeated, with the old and the new text. */
const HOSTILE: readonly (readonly [string, string, string])[] = [
  ["digits before a numeral", `${"1".repeat(90_000)}一`, `${"1".repeat(90_000)}二`],
  ["digits and commas", `${"1,".repeat(45_000)}一`, `${"1,".repeat(45_000)}二`],
  ["numerals", "一".repeat(90_000), "二".repeat(90_000)],
  ["speakers", "police said ".repeat(7000), "witnesses said ".repeat(6000)],
  ["negations", "not ".repeat(20_000), "never ".repeat(15_000)],
  ["quotations that never close", "“a b c ".repeat(12_000), "“a b d ".repeat(12_000)],
  ["names", "we met Carla Venn and ".repeat(4000), "we met Clara Venn or ".repeat(4000)],
  ["articles", "a year ".repeat(12_000), "two years ".repeat(9000)],
  ["dates and sums", "at 9 a.m. $5 million 12 March ".repeat(3000), "at 10 a.m. $6 million 13 March ".repeat(3000)],
];

for (const [name, old, next] of HOSTILE)
  test(`labels of a text of ${name} take bounded time`, () => {
    const collation = collate([old], [next]);
    const before = process.cpuUsage();
    const { labels } = assessParagraphs([old], [next], collation, "en");
    const { user, system } = process.cpuUsage(before);
    assert.ok(labels.length <= 40);
    assert.ok((user + system) / 1000 < BOUND_MS, `${(user + system) / 1000} ms`);
  });
