import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sha256 } from "#lib/hash";
import { leafHash, provenRoot } from "#lib/merkle";
import type { VerifiedDay } from "#store/store";
import { addArticle, lookOf, type OpenStore, openVersion, T0, textOf, withStore } from "./fixtures.ts";

const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

export async function verified(days: AsyncIterable<VerifiedDay>): Promise<readonly VerifiedDay[]> {
  const all: VerifiedDay[] = [];
  for await (const day of days) all.push(day);
  return all;
}

export function ledgerContract(open: OpenStore): void {
  describe("ledger", () => {
    it(
      "closes what was recorded since the last closing, and nothing when nothing was",
      withStore(open, async (store) => {
        assert.equal(await store.closeDay(T0), null);
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "one"), T0 + 10);
        await store.writer.recordLook(lookOf(id, T0 + 20));
        const first = (await store.closeDay(T0 + 100))!;
        assert.deepEqual([first.number, first.versions, first.captures], [1, 1, 2]);
        assert.equal(first.previousRoot, null);
        assert.equal(await store.closeDay(T0 + 101), null);
        await store.writer.recordLook(lookOf(id, T0 + 200));
        const second = (await store.closeDay(T0 + 300))!;
        assert.deepEqual([second.number, second.versions, second.captures], [2, 0, 1]);
        assert.deepEqual([second.versionsRoot, second.previousRoot], [EMPTY, first.root]);
        const { items, next } = await store.reader.ledger({ limit: 10 });
        assert.deepEqual([items, next], [[second, first], null]);
        const page = await store.reader.ledger({ limit: 1 });
        assert.deepEqual([page.items, page.next], [[second], 2]);
        assert.deepEqual((await store.reader.ledger({ limit: 1, before: 2 })).items, [first]);
      }),
    );

    it(
      "has a root that anybody can compute from what is shown",
      withStore(open, async (store) => {
        await openVersion(store, await addArticle(store), 0, textOf("A", "one"), T0 + 10);
        const day = (await store.closeDay(T0 + 100))!;
        const lines = ["variorum day", 1, T0 + 100, 1, day.versionsRoot, 1, day.capturesRoot, ""];
        assert.equal(day.root, sha256(lines.join("\n")));
      }),
    );

    it(
      "verifies after everything that may rightly be written later",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "one"), T0 + 10);
        await store.closeDay(T0 + 100);
        await store.writer.recordLook(lookOf(id, T0 + 200, { sawVersion: 1 }));
        await openVersion(store, id, 1, textOf("A", "two"), T0 + 300);
        await store.writer.recordLook(lookOf(id, T0 + 400, { sawVersion: 1, alternating: true }));
        await store.writer.replaceReadings(id, {
          versionCount: 2,
          readings: [{ number: 1, text: textOf("A", "one, read better"), textHash: sha256("x"), extractor: "test/2" }],
          summaries: [],
          now: T0 + 500,
        });
        await store.writer.hide(id, "asked to", T0 + 600);
        await store.closeDay(T0 + 700);
        // Another extractor that reads the same: the leaf names the one that published.
        await store.writer.replaceReadings(id, {
          versionCount: 2,
          readings: [{ number: 2, text: textOf("A", "two"), textHash: sha256("y"), extractor: "test/2" }],
          summaries: [],
          now: T0 + 800,
        });
        const earlier = await store.reader.earlierReadings(id);
        assert.deepEqual(
          earlier.map(({ number }) => number),
          [1],
          "what reads as before is no other reading",
        );
        const days = await verified(store.verifyDays());
        assert.deepEqual(
          days.map(({ day, problems }) => [day.number, problems]),
          [
            [1, []],
            [2, []],
          ],
        );
      }),
    );
  });

  describe("proof of a version", () => {
    it(
      "leads from what was recorded to the root of its day, for every version",
      withStore(open, async (store) => {
        const ids = [];
        for (let i = 0; i < 11; i++) {
          const id = await addArticle(store, `https://daily.example/${i}`);
          ids.push(id);
          await openVersion(store, id, 0, textOf(`Story ${i}`, `Body of ${i}`), T0 + i);
          if (i === 3) await store.closeDay(T0 + 100);
        }
        assert.equal(await store.reader.versionProof(ids[4]!, 1), null, "its day is open");
        await store.closeDay(T0 + 200);
        assert.equal(await store.reader.versionProof(ids[4]!, 2), null, "there is no such version");
        for (const [i, id] of ids.entries()) {
          const { leaf, index, hashes, day } = (await store.reader.versionProof(id, 1))!;
          assert.equal(day.number, i < 4 ? 1 : 2);
          assert.ok(leaf.includes(`Body of ${i}`));
          const path = hashes.map((hash) => Buffer.from(hash, "hex"));
          const reached = provenRoot(leafHash(leaf), index, day.versions, path);
          assert.equal(Buffer.from(reached!).toString("hex"), day.versionsRoot);
        }
      }),
    );
  });
}
