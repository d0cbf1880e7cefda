import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { labelParts } from "#words/quoted";
import { textOf } from "#words/say";

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["“الأحد” became “الاثنين”", ["الأحد", "الاثنين"]],
  ["212 became 221", ["212", "221"]],
  ["12 million became 21 million", ["12 million", "21 million"]],
  ["119 and 11% changed places", ["119", "11%"]],
  ["a sentence was removed: “He became mayor.”", ["He became mayor."]],
  ["3 sentences were removed, from “He said ‘no’” on", ["He said ‘no’"]],
  ["only punctuation differs in 2 paragraphs", []],
  ["in a quotation, “a” became “b”", ["a", "b"]],
  ["“cut off", []],
  ["", []],
];

for (const [reason, quotes] of CASES)
  test(`the words of the text in: ${reason}`, () => {
    const parts = labelParts(reason);
    assert.deepEqual(
      parts.flatMap((part) => (typeof part === "string" ? [] : [part.quote])),
      quotes,
    );
    assert.equal(textOf(parts), reason);
  });

const WORDS = "Minister Orsett said on Monday that 12 “boats” „must“ leave «now» became ‘119’ لن 来年 11% ” “".split(
  " ",
);
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 12 }).map((words) => words.join(" "));

test("of every reason that a collation gives, the words outside the quotes are ours", () => {
  const ours = /^[a-zA-Z0-9 ,:;.’'“”-]*$/;
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 4 }), fc.array(sentence, { maxLength: 4 }), (old, next) => {
      const text = (body: readonly string[]) => ({
        headline: body[0] ?? null,
        standfirst: null,
        corrections: [],
        blocks: body.map((each) => ({ kind: "paragraph" as const, text: each })),
      });
      const { labels } = summarise(text(old), text(next), collateTexts(text(old), text(next)));
      for (const { reason } of labels) {
        const parts = labelParts(reason);
        assert.equal(textOf(parts), reason);
        for (const part of parts) if (typeof part === "string") assert.match(part, ours);
      }
    }),
    { numRuns: 60 },
  );
});
