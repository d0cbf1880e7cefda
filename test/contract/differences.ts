import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keptOf } from "#collate/kept";
import { collateTexts } from "#collate/texts";
import { HOUR_MS } from "#lib/clock";
import type { VersionText } from "#model/version";
import { createPublicReader } from "#store/public-reader";
import {
  addArticle,
  lookOf,
  type OpenStore,
  openVersion,
  SUMMARY,
  T0,
  textOf,
  versionOf,
  withStore,
} from "./fixtures.ts";

const OLD = textOf("The weir", "It was built in 1902.", "Twelve people came.", "It rained.");
const NEXT = textOf("The weir", "It was built in 1902.", "Fifteen people came.", "It rained.");
const LAST = textOf("The lock", "It was built in 1902.", "Fifteen people came.", "It rained.");

const kept = (old: VersionText, next: VersionText) => keptOf(old, next, collateTexts(old, next));

export function differencesContract(open: OpenStore): void {
  describe("differences", () => {
    it(
      "gives the paragraphs concerned and no others, until one of the texts is read again",
      withStore(open, async (store) => {
        const id = await addArticle(store, "https://daily.example/weir");
        await openVersion(store, id, 0, OLD);
        const opened = (after: number, old: VersionText, text: VersionText) =>
          openVersion(store, id, after, text, undefined, {
            version: versionOf(after, text, { collation: kept(old, text) }),
          });
        await opened(1, OLD, NEXT);
        await opened(2, NEXT, LAST);
        const pair = (from: number) => ({
          from: { articleId: id, number: from },
          to: { articleId: id, number: from + 1 },
        });
        const reader = createPublicReader(store.reader, "public");
        const [second, first, none] = await reader.differences([pair(2), pair(1), pair(7)]);
        assert.equal(none, null);
        assert.deepEqual(
          [first!.old, first!.new].map(({ headline, blocks }) => [headline, ...blocks.map(({ text }) => text)]),
          [
            ["", "", "Twelve people came.", ""],
            ["", "", "Fifteen people came.", ""],
          ],
        );
        assert.deepEqual(first!.collation, kept(OLD, NEXT));
        assert.equal(first!.change.summary.rank, SUMMARY.rank);
        assert.deepEqual([second!.old.headline, second!.new.headline], ["The weir", "The lock"]);
        const readings = [1, 2].map((number) => ({ articleId: id, number }));
        assert.deepEqual(first!.readings, await reader.readingHashes(readings));

        const again = {
          number: 1,
          text: textOf("The weir", "Built in 1902."),
          textHash: "ab".repeat(32),
          extractor: "x/2",
        };
        const summary = { to: 2, summary: SUMMARY, collation: kept(again.text, NEXT), readingOnly: false };
        const replaced = { versionCount: 3, readings: [again], summaries: [summary], now: T0 + 9 * HOUR_MS };
        assert.ok(await store.writer.replaceReadings(id, replaced));
        const [anew, other] = await reader.differences([pair(1), pair(2)]);
        assert.deepEqual(anew!.collation, kept(again.text, NEXT));
        assert.equal(other, null, "its own texts may have been read again too");
      }),
    );

    it(
      "has none of a change that was recorded without one",
      withStore(open, async (store) => {
        const id = await addArticle(store, "https://daily.example/weir");
        await openVersion(store, id, 0, OLD);
        await store.writer.recordLook(
          lookOf(id, T0 + HOUR_MS, { outcome: "changed", decision: "new", version: versionOf(1, NEXT) }),
        );
        const pair = { from: { articleId: id, number: 1 }, to: { articleId: id, number: 2 } };
        assert.deepEqual(await store.reader.differences([pair]), [null]);
        assert.deepEqual(await store.reader.differences([]), []);
      }),
    );
  });
}
