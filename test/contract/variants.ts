import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ArticleId } from "#model/id";
import type { Away, Memory, TextMark } from "#model/memory";
import type { VariantSighting } from "#model/variant";
import type { VersionText } from "#model/version";
import type { Store } from "#store/store";
import type { LookRecord } from "#store/writer";
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

const HEADLINE = textOf("Why A", "one", "two");
const hash = (text: VersionText): string => hashOf(text).slice(0, 16);
const mark = (text: VersionText): TextMark => ({
  whole: hash(text),
  headline: "",
  standfirst: "",
  corrections: "",
  body: "",
  lines: "",
  size: 1,
});
const away = (text: VersionText): Away => ({
  since: T0 + 20,
  looks: 1,
  runs: 1,
  text: mark(text),
  textSince: T0 + 20,
  textSeenAt: T0 + 20,
  textLooks: 1,
  rule: "headline",
  decidesAt: T0 + 99,
});
const memory = (number: number, text: VersionText, more: Partial<Memory> = {}): Memory => ({
  formula: 1,
  latest: { number, text: mark(text) },
  ring: [],
  away: null,
  ...more,
});
const sighting = (text: VersionText, more: Partial<VariantSighting> = {}): VariantSighting => ({
  hash: hash(text),
  state: "held",
  rule: "headline",
  firstSeenAt: T0 + 20,
  lastSeenAt: T0 + 20,
  looks: 1,
  runs: 1,
  decidesAt: T0 + 99,
  ...more,
});
const decided = (
  after: number,
  variants: readonly VariantSighting[],
  text: VersionText | null,
): NonNullable<LookRecord["decided"]> => ({
  after,
  memory: memory(after, text ?? HEADLINE),
  variants,
  ...(text && { met: { hash: hash(text), text } }),
});

/** An article with version 1 and a held headline beside it. */
async function held(store: Store): Promise<ArticleId> {
  const id = await addArticle(store);
  await openVersion(store, id, 0, textOf("A", "one", "two"), T0 + 10);
  await store.writer.recordLook(
    lookOf(id, T0 + 20, { decision: "held", decided: decided(1, [sighting(HEADLINE)], HEADLINE) }),
  );
  return id;
}

