import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ClaimedDate } from "#model/claimed-date";
import {
  addArticle,
  lookOf,
  type OpenStore,
  openVersion,
  stateOf,
  T0,
  textOf,
  versionOf,
  withStore,
} from "./fixtures.ts";

const CLAIMED: ClaimedDate = {
  modifiedAt: T0 - 5,
  lastSeenAt: T0 + 10,
  textSeenAt: T0 + 10,
  beside: "digest",
  extractor: "test/1",
  pending: { modifiedAt: T0 + 15, firstSeenAt: T0 + 20, provenAt: T0 + 30, moves: 1 },
};
const RAISED = { oldModifiedAt: T0 - 5, newModifiedAt: T0 + 15, lastSeenOldAt: T0 + 10, seenAt: T0 + 20 };

export function datesContract(open: OpenStore): void {
  describe("claimed dates", () => {
    it(
      "follows the claim of an article, and leaves it where a look says nothing of it",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const claim = async () => (await store.reader.watched(id))!.watch.claimedDate;
        assert.equal(await claim(), null);
        await store.writer.recordLook(lookOf(id, T0 + 1, { state: stateOf({ claimedDate: CLAIMED }) }));
        assert.deepEqual(await claim(), CLAIMED);
        await store.writer.recordLook(lookOf(id, T0 + 2));
        assert.deepEqual(await claim(), CLAIMED);
        await store.writer.recordLook(lookOf(id, T0 + 3, { state: stateOf({ claimedDate: null }) }));
        assert.equal(await claim(), null);
      }),
    );

    it(
      "follows the names over an article, and keeps changed ones in their order, once each",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const followed = async () => (await store.reader.watched(id))!.watch.shownByline;
        assert.equal(await followed(), null);
        const shownByline = { names: ["Ada Byron", "نور"], lastSeenAt: T0 + 1, reader: "test/1", pending: null };
        await store.writer.recordLook(lookOf(id, T0 + 1, { state: stateOf({ shownByline }) }));
        await store.writer.recordLook(lookOf(id, T0 + 2));
        assert.deepEqual(await followed(), shownByline);
        await openVersion(store, id, 0, textOf("A", "one"), T0 + 10);
        const first = {
          oldNames: ["Ada Byron"],
          newNames: [],
          oldModifiedAt: null,
          newModifiedAt: null,
          lastSeenOldAt: T0 + 11,
          seenAt: T0 + 12,
        };
        const later = {
          ...first,
          oldNames: [],
          newNames: ["نور"],
          oldModifiedAt: T0,
          newModifiedAt: T0 + 9,
          seenAt: T0 + 30,
        };
        for (const [at, changedByline] of [
          [T0 + 60, later],
          [T0 + 61, first],
          [T0 + 62, first],
        ] as const)
          await store.writer.recordLook(lookOf(id, at, { sawVersion: 1, changedByline }));
        assert.deepEqual(
          await store.reader.changedBylines(id),
          [first, later].map((event) => ({ ...event, articleId: id, versionNumber: 1 })),
        );
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "keeps raised dates in their order, once each, also of a hidden article",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        assert.deepEqual(await store.reader.raisedDates(id), []);
        await openVersion(store, id, 0, textOf("A", "one"), T0 + 10);
        const later = {
          ...RAISED,
          oldModifiedAt: T0 + 15,
          newModifiedAt: T0 + 45,
          lastSeenOldAt: T0 + 40,
          seenAt: T0 + 50,
        };
        for (const [at, raisedDate] of [
          [T0 + 60, later],
          [T0 + 61, RAISED],
          [T0 + 62, RAISED],
        ] as const)
          await store.writer.recordLook(lookOf(id, at, { sawVersion: 1, raisedDate }));
        assert.equal((await store.reader.counts()).versions, 1);
        await store.writer.hide(id, "asked for", T0 + 99);
        assert.deepEqual(
          await store.reader.raisedDates(id),
          [RAISED, later].map((raised) => ({ ...raised, articleId: id, versionNumber: 1 })),
        );
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "refuses a raised date over no text, and writes nothing of the look",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await assert.rejects(
          store.writer.recordLook(lookOf(id, T0 + 1, { raisedDate: RAISED })),
          /without the version/,
        );
        assert.equal((await store.reader.counts()).captures, 0);
      }),
    );

    it(
      "says of each version whether its date was raised; a late one counts after all",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const told = [null, true, false, null, false];
        for (const [after, dateRaised] of told.entries()) {
          const version = versionOf(after, textOf("A", `text ${after}`), { dateRaised });
          await store.writer.recordLook(lookOf(id, T0 + after, { version }));
        }
        const raised = async () => (await store.reader.versions(id)).map((version) => version.dateRaised);
        assert.deepEqual(await raised(), told);
        await store.writer.recordLook(lookOf(id, T0 + 10, { sawVersion: 3, lateDate: true }));
        await store.writer.recordLook(lookOf(id, T0 + 11, { sawVersion: 4, lateDate: true }));
        assert.deepEqual(await raised(), [null, true, true, null, false]);
        assert.equal((await store.reader.version(id, 3))?.dateRaised, true);
      }),
    );
  });
}
