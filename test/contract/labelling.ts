import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HOUR_MS } from "#lib/clock";
import { LABELLER } from "#model/change";
import type { LabelledAgain } from "#store/changes/earlier";
import {
  addArticle,
  hashOf,
  type OpenStore,
  openVersion,
  SUMMARY,
  T0,
  textOf,
  versionOf,
  withStore,
} from "./fixtures.ts";

const NEXT = "labels/next";
const OLD = textOf("The weir", "Twelve people came.");
const NEW = textOf("The weir", "Fifteen people came.");
const LAST = textOf("The weir", "Sixteen people came.");
const AGAIN = { ...SUMMARY, labels: [], rank: 0.125, silent: false };

export function labellingContract(open: OpenStore): void {
  describe("labelling", () => {
    it(
      "gives the changes of an earlier labeller, the newest first, with their texts; and none of its own",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, OLD);
        const tail = { ...NEW, continuesAt: "https://daily.example/a/2" };
        await openVersion(store, id, 1, NEW, undefined, {
          version: versionOf(1, NEW, { facts: { ...FACTS, continuesAt: tail.continuesAt } }),
        });
        await openVersion(store, id, 2, LAST);
        assert.deepEqual(await store.reader.labelledEarlier(LABELLER, 9), []);
        assert.deepEqual(await store.reader.labelling(LABELLER), { left: 0 });
        assert.deepEqual(await store.reader.labelling(NEXT), { left: 2 });
        const earlier = await store.reader.labelledEarlier(NEXT, 9);
        assert.deepEqual(
          earlier.map((each) => [each.old, each.new, each.language, each.labelledBy]),
          [
            [tail, LAST, "en", LABELLER],
            [OLD, tail, "en", LABELLER],
          ],
        );
        assert.deepEqual(earlier[1]!.readings, [hashOf(OLD), hashOf(NEW)]);
        assert.deepEqual((await store.reader.labelledEarlier(NEXT, 1)).length, 1);
      }),
    );

    it(
      "writes new labels and nothing else, each once; not over texts that were read again since",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, OLD);
        await openVersion(store, id, 1, NEW);
        await openVersion(store, id, 2, LAST);
        const before = await store.reader.changesOf(id, 9);
        const earlier = await store.reader.labelledEarlier(NEXT, 9);
        const [last, first] = earlier.map(({ id, labelledBy, readings }): LabelledAgain => {
          return { id, labelledBy, readings, summary: AGAIN, collation: null };
        });
        const reread = textOf("The weir", "Sixteen people were there.");
        const reading = { number: 3, text: reread, textHash: hashOf(reread), extractor: "test/2" };
        await store.writer.replaceReadings(id, {
          versionCount: 3,
          readings: [reading],
          summaries: [],
          now: T0 + HOUR_MS,
        });
        assert.equal(await store.writer.relabel(NEXT, [last!, first!]), 1);
        assert.equal(await store.writer.relabel(NEXT, [first!]), 0, "labelled already");
        const now = await store.reader.changesOf(id, 9);
        assert.deepEqual(
          now.map(({ labelledBy, summary: { rank } }) => [labelledBy, rank]),
          [
            [LABELLER, SUMMARY.rank],
            [NEXT, AGAIN.rank],
          ],
        );
        const kept = (changes: typeof now) =>
          changes.map(({ id, from, to, seenAt, lastSeenOldAt, runningFrom }) => [
            id,
            from,
            to,
            seenAt,
            lastSeenOldAt,
            runningFrom,
          ]);
        assert.deepEqual(kept(now), kept(before));
        assert.deepEqual(await store.reader.labelling(NEXT), { left: 1 });
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "keeps the labels of texts that could not be compared, and does not try again",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, OLD);
        await openVersion(store, id, 1, NEW);
        const [only] = await store.reader.labelledEarlier(NEXT, 9);
        const { id: change, labelledBy, readings } = only!;
        const again = { id: change, labelledBy, readings, summary: null, collation: null };
        assert.equal(await store.writer.relabel(NEXT, [again]), 1);
        const [kept] = await store.reader.changesOf(id, 9);
        assert.deepEqual([kept!.labelledBy, kept!.summary.rank], [NEXT, SUMMARY.rank]);
        assert.deepEqual(await store.reader.labelledEarlier(NEXT, 9), []);
      }),
    );
  });
}

const FACTS = { section: null, credits: [], leadImage: null, links: [], entries: [] };
