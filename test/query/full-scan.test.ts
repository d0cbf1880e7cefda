import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { VersionText } from "#model/version";
import { listedBy } from "#query/facts";
import { matchingChanges, matchingVersions } from "#query/full-scan";
import { parseQuery } from "#query/parse";
import { foldedText, type SearchedArticle, type SearchedVersion } from "#query/searched";

const NOW = Date.parse("2026-03-31T12:00:00Z");
const ASKED = { now: NOW, zone: "UTC" };

const textOf = (headline: string, ...paragraphs: readonly string[]): VersionText => ({
  headline,
  standfirst: null,
  corrections: [],
  blocks: paragraphs.map((text) => ({ kind: "paragraph", text })),
});

const versionOf = (text: VersionText, firstSeenAt: number): SearchedVersion => ({
  text: foldedText(text),
  firstSeenAt,
  byline: ["Mara Lind", "Jo Öst"],
  language: "pt-BR",
  live: false,
  watched: true,
});

function articleOf(texts: readonly VersionText[], over: Partial<SearchedArticle> = {}): SearchedArticle {
  const versions = texts.map((text, at) => versionOf(text, Date.parse(`2026-03-${10 + at}T08:00:00Z`)));
  return {
    source: { name: "The Evening Post", homeUrl: "https://www.eveningpost.example/" },
    desks: [],
    publishedAt: Date.parse("2026-03-09T23:30:00Z"),
    gone: false,
    corrected: false,
    versions,
    changes: versions.slice(1).map(({ firstSeenAt }, at) => ({
      from: at,
      to: at + 1,
      seenAt: firstSeenAt,
      labels: ["number"],
      rank: 500,
      silent: true,
    })),
    ...over,
  };
}

/** Numbers of the versions, or of the versions to which the changes lead. */
function found(typed: string, article: SearchedArticle): readonly number[] {
  const read = parseQuery(typed);
  if (read.kind !== "query") assert.fail(typed);
  return listedBy(read.tree) === "articles"
    ? matchingVersions(read.tree, article, ASKED).map((at) => at + 1)
    : matchingChanges(read.tree, article, ASKED).map(({ to }) => to + 1);
}

const FIRE = articleOf([
  textOf("Fire at the tannery", "Smoke rose over the Müller works.", "Two men fled. The men were seen."),
  textOf("Fire at the tannery", "Smoke rose over the Müller works.", "Two men fled."),
  textOf("Blaze at the tannery", "Two men fled.", "Smoke rose over the Müller works in the night."),
]);
const SCRIPTS = articleOf([textOf("東京の橋が閉鎖", "ข่าววันนี้ สะพานปิด"), textOf("京都の橋が閉鎖", "ข่าววันนี้ สะพานเปิด")]);

const CASES: readonly (readonly [typed: string, article: SearchedArticle, numbers: readonly number[]])[] = [
  ["tannery smoke", FIRE, [1, 2, 3]],
  ["MULLER", FIRE, [1, 2, 3]],
  ['"tannery smoke"', FIRE, []],
  ["fire night", FIRE, []],
  ["fire OR night", FIRE, [1, 2, 3]],
  ["tannery -fire", FIRE, [3]],
  ["tanner*", FIRE, [1, 2, 3]],
  ["nig* smoke", FIRE, [3]],
  ["in:headline smoke", FIRE, []],
  ["in:body smoke (in:headline blaze)", FIRE, [3]],
  ["is:current men", FIRE, [3]],
  ["removed:men", FIRE, [2]],
  ["removed:seen", FIRE, [2]],
  ["removed:two", FIRE, []],
  ["removed:fire", FIRE, [3]],
  ["removed:fire in:body", FIRE, []],
  ['added:"in the night"', FIRE, [3]],
  ['removed:"two men"', FIRE, []],
  ['removed:"the men were"', FIRE, [2]],
  ["removed:fir*", FIRE, [3]],
  ["removed:(fire -seen)", FIRE, [3]],
  ["removed:(fire OR seen)", FIRE, [2, 3]],
  ["label:number blaze", FIRE, [3]],
  ["label:number fire", FIRE, [2, 3]],
  ["label:number -fire", FIRE, []],
  ["label:quote", FIRE, []],
  ["rank:500 is:silent", FIRE, [2, 3]],
  ["rank:501", FIRE, []],
  ["source:eveningpost.example is:current", FIRE, [3]],
  ['source:"evening post" is:current', FIRE, [3]],
  ["source:www", FIRE, []],
  ["source:morning", FIRE, []],
  ['byline:"jo ost" is:current', FIRE, [3]],
  ['byline:"lind jo"', FIRE, []],
  ["lang:pt -lang:pt-pt lang:pt-br is:current", FIRE, [3]],
  ["lang:p", FIRE, []],
  ["after:2026-03-11", FIRE, [2, 3]],
  ["before:2026-03-11", FIRE, [1]],
  ["after:20d is:current", FIRE, [3]],
  ["after:18d", FIRE, []],
  ["published:2026-03-09 is:current", FIRE, [3]],
  ["published:2026-03-10..", FIRE, []],
  ["is:watched -is:live -is:gone -is:corrected is:current", FIRE, [3]],
  ["東京", SCRIPTS, [1]],
  ["京の", SCRIPTS, [1]],
  ["removed:東", SCRIPTS, [2]],
  ["removed:京", SCRIPTS, []],
  ["removed:京の", SCRIPTS, [2]],
  ["added:京都", SCRIPTS, [2]],
  ["removed:สะพานปิด", SCRIPTS, [2]],
  ["removed:สะพาน", SCRIPTS, []],
  ["橋 -東", SCRIPTS, [2]],
];

test("a query means what the page about searching says", () => {
  for (const [typed, article, numbers] of CASES) assert.deepEqual(found(typed, article), numbers, typed);
});

const words = fc.array(fc.constantFrom("a", "b", "c", "東", "京"), { minLength: 1, maxLength: 6 });
const paragraphs = fc.array(
  words.map((some) => some.join(" ")),
  { minLength: 1, maxLength: 5 },
);

test("what only moved was neither removed nor added", () => {
  fc.assert(
    fc.property(paragraphs, words, fc.nat(), (texts, phrase, turn) => {
      const moved = [...texts.slice(turn % texts.length), ...texts.slice(0, turn % texts.length)];
      const article = articleOf([textOf("h", ...texts), textOf("h", ...moved)]);
      for (const field of ["removed", "added"]) assert.deepEqual(found(`${field}:"${phrase.join(" ")}"`, article), []);
    }),
  );
});

test("what is removed one way is added the other way", () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, words, (old, next, phrase) => {
      const there = articleOf([textOf("h", ...old), textOf("h", ...next)]);
      const back = articleOf([textOf("h", ...next), textOf("h", ...old)]);
      const term = `"${phrase.join(" ")}"`;
      assert.deepEqual(found(`removed:${term}`, there), found(`added:${term}`, back));
    }),
  );
});
