import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { sha256 } from "#lib/hash";
import type { Block } from "#model/document";
import type { VersionText } from "#model/version";
import { wordsOf } from "#query/words";
import { parseQuery } from "#store/search/terms";
import type { Store } from "#store/store";
import { addArticle, addSource, lookOf, type OpenStore, T0, versionOf } from "./fixtures.ts";

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

/** What holds for all texts, tried with so many random ones. */
export function storeLaws(open: OpenStore, numRuns: number): void {
  it("reads back any sequence of versions exactly as written, with all occurrences right", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ article: fc.nat(2), text: anyVersion }), { minLength: 1, maxLength: 10 }),
        async (looks) => {
          const store = await open();
          const source = await addSource(store);
          const ids = [];
          for (const name of ["a", "b", "c"])
            ids.push(await addArticle(store, `https://daily.example/${name}`, source));
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
      { numRuns },
    );
  });
}

/** The last word of each version finds the article at the newest version that has it. */
async function searchable(
  store: Store,
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
