import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { SPAN_KINDS } from "#model/document";
import { wordsOf } from "#query/words";
import { openStore } from "#store/index";
import { excerptOf } from "#store/search/excerpt";
import { parseQuery } from "#store/search/terms";
import { decodeRefs, encodeRefs, type Part, readRefs } from "#store/versions/version-text";
import { storeLaws } from "../contract/laws.ts";

storeLaws(() => openStore(":memory:"), 60);

it("encodes any list of paragraphs and decodes the same", () => {
  const anyPart = fc.constantFrom<Part[]>("headline", "standfirst", "correction", "paragraph", "heading", "item");
  const anySpan = fc.tuple(
    fc.constantFrom(...SPAN_KINDS),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
  );
  const anySpans = fc.array(anySpan, { minLength: 1, maxLength: 3 }).map((all) => {
    let at = 0;
    return all.map(([kind, gap, length]) => {
      const from = at + gap;
      at = from + length;
      return { from, to: at, kind };
    });
  });
  const anyRef = fc
    .tuple(anyPart, fc.integer({ min: 1, max: 30 }), fc.option(anySpans))
    .map(([part, paragraph, spans]) => ({ part, paragraph, ...(spans && { spans }) }));
  fc.assert(fc.property(fc.array(anyRef), (refs) => assert.deepEqual(decodeRefs(encodeRefs(refs)), refs)));
  const run = Array.from({ length: 40 }, (_, at) => ({ part: "paragraph" as const, paragraph: 100 + at }));
  assert.equal(encodeRefs([{ part: "headline", paragraph: 7 }, ...run]), "h7 p100-139");
});

it("takes a damaged list for one", () => {
  for (const encoded of ["p1:", "p1:x0-3", "p1:s3-3", "p1:s0-5.s4-9", "p1-3:s0-1", "p1:s0-5 q"])
    assert.equal(readRefs(encoded), null, encoded);
});

it("cuts words that stand where they say, and folds what is folded to itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let end = 0;
      for (const word of wordsOf(text)) {
        assert.ok(word.start >= end && word.end > word.start && word.end <= text.length);
        assert.match(word.folded, /^[\p{L}\p{N}\p{M}]+$/u);
        end = word.end;
      }
    }),
  );
});

it("marks what was asked for, inside the excerpt, in order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("alpha", "béta", "東京", "—", "x".repeat(90)), { maxLength: 60 }), (words) => {
      const { text, marks } = excerptOf(words.join(" "), parseQuery("BETA 京 alpha"));
      assert.ok(text.length <= 282);
      let end = 0;
      for (const [start, stop] of marks) {
        assert.ok(start >= end && stop > start);
        assert.match(text.slice(start, stop), /^(alpha|béta|京)$/);
        end = stop;
      }
    }),
  );
});