export function variantsContract(open: OpenStore): void {
  describe("variants", () => {
    it(
      "remembers for deciding exactly what it was given, and nothing before",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        assert.equal(await store.reader.memory(id), null);
        const first = memory(1, HEADLINE);
        const learned = { after: 0, memory: first, variants: [] };
        await store.writer.recordLook(lookOf(id, T0 + 1, { version: versionOf(0, HEADLINE), decided: learned }));
        assert.deepEqual(await store.reader.memory(id), first);
        const second = memory(1, HEADLINE, { away: away(textOf("B", "one")) });
        await store.writer.recordLook(lookOf(id, T0 + 2, { decided: { after: 1, memory: second, variants: [] } }));
        await store.writer.recordLook(lookOf(id, T0 + 3, { sawVersion: 1 }));
        assert.deepEqual(await store.reader.memory(id), second);
      }),
    );

    it(
      "keeps a held text whole, beside the versions and out of search",
      withStore(open, async (store) => {
        const text: VersionText = {
          headline: "Why A",
          standfirst: "What for",
          corrections: ["It was B."],
          blocks: [
            { kind: "paragraph", text: "one" },
            { kind: "quote", text: "unheard-of" },
            { kind: "caption", text: "two" },
          ],
        };
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "one", "two"), T0 + 10);
        await store.writer.recordLook(
          lookOf(id, T0 + 20, { decision: "held", decided: decided(1, [sighting(text)], text) }),
        );
        assert.deepEqual(await store.reader.variants(id), [
          { ...sighting(text), articleId: id, versionNumber: 1, text, cut: false },
        ]);
        assert.deepEqual((await store.reader.search("unheard-of", { limit: 9 })).items, []);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "follows a variant through later looks, and keeps its text",
      withStore(open, async (store) => {
        const id = await held(store);
        const gone = sighting(HEADLINE, {
          state: "alternating",
          lastSeenAt: T0 + 30,
          looks: 3,
          runs: 2,
          decidesAt: null,
        });
        await store.writer.recordLook(lookOf(id, T0 + 40, { sawVersion: 1, decided: decided(1, [gone], null) }));
        assert.deepEqual(await store.reader.variants(id), [
          { ...gone, articleId: id, versionNumber: 1, text: HEADLINE, cut: false },
        ]);
      }),
    );

    it(
      "a variant that becomes a version goes over to it, with the looks that met it",
      withStore(open, async (store) => {
        const id = await held(store);
        const version = versionOf(1, HEADLINE, { firstSeenAt: T0 + 20 });
        const learned = { after: 1, memory: memory(2, HEADLINE), variants: [] };
        await store.writer.recordLook(lookOf(id, T0 + 30, { decision: "new", version, decided: learned }));
        assert.deepEqual(await store.reader.variants(id), []);
        const second = (await store.reader.versions(id))[1]!;
        assert.deepEqual(
          [second.firstSeenAt, second.confirmedAt, second.lastSeenAt, second.previousSeenAt],
          [T0 + 20, T0 + 30, T0 + 30, T0 + 10],
        );
        const looks = await store.reader.captures(id, { limit: 9 });
        assert.deepEqual(
          looks.items.map((look) => look.versionNumber),
          [2, 2, 1],
        );
        assert.equal((await store.reader.change(id, 1, 2))!.seenAt, T0 + 30);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "refuses what was decided about another version than the latest, and writes nothing of it",
      withStore(open, async (store) => {
        const id = await held(store);
        const late = { after: 0, memory: memory(0, HEADLINE), variants: [] };
        const recorded = await store.writer.recordLook(lookOf(id, T0 + 30, { decided: late }));
        assert.equal(recorded.kind, "stale");
        assert.equal((await store.reader.variants(id)).length, 1);
        assert.equal((await store.reader.memory(id))!.latest.number, 1);
      }),
    );

    it(
      "marks the latest version as alternating when it flips with a variant",
      withStore(open, async (store) => {
        const id = await held(store);
        await store.writer.recordLook(
          lookOf(id, T0 + 30, {
            decision: "alternating",
            alternating: true,
            decided: decided(1, [sighting(HEADLINE)], HEADLINE),
          }),
        );
        assert.equal((await store.reader.versions(id))[0]!.alternating, true);
      }),
    );

    it(
      "cuts what is far too long, and says so",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "one"), T0 + 10);
        const long = textOf("A", "one", "b".repeat(60_000), "c".repeat(60_000));
        await store.writer.recordLook(lookOf(id, T0 + 20, { decided: decided(1, [sighting(long)], long) }));
        const [kept] = await store.reader.variants(id);
        assert.equal(kept!.cut, true);
        assert.deepEqual(kept!.text, textOf("A", "one", "b".repeat(60_000)));
      }),
    );

    it(
      "leaves the variants of a duplicate where they were seen, each text once",
      withStore(open, async (store) => {
        const original = await held(store);
        const source = (await store.reader.article(original))!.sourceId;
        const duplicate = await addArticle(store, "https://daily.example/b", source);
        const other = textOf("B", "three");
        for (const [at, text] of [HEADLINE, other].entries())
          await store.writer.recordLook(
            lookOf(duplicate, T0 + 50 + at, { decided: decided(0, [sighting(HEADLINE), sighting(other)], text) }),
          );
        await store.writer.mergeArticles(duplicate, original);
        for (const [id, headlines] of [
          [original, ["Why A"]],
          [duplicate, ["B", "Why A"]],
        ] as const) {
          const heads = (await store.reader.variants(id)).map(({ text }) => text.headline);
          assert.deepEqual(heads.toSorted(), headlines);
        }
        assert.equal((await store.reader.memory(original))!.latest.number, 1);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "keeps the facts of a version, and one entry in lists for a live page that runs",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const facts = { section: "Sea", credits: ["Wire"], leadImage: null, links: [], entries: [], continuesAt: null };
        for (const [after, live] of [false, true, true, true, false].entries()) {
          const version = versionOf(after, textOf("A", `text ${after}`), { live, facts });
          await store.writer.recordLook(lookOf(id, T0 + after, { version }));
        }
        assert.deepEqual((await store.reader.version(id, 2))!.facts, facts);
        assert.deepEqual(
          (await store.reader.versions(id)).map(({ live }) => live),
          [false, true, true, true, false],
        );
        const listed = async (articleId?: ArticleId) =>
          (await store.reader.changes({ limit: 9, ...(articleId !== undefined && { articleId }) })).items.map(
            ({ change }) => [change.from, change.to, change.runningFrom],
          );
        assert.deepEqual(await listed(), [
          [4, 5, null],
          [3, 4, 2],
          [1, 2, null],
        ]);
        assert.deepEqual(await listed(id), [
          [4, 5, null],
          [3, 4, 2],
          [2, 3, 2],
          [1, 2, null],
        ]);
      }),
    );
  });
}
