import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { sha256 } from "#lib/hash";
import type { Block } from "#model/document";
import type { VersionText } from "#model/version";
import { openStore } from "#store/index";
import { excerptOf } from "#store/search/excerpt";
import { parseQuery } from "#store/search/terms";
import { wordsOf } from "#store/search/words";
import { decodeRefs, encodeRefs, type Part } from "#store/version-text";
import { addArticle, addSource, lookOf, T0, versionOf } from "../contract/fixtures.ts";

/** Any UTF-16 at all, and a few texts that come again and again, cosmetic twins among them. */
const anyText = fc.oneof(
  fc.constantFrom("", "Same text.", "“Same” text…", '"Same" text...', "\u0000", "Text\u00A0here", "Text here"),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const anyBlock: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom("paragraph", "heading", "item", "quote", "caption"),
  text: anyText,
});
const anyVersion: fc.Arbitrary<VersionText> = fc.record({
  headline: fc.option(anyText),
  standfirst: fc.option(anyText),
  corrections: fc.array(anyText, { maxLength: 3 }),
  blocks: fc.array(anyBlock, { maxLength: 12 }),
});

const wellFormed = (text: VersionText): VersionText =>
  JSON.parse(JSON.stringify(text), (_, value) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value,
  );

it("reads back any sequence of versions exactly as written, with all occurrences right", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ article: fc.nat(2), text: anyVersion }), { minLength: 1, maxLength: 10 }),
      async (looks) => {
        const store = await openStore(":memory:");
        const source = await addSource(store);
        const ids = [];
        for (const name of ["a", "b", "c"]) ids.push(await addArticle(store, `https://daily.example/${name}`, source));
        const written: VersionText[][] = [[], [], []];
        for (const [at, { article, text }] of looks.entries()) {
          const version = { ...versionOf(written[article]!.length, text), textHash: sha256(`${at}`) };
          const recorded = await store.writer.recordLook(lookOf(ids[article]!, T0 + at, { version }));
          assert.equal(recorded.kind, "recorded");
          written[article]!.push(wellFormed(text));
        }
        for (const [article, versions] of written.entries()) {
          for (const [at, text] of versions.entries()) {
            assert.deepEqual((await store.reader.version(ids[article]!, at + 1))?.text, text);
          }
        }
        assert.deepEqual(await store.check(), []);
        await searchable(store, ids, written);
        await store.close();
      },
    ),
    { numRuns: 60 },
  );
});

/** The last word of each version finds the article at the newest version that has it. */
async function searchable(
  store: Awaited<ReturnType<typeof openStore>>,
  ids: readonly number[],
  written: readonly (readonly VersionText[])[],
): Promise<void> {
  for (const [article, versions] of written.entries()) {
    for (const text of versions) {
      const word = wordsOf(text.blocks.at(-1)?.text ?? "").at(-1)?.folded;
      if (word === undefined || parseQuery(word).join() !== word) continue;
      const has = (version: VersionText) =>
        partTexts(version).some((part) => wordsOf(part).some((w) => w.folded === word));
      const hit = (await store.reader.search(word, { limit: 9 })).items.find(
        (item) => item.article.id === ids[article],
      );
      assert.equal(hit?.version.number, versions.findLastIndex(has) + 1);
      assert.equal(hit.current, has(versions.at(-1)!));
      assert.ok(hit.marks.length > 0 || hit.excerpt.length > 250);
    }
  }
}

const partTexts = (text: VersionText): readonly string[] => [
  text.headline ?? "",
  text.standfirst ?? "",
  ...text.corrections,
  ...text.blocks.map((block) => block.text),
];

it("encodes any list of paragraphs and decodes the same", () => {
  const anyPart = fc.constantFrom<Part[]>("headline", "standfirst", "correction", "paragraph", "heading", "item");
  const anyRef = fc.tuple(anyPart, fc.integer({ min: 1, max: 30 })).map(([part, paragraph]) => ({ part, paragraph }));
  fc.assert(fc.property(fc.array(anyRef), (refs) => assert.deepEqual(decodeRefs(encodeRefs(refs)), refs)));
  const run = Array.from({ length: 40 }, (_, at) => ({ part: "paragraph" as const, paragraph: 100 + at }));
  assert.equal(encodeRefs([{ part: "headline", paragraph: 7 }, ...run]), "h7 p100-139");
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
