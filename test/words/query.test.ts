import assert from "node:assert/strict";
import { test } from "node:test";
import { isMoving, leavesOf, listedBy } from "#query/facts";
import { OPERATORS } from "#query/operators";
import { parseQuery } from "#query/parse";
import { printQuery } from "#query/print";
import { queryWords, remarkWords } from "#words/query";
import { textOf } from "#words/say";

/** Typed, and how the page says it was read. */
const SAID: readonly (readonly [typed: string, said: string])[] = [
  ["tannery smoke", "“tannery”, “smoke”"],
  ['(fire OR smok*) -"false alarm"', "(“fire” or “smok…”), not “false alarm”"],
  ["in:headline minister", "in the headline: “minister”"],
  ["in:headline in:body a (in:standfirst b OR c)", "in the headline or body: “a”, (in the standfirst: “b” or “c”)"],
  ["in:headline", "in the headline: everything"],
  ["removed:allegedly added:terror*", "“allegedly” was removed, “terror…” was added"],
  ["-removed:(a b)", "not (“a” was removed, “b” was removed)"],
  ['source:"evening post" desk:energy byline:lind', "the source is “evening post”, on the desk “energy”, by “lind”"],
  ["label:hedge*", "labelled “hedging added” or labelled “hedging removed”"],
  ["is:silent is:watched", "a silent edit, seen on the page itself"],
  ["rank:700 rank:..30 rank:5..7", "ranked 700 or more, ranked 30 or less, ranked 5 to 7"],
  ["lang:pt-br", "in the language pt-br"],
  ["after:7d before:2026-03-01T08:10", "since the beginning of the day 7 days ago, before 2026-03-01 08:10"],
  ["after:1h before:1y", "since the beginning of the hour 1 hour ago, before the day 1 year ago"],
  ["published:2026", "published in 2026"],
  [
    "published:2026-03.. published:..today",
    "published since the beginning of 2026-03, published until the end of today",
  ],
  ["published:2026-03..2026-05", "published from 2026-03 to the end of 2026-05"],
];

test("a page says how a query was read", () => {
  for (const [typed, said] of SAID) assert.equal(textOf(queryWords(treeOf(typed))), said);
});

const REMARKED: readonly (readonly [typed: string, said: string])[] = [
  ["a AND b", "“AND” is searched for as a word: all words have to be there anyway, and a minus sign excludes one"],
  ["a OR", "“OR” stands alone and is searched for as a word"],
  ["after:2026-02-30", "“after:2026-02-30” names no date that exists and is searched for as words"],
  ["is:loud", "“is:loud” names nothing that can be asked for and is searched for as words"],
  ["ab*", "The star of “ab*” is left out: it needs three letters before it"],
];

test("what was meant otherwise is said", () => {
  for (const [typed, said] of REMARKED) {
    const read = parseQuery(typed);
    assert.deepEqual(read.kind === "query" && read.remarks.map((remark) => textOf(remarkWords(remark))), [said]);
  }
});

test("every operator has examples that are read as this operator", () => {
  for (const { name, listsChanges, examples } of OPERATORS)
    for (const example of examples) {
      const tree = treeOf(example);
      assert.ok(
        name === "in" ? printQuery(tree).startsWith("in:") : leavesOf(tree).some(({ kind }) => kind === name),
        example,
      );
      if (listsChanges) assert.equal(listedBy(tree), "changes", example);
    }
});

test("changes are listed where only changes can be meant", () => {
  assert.equal(listedBy(treeOf("-(a OR -rank:5)")), "changes");
  assert.equal(listedBy(treeOf("is:silent")), "changes");
  assert.equal(listedBy(treeOf("is:gone source:x after:7d")), "articles");
});

test("what moves is known", () => {
  const moving = leavesOf(
    treeOf("a is:gone is:live is:watched is:current after:2026 after:7d published:..today desk:x"),
  );
  assert.deepEqual(moving.map(isMoving), [false, true, false, false, true, false, true, true, true]);
});

function treeOf(typed: string) {
  const read = parseQuery(typed);
  if (read.kind !== "query") assert.fail(typed);
  return read.tree;
}
