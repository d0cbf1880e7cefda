import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePatterns, MAX_PATTERN_CHARS, MAX_PATTERNS, patternCompiler } from "#discover/patterns";
import { NO_PATTERNS, type Patterns } from "#model/source";
import { cpuMsOf } from "../cpu-time.ts";

const FOUND = { url: "https://daily.example/Politics/harbour-plan", title: "Live: the harbour plan" };

const CASES: readonly (readonly [patterns: Partial<Patterns>, passes: boolean])[] = [
  [{}, true],
  [{ includeUrl: ["/politics/"] }, true],
  [{ includeUrl: ["^/politics/"] }, false],
  [{ includeUrl: ["/sport/", "harbour"] }, true],
  [{ excludeUrl: ["/sport/"] }, true],
  [{ excludeUrl: ["/POLITICS/"] }, false],
  [{ includeTitle: ["harbour"] }, true],
  [{ includeTitle: ["\\bharbor\\b"] }, false],
  [{ excludeTitle: ["^live:"] }, false],
  [{ includeUrl: ["harbour"], excludeTitle: ["^live:"] }, false],
  [{ includeUrl: ["harbour"], includeTitle: ["sport"] }, false],
];

test("includes admit, excludes refuse, upper and lower case alike", () => {
  for (const [patterns, passes] of CASES) {
    const filter = compilePatterns({ ...NO_PATTERNS, ...patterns });
    assert.equal(filter.ok && filter.value(FOUND), passes, JSON.stringify(patterns));
  }
});

test("an unknown title matches nothing", () => {
  const untitled = { url: FOUND.url, title: null };
  const including = compilePatterns({ ...NO_PATTERNS, includeTitle: ["."] });
  const excluding = compilePatterns({ ...NO_PATTERNS, excludeTitle: ["."] });
  assert.equal(including.ok && including.value(untitled), false);
  assert.equal(excluding.ok && excluding.value(untitled), true);
});

const INVALID: readonly (readonly [pattern: string, says: RegExp])[] = [
  ["news(", /excludeUrl pattern "news\(" is invalid: missing closing \)/],
  ["a[b", /missing closing \].*at character 2 \("\[b"\)/],
  ["a**", /invalid nested repetition.*character 2/],
  ["*a", /missing argument to repetition operator at character 1/],
  ["news(?=x)", /character 5.*look-ahead.*not supported/],
  ["(?<!x)news", /look-behind are not supported/],
  ["(a)\\1", /character 4.*back-references are not supported/],
  ["x{2000}", /invalid repeat count/],
  ["\\w{1000}".repeat(6), /repetitions make it too large/],
  [" ", /empty/],
  ["x".repeat(MAX_PATTERN_CHARS + 1), /longer than 500/],
  ["\\", /trailing backslash/],
];

test("an invalid pattern is refused at once, with the place and the reason", () => {
  for (const [pattern, says] of INVALID) {
    const result = compilePatterns({ ...NO_PATTERNS, excludeUrl: ["fine", pattern] });
    assert.equal(result.ok ? "ok" : result.failure.code, "bad-pattern", pattern);
    assert.match(result.ok ? "" : result.failure.message, says);
  }
});

test("too many patterns are refused", () => {
  const result = compilePatterns({ ...NO_PATTERNS, includeUrl: Array.from({ length: MAX_PATTERNS + 1 }, () => "x") });
  assert.equal(result.ok ? "ok" : result.failure.code, "bad-pattern");
});

test("a pattern made to backtrack takes no time", () => {
  const filter = compilePatterns({ ...NO_PATTERNS, excludeUrl: ["(a+)+$", "(a|aa)+$", "(.*a){20}"] });
  assert.ok(filter.ok);
  const { value: accepts } = filter;
  assert.ok(cpuMsOf(() => accepts({ url: `https://daily.example/${"a".repeat(2000)}!`, title: null })) < 4000);
});

test("a compiler remembers by content", () => {
  const compile = patternCompiler(2);
  const first = compile({ ...NO_PATTERNS, includeUrl: ["a"] });
  assert.equal(compile({ ...NO_PATTERNS, includeUrl: ["a"] }), first);
  assert.notEqual(compile({ ...NO_PATTERNS, includeTitle: ["a"] }), first);
});
