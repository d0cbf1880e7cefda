import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import type { FeedId, SubscriptionId } from "#model/id";
import type { Store } from "#store/store";
import { addSource, type OpenStore, T0, withStore } from "./fixtures.ts";

const HUB = "https://hub.example/";
const TOPIC = "https://daily.example/feed";
const BASE = "https://variorum.example";

interface Feed {
  readonly id: FeedId;
  readonly subscription: SubscriptionId;
}

/** A feed that was polled at T0 and is due in two hours, with a subscription that is due at T0. */
async function addFeed(store: Store, dueAt: number | null = T0, url = TOPIC): Promise<Feed> {
  const source = await addSource(store);
  const { id } = await store.writer.addFeed(source, { url, kind: "atom", title: null }, MINUTE_MS, T0);
  await poll(store, id, T0);
  const secrets = { key: `key of ${url}`, secret: "secret" };
  const want = { kind: "want", hubUrl: HUB, topicUrl: url, base: dueAt === null ? null : BASE, dueAt } as const;
  await store.writer.changeHubs(id, [{ ...want, ...secrets }]);
  return { id, subscription: (await store.reader.feedHubs(id)).at(-1)!.id };
}

const poll = (store: Store, id: FeedId, at: number, pushes?: Parameters<Store["writer"]["recordPoll"]>[1]["pushes"]) =>
  store.writer.recordPoll(id, {
    polledAt: at,
    ok: true,
    error: null,
    dueAt: at + 2 * HOUR_MS,
    etag: null,
    lastModified: null,
    ...(pushes && { pushes }),
  });

const push = (store: Store, id: SubscriptionId, text: string, at: number) =>
  store.writer.recordPush(id, {
    at,
    contentType: "application/atom+xml",
    bytes: new TextEncoder().encode(text),
    digest: sha256(text),
    leastWaitMs: 5 * MINUTE_MS,
  });

const standing = async (store: Store, feed: Feed) =>
  (await store.reader.feedHubs(feed.id)).find(({ id }) => id === feed.subscription)!;

const dueOf = async (store: Store, { id }: Feed) => (await store.reader.feed(id))!.dueAt;

/** The host leased at this instant, with what is to be done there. */
async function taskAt(store: Store, now: number) {
  const [host] = await store.writer.leaseHosts("one", now, MINUTE_MS, 1);
  if (!host) return null;
  const task = await store.reader.nextTask(host.id, now);
  await store.writer.releaseHost(host.id, "one", now);
  return task && { host: host.key, task };
}

const verified = (at: number) => ({ at, leaseUntil: at + 10 * DAY_MS, dueAt: at + 7 * DAY_MS });

