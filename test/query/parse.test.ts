import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { QUERY_PARTS } from "#model/query";
import { OPERATORS } from "#query/operators";
import { MAX_SIGNS, MAX_TERMS, parseQuery } from "#query/parse";
import { printQuery } from "#query/print";
import { wordsOf } from "#query/words";

/** Typed, and how it is printed when it was read; remarks after a bar. */
const READ: readonly (readonly [typed: string, printed: string])[] = [
  ["tannery smoke", "tannery smoke"],
  ["Tannery  SMOKE tannery", "tannery smoke"],
  ['"state of emergency" minister', '"state of emergency" minister'],
  ["“state of emergency", '"state of emergency"'],
  ["state-of-emergency", '"state of emergency"'],
  ["don't", '"don t"'],
  ["tanner*", "tanner*"],
  ["ta*", "ta | short-prefix ta*"],
  ['"smoke over tann*"', '"smoke over tann*"'],
  ["東京* 渋谷", "東京 渋谷"],
  ["*", ""],
  ['- -- () (()) "" , .', ""],
  ["a OR b c", "(a OR b) c"],
  ["a OR (b c)", "a OR (b c)"],
  ["(a OR b) OR c", "a OR b OR c"],
  ["a OR b OR a", "a OR b"],
  ["a or b", "a or b"],
  ["OR a", "or a | is-a-word OR"],
  ["a OR", "a or | is-a-word OR"],
  ["a OR OR b", "a (or OR b) | is-a-word OR"],
  ["a OR * b", "a b"],
  ["a AND NOT b", "a and not b | is-a-word AND | is-a-word NOT"],
  ["-a b", "-a b"],
  ["--a", "-a"],
  ["-(-a)", "a"],
  ["-(a b) c", "-(a b) c"],
  ["a - b", "a b"],
  ["a) b", "a b"],
  ["((a", "a"],
  ["removed:allegedly", "removed:allegedly"],
  ["REMOVED:Allegedly", "removed:allegedly"],
  ['removed:"at least" in:headline', 'in:headline removed:"at least"'],
  ["removed:(a OR b -c)", "(removed:a OR removed:b) -removed:c"],
  ["-removed:(a b)", "-(removed:a removed:b)"],
  ["removed:", "removed | is-a-word removed:"],
  ["removed: x", "removed x | is-a-word removed:"],
  ["removed:*", "removed | no-such-value removed:*"],
  ["removed:(a source:x)", "removed:a source:x"],
  ['source:"evening post" source:courier', 'source:"evening post" source:courier'],
  ["label:number label:(quote OR date)", "label:number (label:quote OR label:date)"],
  ["label:hedge*", "label:hedge-added OR label:hedge-removed"],
  ['label:"hedge added"', "label:hedge-added"],
  ["label:nothing", '"label nothing" | no-such-value label:nothing'],
  ["label:(number wrong)", 'label:number "label wrong" | no-such-value label:wrong'],
  ["is:silent is:Current", "is:silent is:current"],
  ["is:loud", '"is loud" | no-such-value is:loud'],
  ["rank:700", "rank:700.."],
  ["rank:>700 rank:<=200 rank:..30 rank:5..7", "rank:701.. rank:0..200 rank:0..30 rank:5..7"],
  ["rank:2000", '"rank 2000" | no-such-value rank:2000'],
  ["lang:DE lang:pt_BR", "lang:de lang:pt-br"],
  ["lang:x", '"lang x" | no-such-value lang:x'],
  ["after:2026-03-01 before:2026", "after:2026-03-01 before:2026"],
  ["after:2026/3/1", "after:2026-03-01"],
  ["after:2026-03-01T8:10", "after:2026-03-01T08:10"],
  ["after:7d after:-7d before:Yesterday", "after:7d before:yesterday"],
  ["after:2026-02-30", '"after 2026 02 30" | no-such-date after:2026-02-30'],
  ["after:2026-13", '"after 2026 13" | no-such-date after:2026-13'],
  ["after:0000", '"after 0000" | no-such-date after:0000'],
  ["before:2026-01-01T25:00", '"before 2026 01 01t25 00" | no-such-date before:2026-01-01T25:00'],
  ["published:2026-03..2026-05", "published:2026-03..2026-05"],
  ["published:2026", "published:2026"],
  ["published:7d", "published:7d.."],
  ["published:..7d", "published:..7d"],
  ["published:..", "published | no-such-date published:.."],
  ["in:headline fire", "in:headline fire"],
  ["fire in:headline in:body", "in:headline in:body fire"],
  ["in:(headline OR body) fire", "in:headline in:body fire"],
  ["-in:headline fire", "in:standfirst in:body fire"],
  ["in:headline", "in:headline"],
  ["a (in:body b)", "a (in:body b)"],
  ["in:headline a (in:body b)", "in:headline a (in:body b)"],
  ["in:headline (in:body b)", "in:body b"],
  ["a OR in:headline", 'a OR "in headline"'],
  ["in:footnote a", '"in footnote" a | no-such-value in:footnote'],
  ["foo:bar", '"foo bar"'],
  ["https://example.com/a?b=c", '"https example com a b c"'],
  ["' or 1=1; drop table article --", 'or "1 1" drop table article'],
  ["NEAR(a b) {x}: ^y", "near a b x y"],
];

