import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite, test } from "node:test";

const ROOT = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const files = (...patterns: readonly string[]): readonly string[] =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();

const DOCS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/**/*.md"];

/**
 * What a reader has to decode, in any sentence: a regular expression of whole words, what to write instead, and places that
 * it has to find.
 */
const WORDS: readonly (readonly [pattern: string, instead: string, found: string])[] = [
  ["reckon(?:s|ed|ing|er)?", "estimate, compute, expect", "reckon, reckons, reckoned, reckoning"],
  ["anew", "again", "anew"],
  ["heed(?:s|ed|ing)?", "follow", "heed, heeds, heeded"],
  ["in vain", "without success", "in vain"],
  ["broken off", "interrupted", "Broken off"],
  ["nobody", "no one", "Nobody"],
  ["seldom", "rarely", "seldom"],
  ["stands there|stood there", "is, was", "stands there, stood there"],
  ["what is held", "a held text", "what is held"],
  ["met by|met again|(?:is|are|was|were|been) met", "seen", "met by, met again, is met, was met, were met"],
  ["(?:is|are|was|were) told(?! (?:apart|from))", "reported, shown", "is told, are told"],
  ["told of|tells of", "report, show", "told of, tells of"],
  ["mend(?:s|ed|ing)?", "fix", "mend, mended"],
  ["oftener", "more often", "oftener"],
  ["likewise", "also", "likewise"],
  ["without end", "for ever, endless", "without end"],
  ["ceases?|ceased", "stop", "cease, ceases, ceased"],
];

/** Files in which none of the words is left, comments included. */
const COVERED = [
  "src/*.ts",
  "src/!(newsroom)/**/*.{ts,css,js}",
  // Below it the press writes its own stories, whose people say "nobody".
  "src/newsroom/*.ts",
  "scripts/*.ts",
  "bench/**/*.ts",
  "train/**/*.ts",
];
const EXEMPT = [
  // Sentences that earlier releases stored: if they are changed, stored reasons are no longer recognised.
  "src/store/reasons/old-sentences.ts",
  // Lists words of the news, "nobody" among its negations.
  "src/language/rules/english.ts",
  "src/language/claims/english.ts",
];

/** Where a comment or a paragraph is wrapped, a line begins with its own signs. */
const GAP = "\\s+(?:(?:\\*|//|>)\\s+)?";
const MATCHERS = WORDS.map(([words, instead]) => ({
  instead,
  pattern: new RegExp(`(?<![\\w-])(?:${words.replaceAll(" ", GAP)})(?![\\w-])`, "gi"),
}));

/** "12: nobody (no one)" for each place of a text. */
function badWords(text: string): readonly string[] {
  return MATCHERS.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map(
      (found) => `${text.slice(0, found.index).split("\n").length}: ${found[0].replace(/\s+/g, " ")} (${instead})`,
    ),
  );
}

/** Names of code are not prose. */
const proseOf = (path: string): string => (path.endsWith(".md") ? read(path).replace(/`[^`\n]*`/g, "``") : read(path));

/** Columns of prose; 120 is the habit. */
const MAX_COLUMNS = 140;

/** Lines of prose that are too long. Tables and code cannot be wrapped. */
function longLines(markdown: string): readonly number[] {
  let inCode = false;
  return markdown.split("\n").flatMap((line, i) => {
    if (line.startsWith("```")) inCode = !inCode;
    return !inCode && !line.startsWith("|") && [...line].length > MAX_COLUMNS ? [i + 1] : [];
  });
}

const MAX_LINES = 400;
/** Tests that are longer today: one leaves the list with the change that divides it, none comes in. */
const LONG_FILES = [
  "test/collate/labels/cases.ts",
  "test/engine/websub.test.ts",
  "test/fetch/faults.test.ts",
  "test/version/decide.test.ts",
];

suite("tidiness", () => {
  test("no file has more than 400 lines, but for those that are listed", () => {
    const long = files("{src,bench,scripts,train,test}/**/*.ts").filter(
      (path) => read(path).trimEnd().split("\n").length > MAX_LINES,
    );
    assert.deepEqual(long, LONG_FILES);
  });

  test("functions are kept below 70 lines by the linter, everywhere but in tests", () => {
    const { linter, overrides } = JSON.parse(read("biome.json"));
    assert.deepEqual(linter.rules.complexity.noExcessiveLinesPerFunction, {
      level: "error",
      options: { maxLines: 70 },
    });
    const exempt = overrides.filter(({ linter: { rules } }: never) => "complexity" in (rules as object));
    assert.deepEqual(
      exempt.map(({ includes }: { includes: unknown }) => includes),
      [["test/**"]],
    );
  });

  test("no line of prose in the documentation has more than 140 columns", () => {
    const long = files(...DOCS).flatMap((path) => longLines(read(path)).map((line) => `${path}:${line}`));
    assert.deepEqual(long, []);
  });

  test("documentation and covered folders use the usual words", () => {
    const covered = files(...DOCS, ...COVERED).filter((path) => !EXEMPT.includes(path));
    assert.ok(covered.length > 900, `${covered.length}`);
    const found = covered.flatMap((path) => badWords(proseOf(path)).map((place) => `${path}:${place}`));
    assert.deepEqual(found, []);
  });
});

suite("the matchers of tidiness", () => {
  test("a bad word is found with its line, whole words only, across a wrapped comment", () => {
    assert.deepEqual(badWords("The server\nanswers nobody."), ["2: nobody (no one)"]);
    assert.deepEqual(badWords("/**\n * It was asked in\n * vain.\n */"), ["2: in * vain (without success)"]);
    assert.deepEqual(badWords("Stood there, HEEDED, reckoning").length, 3);
    assert.deepEqual(badWords("amended, commend, a met-by, no one, told them, a new file"), []);
  });

  test("each pattern finds its words, and nothing else in a sentence without them", () => {
    for (const [, instead, found] of WORDS)
      for (const each of found.split(", ")) assert.deepEqual(badWords(`So ${each}.`), [`1: ${each} (${instead})`]);
    assert.deepEqual(badWords(WORDS.map(([, instead]) => instead).join(". ")), []);
  });

  test("long prose is found; tables and code are not prose", () => {
    const long = "word ".repeat(40);
    assert.deepEqual(longLines(`a\n${long}\n| ${long} |\n\`\`\`\n${long}\n\`\`\`\n${long}`), [2, 7]);
    assert.deepEqual(longLines("→".repeat(MAX_COLUMNS)), []);
  });
});
