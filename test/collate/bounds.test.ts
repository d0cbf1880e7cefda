import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, collate } from "#collate/index";

/**
 * Processor time a hostile pair may take here, in milliseconds: several times what it takes on an idle machine, far less than
 * any quadratic step would.
 */
const BOUND_MS = 6000;

/** Words by a fixed rule, frequent ones first as in any language; another seed is another text. */
function words(count: number, seed: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return `w${Math.floor((state / 0x7fffffff) ** 3 * 9000).toString(36)}`;
  });
}

const paragraphs = (count: number, seed: number) =>
  Array.from({ length: count }, (_, k) => `${words(60, seed + k).join(" ")}.`);
/** What a picture looks like when it is read as a text. */
const noise = (count: number, seed: number) =>
  Array.from({ length: count }, (_, k) => String.fromCharCode((Math.imul(k + seed, 2654435761) >>> 13) & 0xff)).join(
    "",
  );
const page = paragraphs(2000, 1);
const line = words(225_000, 3);
const empty = new Array<string>(1_000_000).fill("");
const tenMegabytes = "A line that never ends. ".repeat(437_000);

const HOSTILE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "a live page of 2,000 paragraphs",
    page,
    [...paragraphs(20, 9000), ...page.map((p, k) => (k % 10 ? p : p.replace("w", "x")))],
  ],
  ["two unrelated texts of 20,000 words in a line", [words(20_000, 5).join(" ")], [words(20_000, 6).join(" ")]],
  ["two unrelated texts of 20,000 words in paragraphs", paragraphs(330, 50), paragraphs(330, 5000)],
  [
    "225,000 words in a line, one in twenty changed",
    [line.join(" ")],
    [line.map((w, k) => (k % 20 ? w : "other")).join(" ")],
  ],
  ["a million empty paragraphs", empty, [...empty, "x"]],
  [
    "ten megabytes in a line, one word changed",
    [tenMegabytes],
    [`${tenMegabytes.slice(0, 5e6)} new ${tenMegabytes.slice(5e6)}`],
  ],
  ["a megabyte of one letter", ["a".repeat(1e6)], [`${"a".repeat(5e5)}b${"a".repeat(5e5)}`]],
  ["a megabyte of accents on one letter", [`a${"\u0301".repeat(1e6)}`], [`a${"\u0300".repeat(1e6)}`]],
  ["a million bytes of no text", [noise(1_000_000, 1)], [noise(1_000_000, 2)]],
  ["bytes of no text in lines", noise(400_000, 3).split("\n"), noise(400_000, 4).split("\n")],
  ["identical paragraphs", new Array<string>(5000).fill("Read more"), new Array<string>(4000).fill("Read more")],
  [
    "nearly identical paragraphs",
    page.map((_, k) => `Goal ${2 * k} for the home team`),
    page.map((_, k) => `Goal ${2 * k + 1} for the home team`),
  ],
];

/** Stretches that a careless pattern would read again from each of their characters, inside paragraphs that do pair. */
const STRETCHES: Readonly<Record<string, string>> = {
  "exclamation marks": "!".repeat(200_000),
  "closing quotes": `.${'"'.repeat(200_000)}`,
  "grouped digits": `${"111 ".repeat(50_000)}1111`,
  "addresses of commas": "http://,,,".repeat(20_000),
  "years of years": `1${"年".repeat(200_000)}`,
  "emoji and joiners": "👩\u200d".repeat(60_000),
  "half flags": "🇩".repeat(100_000),
  "number signs": "\u0600".repeat(100_000),
  "half characters": "\ud83d".repeat(100_000),
};
const KNOWN = "The old mayor of the town said many things today about the flood and the bridge. ";
const STRETCHED = Object.entries(STRETCHES).map(
  ([name, text]) => [name, [KNOWN + text], [`${KNOWN}So. ${text}!`]] as const,
);

for (const [name, old, next] of [...HOSTILE, ...STRETCHED])
  test(`bounded: ${name}`, () => {
    const start = process.cpuUsage();
    const { groups } = collate(old, next);
    const used = process.cpuUsage(start);
    assert.ok((used.user + used.system) / 1000 < BOUND_MS, `${(used.user + used.system) / 1000} ms`);
    let oldSeen = 0;
    let newSeen = 0;
    for (const group of groups) {
      oldSeen += group.old.length;
      newSeen += group.new.length;
      if (group.edits.length === 0) continue;
      const newText = group.new.map((j) => next[j]).join("\n");
      assert.equal(applyEdits(group, group.old.map((i) => old[i]).join("\n"), newText) === newText, true);
    }
    assert.deepEqual([oldSeen, newSeen], [old.length, next.length]);
  });