test("what is typed is read", () => {
  for (const [typed, expected] of READ) assert.equal(shown(typed), expected, typed);
});

function shown(typed: string): string {
  const read = parseQuery(typed);
  if (read.kind === "empty") return "";
  assert.equal(read.kind, "query", typed);
  return [printQuery(read.tree), ...read.remarks.map(({ kind, text }) => `${kind} ${text}`)].join(" | ");
}

/** Strings that look like queries more often than chance makes them. */
const bits = fc.constantFrom(
  ...OPERATORS.flatMap(({ name, examples }) => [`${name}:`, ...examples]),
  ...["(", ")", '"', "“", "-", "*", " OR ", " ", "..", ">", "7d", "2026-03", "2026-02-30", "東京", "ข่าว", "Ünïcode"],
  ...["word", "AND", "NOT", "NEAR", "½", "ﬁ", "㌔", "İ", "\u0301", "\u200d", "in:headline ", "-in:", "OR", ":"],
);
const typedText = fc.oneof(
  fc.array(bits, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(fc.oneof(bits, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 })
    .map((parts) => parts.join("")),
);

test("a printed query is read as the same tree", () => {
  fc.assert(
    fc.property(typedText, (typed) => {
      const read = parseQuery(typed);
      if (read.kind !== "query") return;
      const again = parseQuery(printQuery(read.tree));
      // What is printed may be longer than what was typed: a field stands before each word of its group.
      if (again.kind === "too-long") return;
      assert.equal(again.kind, "query");
      assert.deepEqual(again.kind === "query" && again.tree, read.tree, printQuery(read.tree));
    }),
    { numRuns: 5_000 },
  );
});

test("nothing that is typed is an error", () => {
  const long = "x".repeat(10_000);
  assert.deepEqual(parseQuery(long), { kind: "too-long", signs: 10_000, most: MAX_SIGNS });
  assert.equal(parseQuery("(".repeat(MAX_SIGNS)).kind, "empty");
  assert.equal(parseQuery(`${"(".repeat(200)}a${")".repeat(199)}`).kind, "query");
  assert.equal(parseQuery("-(".repeat(199)).kind, "empty");
  const deep = parseQuery(`${"-(a ".repeat(25)}`);
  assert.equal(deep.kind, "query");
  const many = Array.from({ length: MAX_TERMS + 1 }, (_, at) => `w${at}`).join(" ");
  assert.deepEqual(parseQuery(many), { kind: "too-many-terms", terms: MAX_TERMS + 1, most: MAX_TERMS });
  // 400 signs of the highest planes are 800 units.
  assert.equal(parseQuery("𠀀".repeat(MAX_SIGNS)).kind, "query");
  assert.equal(parseQuery("𠀀".repeat(MAX_SIGNS + 1)).kind, "too-long");
});

/** Planes 0 to 2 and 14: all others have no signs, or private ones. */
const SIGNS = [0, 1, 2, 14].flatMap((plane) => Array.from({ length: 0x10000 }, (_, at) => plane * 0x10000 + at));
/** Together in one word: a query of each alone takes minutes. */
const TOGETHER = 64;

test("every sign of Unicode can be typed, and folds to itself", () => {
  for (let at = 0; at < SIGNS.length; at += TOGETHER) {
    const codes = SIGNS.slice(at, at + TOGETHER);
    const read = parseQuery(`a ${String.fromCodePoint(...codes)} b`);
    if (read.kind !== "query") {
      assert.equal(read.kind, "too-many-terms");
      continue;
    }
    const again = parseQuery(printQuery(read.tree));
    assert.deepEqual(again.kind === "query" && again.tree, read.tree, codes[0]!.toString(16));
  }
  for (const code of SIGNS)
    for (const { folded } of wordsOf(String.fromCodePoint(code)))
      assert.equal(wordsOf(folded)[0]?.folded, folded, code.toString(16));
});

test("parts keep their order", () => {
  const read = parseQuery("in:body in:headline x");
  assert.deepEqual(read.kind === "query" && read.tree.kind === "in" && read.tree.parts, [
    QUERY_PARTS[0],
    QUERY_PARTS[2],
  ]);
});
