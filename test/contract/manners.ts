import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { NO_MANNERS } from "#model/manners";
import type { Store } from "#store/store";
import type { HostTurn } from "#store/writer";
import { addArticle, addSource, lookOf, type OpenStore, stateOf, T0, withStore } from "./fixtures.ts";

const TODAY = Math.floor(T0 / DAY_MS);
const CALM: HostTurn = { day: TODAY, requests: 1, refusals: 0, slowLevel: 0, slowUntil: 0 };

const release = async (store: Store, turn: HostTurn) => {
  const hostId = (await store.reader.articleByUrl("https://daily.example/a"))!.hostId;
  await store.writer.releaseHost(hostId, "one", T0, turn);
  return hostId;
};

export function mannersContract(open: OpenStore): void {
  describe("manners and gaps", () => {
    it(
      "counts requests by the day, those of workers and those by hand alike",
      withStore(open, async (store) => {
        await addArticle(store);
        await release(store, { ...CALM, requests: 3 });
        await store.writer.reserveHost("daily.example", T0, 10);
        const { day, requests } = await store.reader.manners("daily.example");
        assert.deepEqual({ day, requests }, { day: TODAY, requests: 4 });
        await release(store, { ...CALM, day: TODAY + 1 });
        assert.equal((await store.reader.manners("daily.example")).requests, 1);
        await release(store, { ...CALM, day: TODAY, requests: 7 });
        assert.equal(
          (await store.reader.manners("daily.example")).requests,
          1,
          "a late one of yesterday counts no more",
        );
      }),
    );

    it(
      "keeps refusals, slowness and what validators proved",
      withStore(open, async (store) => {
        await addArticle(store);
        await release(store, { ...CALM, refusals: 2, slowLevel: 2, slowUntil: T0 + DAY_MS });
        await release(store, { ...CALM, slowLevel: 2, slowUntil: T0 + DAY_MS, validators: { lied: false, at: T0 } });
        await release(store, { ...CALM, slowLevel: 2, slowUntil: T0 + DAY_MS, validators: { lied: true, at: T0 + 5 } });
        await release(store, { ...CALM, slowLevel: 2, slowUntil: T0 + DAY_MS });
        assert.deepEqual(await store.reader.manners("daily.example"), {
          refusals: 0,
          slowLevel: 2,
          slowUntil: T0 + DAY_MS,
          day: TODAY,
          requests: 4,
          validatorChecks: 2,
          validatorLies: 1,
          liedAt: T0 + 5,
        });
        assert.deepEqual(await store.reader.manners("nobody.example"), NO_MANNERS);
      }),
    );

    it(
      "logs gaps; one that goes on is one",
      withStore(open, async (store) => {
        await addArticle(store);
        const gap = (from: number, until: number): HostTurn => ({
          ...CALM,
          gap: { cause: "refused", fromAt: T0 + from, untilAt: T0 + until },
        });
        const hostId = await release(store, gap(0, HOUR_MS));
        await release(store, gap(HOUR_MS + MINUTE_MS, 2 * HOUR_MS));
        await release(store, gap(5 * HOUR_MS, 6 * HOUR_MS));
        const stopped = { hostId: null, cause: "stopped", fromAt: T0 + HOUR_MS, untilAt: T0 + 4 * HOUR_MS } as const;
        await store.writer.saveGap(stopped);
        const refused = { hostId, cause: "refused" } as const;
        const first = { ...refused, fromAt: T0, untilAt: T0 + 2 * HOUR_MS };
        const second = { ...refused, fromAt: T0 + 5 * HOUR_MS, untilAt: T0 + 6 * HOUR_MS };
        const query = { fromAt: T0, untilAt: T0 + DAY_MS, limit: 10 };
        assert.deepEqual(await store.reader.gaps({ ...query, hostIds: [hostId] }), [second, stopped, first]);
        assert.deepEqual(await store.reader.gaps({ ...query, hostIds: [] }), [stopped]);
        assert.deepEqual(await store.reader.gaps({ ...query, hostIds: [hostId], untilAt: T0 + HOUR_MS }), [first]);
        assert.deepEqual(await store.reader.gaps({ ...query, hostIds: [hostId], limit: 1 }), [second]);
      }),
    );

    it(
      "knows the hosts of a source and its looks by the hour",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const id = await addArticle(store, "https://daily.example/a", source);
        await store.writer.addFeed(source, { url: "https://feeds.example/d", kind: "rss", title: null }, HOUR_MS, T0);
        const keys = (await store.reader.hostsOfSource(source)).map(({ key }) => key);
        assert.deepEqual(keys.toSorted(), ["daily.example", "feeds.example"]);
        const hour = Math.floor(T0 / HOUR_MS) * HOUR_MS;
        await store.writer.recordLook(lookOf(id, hour + 1));
        await store.writer.recordLook(lookOf(id, hour + 2, { outcome: "error", decision: "none" }));
        await store.writer.recordLook(lookOf(id, hour + 3 * HOUR_MS));
        assert.deepEqual(await store.reader.tally(source, hour, hour + DAY_MS), [
          { startAt: hour, looks: 2, failed: 1 },
          { startAt: hour + 3 * HOUR_MS, looks: 1, failed: 0 },
        ]);
        assert.deepEqual(await store.reader.tally(source, hour + HOUR_MS, hour + 2 * HOUR_MS), []);
      }),
    );

    it(
      "counts how often in a row a page was said to be as before",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const state = stateOf({ nextLookAt: T0 });
        const met: number[] = [];
        for (const [i, status] of [200, 304, 304, 200, 304].entries()) {
          await store.writer.recordLook(lookOf(id, T0 + i, { status, state }));
          met.push((await store.reader.watched(id))!.watch.notModified);
        }
        assert.deepEqual(met, [0, 1, 2, 0, 1]);
      }),
    );

    it(
      "keeps how a source's pages are read",
      withStore(open, async (store) => {
        const id = await addSource(store);
        await store.writer.setRender(id, "browser");
        assert.equal((await store.reader.source(id))?.render, "browser");
      }),
    );
  });
}
