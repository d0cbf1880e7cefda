import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS } from "#lib/clock";
import { lookUntilDecided, openRig, page, type Rig, START_AT } from "./rig.ts";

const hour = (n: number): string => new Date(START_AT + n * HOUR_MS).toISOString();

async function lookAtHour(rig: Rig, id: Awaited<ReturnType<Rig["article"]>>, n: number): Promise<string> {
  rig.clock.advance(START_AT + n * HOUR_MS - rig.clock.now());
  return (await lookUntilDecided(rig, id)).decision;
}

test("names that alone changed are an event between its bounds, and no version", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const put = (tag: string, names: string, modified: string) =>
    rig.pages.set("/a", { headers: { etag: tag }, body: page({ modified }).replace("Ada Quay", names) });
  put('"1"', "Ada Quay", hour(0));
  assert.equal(await lookAtHour(rig, id, 1), "first");
  put('"2"', "Bo Pier", hour(0));
  assert.equal(await lookAtHour(rig, id, 2), "same");
  assert.deepEqual(await rig.store.reader.changedBylines(id), []);
  // "Not modified" would prove nothing: the page is read again although its tag is known.
  for (const n of [3.5, 5]) assert.equal(await lookAtHour(rig, id, n), "same");
  const event = {
    articleId: id,
    versionNumber: 1,
    oldNames: ["Ada Quay"],
    newNames: ["Bo Pier"],
    oldModifiedAt: null,
    newModifiedAt: null,
    lastSeenOldAt: START_AT + HOUR_MS,
    seenAt: START_AT + 2 * HOUR_MS,
  };
  assert.deepEqual(await rig.store.reader.changedBylines(id), [event]);
  assert.equal((await rig.store.reader.versions(id)).length, 1);
});

test("names and date that changed together are one event", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page({ modified: hour(0) }));
  await lookAtHour(rig, id, 1);
  rig.pages.set("/a", page({ modified: hour(1.5) }).replace("Ada Quay", "Bo Pier"));
  for (const n of [2, 3.5, 5]) assert.equal(await lookAtHour(rig, id, n), "same");
  assert.deepEqual(await rig.store.reader.raisedDates(id), []);
  const [event, ...more] = await rig.store.reader.changedBylines(id);
  assert.deepEqual(more, []);
  assert.deepEqual([event?.oldModifiedAt, event?.newModifiedAt], [START_AT, START_AT + 1.5 * HOUR_MS]);
});

test("names that come with an edit are a part of its version", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  await lookAtHour(rig, id, 1);
  rig.pages.set("/a", page({ lead: "The harbour will close for 14 days in June." }).replace("Ada Quay", "Bo Pier"));
  assert.equal(await lookAtHour(rig, id, 2), "new");
  for (const n of [4, 6]) assert.equal(await lookAtHour(rig, id, n), "same");
  assert.deepEqual(await rig.store.reader.changedBylines(id), []);
});
