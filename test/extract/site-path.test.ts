import assert from "node:assert/strict";
import test from "node:test";
import { blockKey, isPlace } from "#extract/site/path";

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

const SAID = "The harbour was shut.";
const BLOCKS: readonly (readonly [path: string, text: string, same: boolean])[] = [
  ["main>div.note>p", "The harbour was shut.", true],
  ["main.wide>div.box-eqdgjk>p.small", "The  harbour was shut.", true],
  ["main>section.note>p", "The harbour was shut.", false],
  ["div.note>p", "The harbour was shut.", false],
  ["main>div.note>p", "The harbour was shut!", false],
];

for (const [path, text, same] of BLOCKS)
  test(`"${text}" at ${path} is ${same ? "the same" : "another"} block`, () =>
    assert.equal(blockKey(path, text) === blockKey("main>div.note>p", SAID), same));
