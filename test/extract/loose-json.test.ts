import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readLoosely } from "#extract/page/loose-json";

const bell = { "@type": "NewsArticle", headline: "The bell", datePublished: "2026-02-03" };

/** What is wrong with the script, the script, and the values in it. */
const BROKEN: readonly (readonly [string, string, readonly unknown[]])[] = [
  ["unescaped quotes", '{"headline":"A "bell" rings","n":1}', [{ headline: 'A "bell" rings', n: 1 }]],
  [
    "unescaped quotes beside commas",
    '{"h":"a "bell", "tower" and more","n":1}',
    [{ h: 'a "bell", "tower" and more', n: 1 }],
  ],
  ["unescaped quotes before a colon", '{"h":"he said "no": twice","n":1}', [{ h: 'he said "no": twice', n: 1 }]],
  ["an escape that JSON has not", String.raw`{"h":"It\'s \x late","n":1}`, [{ h: "It's x late", n: 1 }]],
  ["two objects", '{"a":1}\n{"b":2}', [{ a: 1 }, { b: 2 }]],
  ["two objects with nothing between", '{"a":1}{"b":[2]}', [{ a: 1 }, { b: [2] }]],
  [
    "an end cut off in a string",
    '{"a":{"name":"Ada Byron"},"text":"It was',
    [{ a: { name: "Ada Byron" }, text: "It was" }],
  ],
  ["an end cut off in an escape", String.raw`{"a":1,"b":"x\u00`, [{ a: 1, b: "xu00" }]],
  ["an end cut off after a colon", '{"a":1,"b":', [{ a: 1, b: null }]],
  ["a missing comma", '{"a":"x"\n"b":"y"}', [{ a: "x", b: "y" }]],
  ["doubled and trailing commas", '{"a":"x",,"b":["y",],}', [{ a: "x", b: ["y"] }]],
  ["a missing value", '{"a":,"b":"y"}', [{ a: null, b: "y" }]],
  ["single quotes", "{'a':'x','b':['y','z']}", [{ a: "x", b: ["y", "z"] }]],
  ["raw line breaks", '{"a":"one\n two\tthree"}', [{ a: "one  two three" }]],
  ["a comment around it", '<!-- {"a":1} -->', [{ a: 1 }]],
  ["an assignment", 'window.data = {"a":true};', [{ a: true }]],
  ["escaped as text", "{&quot;a&quot;:&quot;x&quot;}", [{ a: "x" }]],
  ["a brace too many", '{"a":"x"}}', [{ a: "x" }]],
  ["no value at all", "no data today", []],
];

for (const [what, script, values] of BROKEN)
  test(`a script with ${what} is read as far as it can be`, () => assert.deepEqual(readLoosely(script), values));

test("whatever is right is read as a strict reader reads it", () => {
  const key = fc.stringMatching(/^[a-zA-Z@]{1,12}$/);
  const text = fc.stringMatching(/^[\p{L}\d .-]{0,30}$/u);
  const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: "small" }, scalar, fc.array(tie("any")), fc.dictionary(key, tie("any"))),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(key, value), fc.nat(4), (object, spaces) =>
      assert.deepEqual(readLoosely(JSON.stringify(object, null, spaces)), [JSON.parse(JSON.stringify(object))]),
    ),
  );
});

test("a script cut off anywhere gives the members before the cut", () => {
  const script = JSON.stringify({ ...bell, author: { name: "Ada Byron" } });
  for (let end = 1; end <= script.length; end++) {
    const [read] = readLoosely(script.slice(0, end)) as [Record<string, unknown>];
    const whole = Object.keys(read).slice(0, -1);
    for (const key of whole) assert.deepEqual(read[key], { ...bell, author: { name: "Ada Byron" } }[key]);
  }
});

test("any text at all is read to its end", () => {
  const signs = fc.array(fc.constantFrom("{", "}", "[", "]", '"', "'", "\\", ",", ":", "\n", "a", "1", "u00e9"));
  fc.assert(
    fc.property(signs, (parts) => assert.ok(Array.isArray(readLoosely(parts.join(""))))),
    { numRuns: 500 },
  );
});
