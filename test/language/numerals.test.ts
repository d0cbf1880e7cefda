import assert from "node:assert/strict";
import { test } from "node:test";
import { numbersIn } from "#language/numerals";
import { readText } from "#language/read-text";
import { rulesFor } from "#language/rules/find";

/** Language, text, and its numbers as "words=key" in order; "" for a text without. */
const NUMBERS: readonly (readonly [language: string, text: string, expected: string])[] = [
  ["en", "It cost $5 million in all.", "$5 million=$5000000"],
  ["en", "It cost $50M in all.", "$50M=$50000000"],
  ["en", "It was 50 m away.", "50=50"],
  ["en", "twenty-one of two hundred came", "twenty-one=21|two hundred=200"],
  ["en", "It rose by 3.5 percent.", "3.5 percent=%3.5"],
  ["en", "It rose by 3.5%.", "3.5%=%3.5"],
  ["en", "1,234 or 1.234 or 1 234 people", "1,234=1234|1.234=1234|1 234=1234"],
  ["en", "the third of them, the 3rd", "third=#3|3rd=#3"],
  ["en", "a 10–15 range", "10–15=10-15"],
  ["en", "a 5G mast", ""],
  ["en", "a year", ""],
  ["en", "on 12 March 2024 at 9 a.m.", ""],
  ["en", "2. Rain", ""],
  ["de", "zwölf Menschen, 3,5 Prozent", "zwölf=12|3,5 Prozent=%3.5"],
  ["fr", "deux millions", "deux millions=2000000"],
  ["es", "veinte personas", "veinte=20"],
  ["ja", "十二億円", "十二億=1200000000"],
  ["xx", "12 of twelve", "12=12"],
];

for (const [language, text, expected] of NUMBERS)
  test(`numbers in "${text}" (${language}): ${expected || "none"}`, () => {
    const found = numbersIn(
      readText(text),
      rulesFor(language, () => text),
    );
    assert.equal(found.map(({ start, end, key }) => `${text.slice(start, end)}=${key}`).join("|"), expected);
  });
