import assert from "node:assert/strict";
import test from "node:test";
import { isPlace } from "#extract/site-path";

const CASES: readonly (readonly [path: string, place: string, same: boolean])[] = [
  ["main>div", "main>div", true],
  ["main>div", "main>div.wrap-eqdgjk", true],
  ["main>article.story>div.body", "main>article.lead.story>div.body.wide", true],
  ["main>div.body", "main>div", false],
  ["main>div.body", "main>div.related", false],
  ["main>div.body", "main>section.body", false],
  ["main>div.body", "div.body", false],
  ["main>div.body", "main>div>div.body", false],
  ["main>div.bo", "main>div.body", false],
];

for (const [path, place, same] of CASES)
  test(`${place} is ${same ? "" : "not "}at ${path}`, () => assert.equal(isPlace(path, place), same));