export function subscriptionsContract(open: OpenStore): void {
  describe("subscriptions at hubs", () => {
    it(
      "are due at the hub's host, before everything else there, and shown without their secrets",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        const { writer, reader } = store;
        await writer.addFeed(
          (await reader.feed(feed.id))!.sourceId,
          { url: `${HUB}own`, kind: "rss", title: null },
          1,
          1,
        );
        assert.equal(await reader.dueCount(T0), 2);
        const due = (await taskAt(store, T0))!;
        assert.equal(due.host, "hub.example");
        assert.ok(due.task.kind === "subscription");
        const { key, secret, base, topicUrl, hubUrl, state } = due.task.subscription;
        assert.deepEqual(
          [key, secret, base, topicUrl, hubUrl, state],
          [`key of ${TOPIC}`, "secret", BASE, TOPIC, HUB, "wanted"],
        );
        const shown = await reader.hubs();
        assert.doesNotMatch(JSON.stringify([shown, await reader.health(T0)]), /secret|key of/);
        assert.deepEqual(shown, (await reader.health(T0))[0]!.hubs);
        assert.equal((await reader.subscription(key))!.id, feed.subscription);
        assert.equal(await reader.subscription("another key"), null);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "are verified for the time of a lease, begin once and go on when that is renewed in time",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        const { writer } = store;
        const asking = { state: "asked", reason: null, failedTries: 1 } as const;
        await writer.recordAsking(feed.subscription, { ...asking, askedAt: T0, dueAt: T0 + HOUR_MS });
        assert.equal((await standing(store, feed)).state, "asked");
        await writer.verifySubscription(feed.subscription, verified(T0 + 5));
        const first = await standing(store, feed);
        assert.deepEqual(
          [first.state, first.failedTries, first.activeSince, first.leaseUntil, first.dueAt],
          ["active", 0, T0 + 5, T0 + 5 + 10 * DAY_MS, T0 + 5 + 7 * DAY_MS],
        );
        await writer.recordAsking(feed.subscription, { ...asking, askedAt: T0 + 8 * DAY_MS, dueAt: T0 + 9 * DAY_MS });
        assert.equal((await standing(store, feed)).state, "active", "the lease runs while its renewal is asked for");
        await writer.verifySubscription(feed.subscription, verified(T0 + 8 * DAY_MS));
        assert.equal((await standing(store, feed)).activeSince, T0 + 5);
        await writer.verifySubscription(feed.subscription, verified(T0 + 30 * DAY_MS));
        assert.equal((await standing(store, feed)).activeSince, T0 + 30 * DAY_MS, "the lease had ended in between");
      }),
    );

    it(
      "stay verified when the hub calls before it has answered, whatever it answers then",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        await store.writer.verifySubscription(feed.subscription, verified(T0 + 1));
        for (const state of ["asked", "wanted", "refused"] as const)
          await store.writer.recordAsking(feed.subscription, {
            askedAt: T0,
            state,
            reason: { code: "hub-status", status: 500 },
            dueAt: T0 + 9,
            failedTries: 1,
          });
        const { state, reason, dueAt } = await standing(store, feed);
        assert.deepEqual([state, reason, dueAt], ["active", null, T0 + 1 + 7 * DAY_MS]);
        await store.writer.changeHubs(feed.id, [{ kind: "leave", id: feed.subscription, dueAt: T0 + 2 }]);
        await store.writer.endSubscription(feed.subscription, T0 + 4);
        const leaving = { state: "leaving", reason: null, dueAt: T0 + 9, failedTries: 1 } as const;
        await store.writer.recordAsking(feed.subscription, { askedAt: T0 + 3, ...leaving });
        assert.equal((await standing(store, feed)).state, "left");
      }),
    );

    it(
      "that were left or are being left stay so, whatever a late answer or call says",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        const { writer } = store;
        await writer.changeHubs(feed.id, [{ kind: "leave", id: feed.subscription, dueAt: T0 + 2 }]);
        await writer.verifySubscription(feed.subscription, verified(T0 + 3));
        assert.equal((await standing(store, feed)).state, "leaving");
        const asked = { state: "asked", reason: null, dueAt: T0 + 9, failedTries: 0 } as const;
        await writer.recordAsking(feed.subscription, { askedAt: T0 + 4, ...asked });
        assert.equal((await standing(store, feed)).state, "leaving");
        await writer.endSubscription(feed.subscription, T0 + 5);
        await writer.verifySubscription(feed.subscription, verified(T0 + 6));
        // Asked after the end was heard of: the time alone does not make it outdated.
        await writer.recordAsking(feed.subscription, { askedAt: T0 + 7, ...asked });
        assert.equal((await standing(store, feed)).state, "left");
        const unknown = (feed.subscription + 1000) as SubscriptionId;
        await writer.verifySubscription(unknown, verified(T0 + 8));
        await writer.recordAsking(unknown, { askedAt: T0 + 8, ...asked });
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "end when the hub denies them, and are not brought back by an answer that comes later",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        const { writer, reader } = store;
        await writer.verifySubscription(feed.subscription, verified(T0 + 1));
        const denied = {
          at: T0 + 3,
          reason: { code: "hub-denied", quote: "not for you" },
          dueAt: T0 + 30 * DAY_MS,
        } as const;
        await writer.refuseSubscription(feed.subscription, denied);
        await writer.recordAsking(feed.subscription, {
          askedAt: T0 + 2,
          state: "asked",
          reason: null,
          dueAt: 1,
          failedTries: 1,
        });
        const { state, reason, activeSince, leaseUntil, dueAt } = await standing(store, feed);
        assert.deepEqual(
          [state, reason, activeSince, leaseUntil, dueAt],
          ["refused", denied.reason, null, null, T0 + 30 * DAY_MS],
        );
        assert.equal(await push(store, feed.subscription, "a", T0 + 4), "ended");
        assert.equal(await reader.pendingPush(feed.id), null);
      }),
    );

    it(
      "are not due without a public address, due when there is one, and never twice at one hub",
      withStore(open, async (store) => {
        const feed = await addFeed(store, null);
        assert.equal(await store.reader.dueCount(T0 + 1), 0);
        assert.equal(await taskAt(store, T0 + 1), null);
        const again = { kind: "again", id: feed.subscription, base: BASE, dueAt: T0 + 1 } as const;
        await store.writer.changeHubs(feed.id, [again]);
        assert.equal((await taskAt(store, T0 + 1))!.task.kind, "subscription");
        const twice = {
          kind: "want",
          hubUrl: HUB,
          topicUrl: TOPIC,
          base: BASE,
          key: "k2",
          secret: "s2",
          dueAt: 1,
        } as const;
        await store.writer.changeHubs(feed.id, [twice]);
        assert.equal((await store.reader.feedHubs(feed.id)).length, 1);
        assert.equal(await store.reader.subscription("k2"), null);
        const other = (await addFeed(store, T0, "https://daily.example/other")).id;
        await store.writer.changeHubs(other, [{ kind: "leave", id: feed.subscription, dueAt: null }]);
        assert.equal((await standing(store, feed)).state, "wanted", "another feed's is left alone");
      }),
    );

    it(
      "are forgotten, the oldest first, when a feed names another hub each time",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        for (let i = 0; i < 30; i++) {
          const last = (await store.reader.feedHubs(feed.id)).at(-1)!;
          const secrets = { key: `key ${i}`, secret: "s" };
          const want = {
            kind: "want",
            hubUrl: `${HUB}${i}`,
            topicUrl: TOPIC,
            base: BASE,
            dueAt: T0,
            ...secrets,
          } as const;
          await store.writer.changeHubs(feed.id, [{ kind: "leave", id: last.id, dueAt: null }, want]);
        }
        const hubs = await store.reader.feedHubs(feed.id);
        assert.equal(hubs.length, 9);
        assert.deepEqual(hubs.at(-1)!.hubUrl, `${HUB}29`);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "make the feed due with a push, once for each, no sooner than its least wait, and never when it is paused",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        const { reader, writer } = store;
        await writer.verifySubscription(feed.subscription, verified(T0 + 1));
        assert.equal(await push(store, feed.subscription, "a", T0 + MINUTE_MS), "taken");
        assert.equal(await dueOf(store, feed), T0 + 5 * MINUTE_MS);
        assert.equal(await push(store, feed.subscription, "a", T0 + 2 * MINUTE_MS), "repeated");
        const pending = (await reader.pendingPush(feed.id))!;
        assert.equal(new TextDecoder().decode(pending.bytes), "a");
        assert.deepEqual([pending.at, pending.contentType], [T0 + MINUTE_MS, "application/atom+xml"]);
        const { pushes, isPending, lastPushAt } = await standing(store, feed);
        assert.deepEqual([pushes, isPending, lastPushAt], [1, true, T0 + MINUTE_MS]);
        assert.equal(await push(store, feed.subscription, "b", T0 + HOUR_MS), "taken");
        assert.equal(await dueOf(store, feed), T0 + 5 * MINUTE_MS, "never later than it was");
        assert.equal((await taskAt(store, T0 + 5 * MINUTE_MS))!.task.kind, "feed");
        await writer.countUnsigned(feed.subscription);
        assert.equal((await standing(store, feed)).unsigned, 1);
      }),
    );

    it(
      "remember the latest pushes: an old one that comes again has no effect",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        for (let i = 0; i < 16; i++) assert.equal(await push(store, feed.subscription, `${i}`, T0 + i), "taken");
        for (let i = 0; i < 16; i++) assert.equal(await push(store, feed.subscription, `${i}`, T0 + 99), "repeated");
        assert.equal((await standing(store, feed)).pushes, 16);
      }),
    );

    it(
      "are followed by a poll, except for what came while it was under way",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        const { reader, writer } = store;
        await writer.verifySubscription(feed.subscription, verified(T0 + 1));
        await push(store, feed.subscription, "a", T0 + HOUR_MS);
        const seen = [{ id: feed.subscription, pushes: 1 }];
        const at = T0 + HOUR_MS + 1;
        await push(store, feed.subscription, "b", at);
        await poll(store, feed.id, at, { seen, announced: true, againAt: at + 5 * MINUTE_MS });
        assert.equal(await dueOf(store, feed), at + 5 * MINUTE_MS, "polled again for the other one");
        assert.equal(new TextDecoder().decode((await reader.pendingPush(feed.id))!.bytes), "b");
        const later = at + 5 * MINUTE_MS;
        const both = [{ id: feed.subscription, pushes: 2 }];
        await poll(store, feed.id, later, { seen: both, announced: false, againAt: later + 1 });
        assert.equal(await dueOf(store, feed), later + 2 * HOUR_MS);
        assert.equal(await reader.pendingPush(feed.id), null);
        assert.deepEqual((await standing(store, feed)).announced, { hits: 1, misses: 1 });
        await poll(store, feed.id, later, { seen: both, againAt: later });
        assert.deepEqual(
          (await standing(store, feed)).announced,
          { hits: 1, misses: 1 },
          "a poll that brought nothing",
        );
        for (let i = 0; i < 60; i++)
          await poll(store, feed.id, later, { seen: both, announced: false, againAt: later });
        const { hits, misses } = (await standing(store, feed)).announced;
        assert.ok(hits < 0.3 && misses > 10 && misses < 30, `${hits} ${misses}: unlearned`);
      }),
    );

    it(
      "take one of many equal pushes at the same time",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        const taken = await Promise.all(
          Array.from({ length: 6 }, () => push(store, feed.subscription, "same", T0 + HOUR_MS)),
        );
        assert.equal(taken.filter((one) => one === "taken").length, 1);
        assert.equal((await standing(store, feed)).pushes, 1);
      }),
    );

    it(
      "wake whoever waits for work with a push that was taken",
      withStore(open, async (store) => {
        const feed = await addFeed(store);
        let heard = () => {};
        const rung = new Promise<void>((resolve) => {
          heard = resolve;
        });
        const stop = store.onDue(() => heard());
        await push(store, feed.subscription, "a", T0 + HOUR_MS);
        await rung;
        stop();
      }),
    );
  });
}
