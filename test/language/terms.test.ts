import assert from "node:assert/strict";
import { test } from "node:test";
import { attributionsIn } from "#language/attributions";
import { countedNounsIn, isSameNoun } from "#language/counted-nouns";
import { hedgesIn } from "#language/hedges";
import { isFormOf, namesIn } from "#language/name-terms";
import { negationsIn } from "#language/negations";
import { quotationsIn } from "#language/quotations";
import { type ReadText, readText } from "#language/read-text";
import { rulesFor } from "#language/rules/find";
import type { Rules } from "#language/rules/rules";
import type { Term } from "#language/term";

type Row = readonly [language: string, text: string, expected: string];

/** Each row: language, text, and the keys that are found in it, in order. */
const rows = (what: string, find: (read: ReadText, rules: Rules) => readonly Term[], table: readonly Row[]): void => {
  for (const [language, text, expected] of table)
    test(`${what} in "${text}" (${language}): ${expected || "none"}`, () => {
      const keys = find(
        readText(text),
        rulesFor(language, () => text),
      ).map(({ key }) => key);
      assert.equal(keys.join("|"), expected);
    });
};

rows("negations", negationsIn, [
  ["en", "He did not go, and he never came.", "not|never"],
  ["en", "He won't go.", "not"],
  ["en", "Not only he went.", ""],
  ["fr", "Il ne paiera pas.", "not"],
  ["de", "Er kam nicht.", "nicht"],
  ["en", "He went.", ""],
]);

rows("hedges", hedgesIn, [
  ["en", "He reportedly paid about 12 euros.", "reportedly|about"],
  ["en", "He spoke about the flood.", ""],
  ["en", "In May it may rain.", "may"],
]);

rows("attributions", attributionsIn, [
  ["en", "Police said the road was closed.", "say: police"],
  ["en", "The road was closed, police told us.", "say: police"],
  ["en", "The road was closed, according to police.", "according_to: police"],
  ["en", "The road was closed.", ""],
]);

rows("names", namesIn, [
  ["en", "Then Carla Venn met Bo Hart's brother.", "carlavenn|bohart"],
  ["en", "The mayor left on Monday.", ""],
  ["en", "It has 5 MB.", ""],
  ["en", "They met Mayor Venn there.", "venn"],
  ["de", "Dann kam Karla Venn mit dem Auto.", "karlavenn"],
]);

/** Two wordings, and whether they are one name. */
const FORMS: readonly (readonly [string, string, boolean])[] = [
  ["Carla Venn", "Venn", true],
  ["D.C.", "DC", true],
  ["EU", "European Union", true],
  ["Núñez", "Nunez", true],
  ["Mobile Gov", "MobileGov", true],
  ["Carla Venn", "Clara Venn", false],
  ["UN", "European Union", false],
];
for (const [a, b, expected] of FORMS)
  test(`"${a}" and "${b}" are ${expected ? "one name" : "two names"}`, () => {
    assert.deepEqual([isFormOf(a, b), isFormOf(b, a)], [expected, expected]);
  });

test("a noun is counted by an article or by a number above one", () => {
  const found = countedNounsIn(
    readText("a year or two years, one day and 5%"),
    rulesFor("en", () => ""),
  );
  assert.deepEqual(
    found.map(({ noun, article }) => [noun, article]),
    [
      ["year", true],
      ["years", false],
    ],
  );
});

for (const [a, b, expected] of [
  ["year", "years", true],
  ["mes", "meses", true],
  ["year", "yearning", false],
  ["a", "as", false],
] as const)
  test(`"${a}" and "${b}" ${expected ? "may be" : "are not"} one noun`, () => assert.equal(isSameNoun(a, b), expected));

/** Text, and what is said in quotation marks. */
const QUOTATIONS: readonly (readonly [string, string])[] = [
  ["He said “we saw the flood” and left.", "we saw the flood"],
  ["Er sagte: „Wir sahen die Flut“, und ging.", "Wir sahen die Flut"],
  ['"We saw it" and "they saw it"', "We saw it|they saw it"],
  ["« Nous avons vu »", " Nous avons vu "],
  ["The “so called” flood", ""],
  ["“We saw it\nand left", "We saw it"],
  ["We saw it”", ""],
];
for (const [text, expected] of QUOTATIONS)
  test(`quoted in ${JSON.stringify(text)}: ${expected || "nothing"}`, () => {
    assert.equal(
      quotationsIn(text)
        .map(({ key }) => key)
        .join("|"),
      expected,
    );
    for (const { key, start, end } of quotationsIn(text)) assert.equal(text.slice(start, end), key);
  });
