import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sha256 } from "#lib/hash";
import type { Span } from "#model/document";
import type { Memory } from "#model/memory";
import type { VersionText } from "#model/version";
import {
  addArticle,
  hashOf,
  lookOf,
  type OpenStore,
  openVersion,
  T0,
  textOf,
  versionOf,
  withStore,
} from "./fixtures.ts";

const withSpans = (text: VersionText, ...spans: readonly Span[]): VersionText => ({
  ...text,
  blocks: text.blocks.map((block, i) => (i === 0 ? { ...block, spans } : block)),
});
const PLAIN = textOf("A", "Ten boats sank.", "No one was hurt.", "It rained.");
const STRUCK = withSpans(PLAIN, { from: 0, to: 3, kind: "struck" }, { from: 4, to: 9, kind: "moving" });

/** What the markup says of stretches of a text is kept with it, and sealed. */
export function spansContract(open: OpenStore): void {
  describe("spans", () => {
    it(
      "are kept with a version, with its readings and with a text that is no version",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, STRUCK, T0 + 10);
        await store.writer.replaceReadings(id, {
          versionCount: 1,
          readings: [{ number: 1, text: PLAIN, textHash: sha256("x"), extractor: "test/2" }],
          summaries: [],
          now: T0 + 20,
        });
        assert.deepEqual((await store.reader.version(id, 1))!.text, PLAIN);
        assert.deepEqual(
          (await store.reader.earlierReadings(id)).map(({ text }) => text),
          [STRUCK],
        );
        const other = withSpans(textOf("A", "Ten boats were lost."), { from: 0, to: 9, kind: "inserted" });
        const hash = hashOf(other).slice(0, 16);
        const seen = { rule: "confirm", firstSeenAt: T0 + 30, lastSeenAt: T0 + 30, looks: 1, runs: 1 } as const;
        const variants = [{ hash, state: "held" as const, ...seen, decidesAt: T0 + 99 }];
        const memory: Memory = { formula: 1, latest: { number: 1, text: MARK }, ring: [], away: null };
        const decided = { after: 1, memory, variants, met: { hash, text: other } };
        await store.writer.recordLook(lookOf(id, T0 + 30, { decision: "held", decided }));
        assert.deepEqual(
          (await store.reader.variants(id)).map(({ text }) => text),
          [other],
        );
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "are part of what the ledger seals, and a text without them is sealed as ever",
      withStore(open, async (store) => {
        const [plain, struck] = [await addArticle(store), await addArticle(store, "https://other.example/b")];
        await openVersion(store, plain, 0, PLAIN, T0 + 10);
        await openVersion(store, struck, 0, STRUCK, T0 + 20);
        await store.closeDay(T0 + 100);
        const sealed = async (id: typeof plain) => JSON.parse((await store.reader.versionProof(id, 1))!.leaf).at(-1);
        const texts = PLAIN.blocks.map(({ text }) => ["paragraph", text]);
        assert.deepEqual(await sealed(plain), [["headline", "A"], ...texts]);
        assert.deepEqual(await sealed(struck), [
          ["headline", "A"],
          ["paragraph", "Ten boats sank.", "s0-3.m4-9"],
          ...texts.slice(1),
        ]);
        for await (const { problems } of store.verifyDays()) assert.deepEqual(problems, []);
      }),
    );

    it(
      "say where the article continues, with the version",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const continuesAt = "https://daily.example/a?page=2";
        const facts = { section: null, credits: [], leadImage: null, links: [], entries: [], continuesAt };
        await openVersion(store, id, 0, { ...PLAIN, continuesAt }, T0 + 10, {
          version: { ...versionOf(0, PLAIN), facts },
        });
        assert.equal((await store.reader.versions(id))[0]!.continuesAt, continuesAt);
        assert.deepEqual((await store.reader.version(id, 1))!.text, { ...PLAIN, continuesAt });
      }),
    );
  });
}

const MARK = { whole: "", headline: "", standfirst: "", corrections: "", body: "", lines: "", size: 1 };
