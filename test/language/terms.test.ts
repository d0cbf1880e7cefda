import assert from "node:assert/strict";
import { test } from "node:test";
import { type Attribution, attributionsBetween } from "#language/attributions";
import type { ClaimWords } from "#language/claims/claim-words";
import { claimsOf } from "#language/claims/find";
import { countedNounsIn, isSameNoun } from "#language/counted-nouns";
import { doubtsBetween, plansBetween } from "#language/hedges";
import { isFormOf, namesIn } from "#language/name-terms";
import { denialsBetween } from "#language/negations";
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

/** Each row: language, text, and what is found in it, in order. */
const claims = (
  what: string,
  find: (read: ReadText, end: number, claims: ClaimWords) => readonly string[],
  table: readonly Row[],
): void => {
  for (const [language, text, expected] of table)
    test(`${what} in "${text}" (${language}): ${expected || "none"}`, () => {
      const read = readText(text);
      assert.equal(find(read, read.tokens.length, claimsOf(language)!).join("|"), expected);
    });
};

claims("denials", (read, end, lists) => denialsBetween(read, 0, end, lists).map(({ key }) => key), [
  ["en", "He did not go, and he never came.", "not|never"],
  ["en", "He won't go.", "won't"],
  ["en", "Not only he went.", ""],
  ["fr", "Il ne paiera pas.", "ne"],
  ["fr", "Il n'a rien dit.", "n'a"],
  ["de", "Er kam nicht.", "nicht"],
  ["en", "He went.", ""],
]);

claims("doubts", (read, end, lists) => doubtsBetween(read, 0, end, lists).map(({ key }) => key), [
  ["en", "He reportedly paid about 12 euros.", "reportedly"],
  ["en", "He spoke about the flood.", ""],
  ["en", "In May it may rain.", "may"],
  ["en", "She could see the fire, and it could spread.", "could"],
  ["de", "Er sei angeblich geflohen.", "angeblich"],
]);

claims("plans in a headline", (read, end, lists) => plansBetween(read, 0, end, lists, true).map(({ key }) => key), [
  ["en", "Orvik to close its harbour", "to"],
  ["en", "Orvik plans to close its harbour", "plan_to"],
  ["en", "Orvik closes road to harbour", ""],
  ["en", "Orvik bids to close its harbour", ""],
]);

const said = ({ words }: ReadText, { verb, who }: Attribution): string =>
  `${verb}: ${who.map((at) => words[at]).join(" ")}`;
claims(
  "attributions",
  (read, end, lists) => attributionsBetween(read, 0, end, lists, true).map((each) => said(read, each)),
  [
    ["en", "Police said the road was closed.", "say: police"],
    ["en", "The road was closed, police said.", "say: police"],
    ["en", "The road was closed, says Venn.", "say: venn"],
    ["en", "The road was closed, according to police.", "say: police"],
    ["en", "Road closed - police", "say: police"],
    ["en", "Road closed - but for how long?", ""],
    ["en", "Venn: “We had no choice”", "say: venn"],
    ["en", "Venn denied that the road was closed.", "deny: venn"],
    ["en", "Venn denied the guards entry.", ""],
    ["en", "Roth added two pumps to the plan.", ""],
    ["en", "The guards were told to leave.", ""],
    ["en", "The road was closed.", ""],
    ["de", "Die Straße sei gesperrt, sagte Venn.", "say: venn"],
    ["fr", "La route est fermée, selon la police.", "say: la police"],
    ["es", "Según la policía, la carretera está cerrada.", "say: la policía"],
  ],
);

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
  ["The “so called” flood", "so called"],
  ["A 'close' friend of the town's 'youth'", "close|youth"],
  ["The players' strike and the '90s", ""],
  ["'The players' strike is over'", "The players' strike is over"],
  ["'It was a \"joke\", he said'", 'It was a "joke", he said'],
  ["“We saw it\nand left", "We saw it"],
  ["We saw it”", "We saw it"],
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
