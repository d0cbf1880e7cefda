import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS } from "#lib/clock";
import { lookUntilDecided, openRig, page, type Rig, START_AT } from "./rig.ts";

const hour = (n: number): string => new Date(START_AT + n * HOUR_MS).toISOString();
const LEAD = "The harbour will close for 14 days in June.";

/** Looks at hour `n` after the start, and again as often as the engine asks to; tells what was decided. */
async function lookAtHour(rig: Rig, id: Awaited<ReturnType<Rig["article"]>>, n: number): Promise<string> {
  rig.clock.advance(START_AT + n * HOUR_MS - rig.clock.now());
  return (await lookUntilDecided(rig, id)).decision;
}

test("a raised date over the same text is an event between its bounds, and no version", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const met = (n: number, html: string) => {
    rig.pages.set("/a", html);
    return lookAtHour(rig, id, n);
  };
  assert.equal(await met(1, page({ modified: hour(0) })), "first");
  assert.equal(await met(2, page({ modified: hour(0), noise: "Cat rescued" })), "same");
  assert.equal(await met(3, page({ modified: hour(2.5) })), "same");
  assert.deepEqual(await rig.store.reader.raisedDates(id), []);
  assert.equal(await met(4, page({ modified: hour(2.5), noise: "Dog found" })), "same");
  const expected = {
    articleId: id,
    versionNumber: 1,
    oldModifiedAt: START_AT,
    newModifiedAt: START_AT + 2.5 * HOUR_MS,
    lastSeenOldAt: START_AT + 2 * HOUR_MS,
    seenAt: START_AT + 3 * HOUR_MS,
  };
  assert.deepEqual(await rig.store.reader.raisedDates(id), [expected]);
  assert.equal(await met(5, page({ modified: hour(2.5) })), "same");
  assert.equal(await met(6, page({ modified: hour(2.5), lead: LEAD })), "new");
  assert.equal(await met(7, page({ modified: hour(6.5), headline: "Harbour shut", lead: LEAD })), "new");
  assert.deepEqual(
    (await rig.store.reader.versions(id)).map((version) => version.dateRaised),
    [null, false, true],
  );
  assert.equal((await rig.store.reader.raisedDates(id)).length, 1);
});

test("a page that prints the present as its date makes no event", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  for (let n = 1; n < 12; n += 1) {
    rig.pages.set("/a", page({ modified: hour(n) }));
    assert.equal(await lookAtHour(rig, id, n), n === 1 ? "first" : "same");
  }
  rig.pages.set("/a", page({ modified: hour(12), lead: LEAD }));
  assert.equal(await lookAtHour(rig, id, 12), "new");
  assert.deepEqual(await rig.store.reader.raisedDates(id), []);
  assert.equal((await rig.store.reader.versions(id))[1]!.dateRaised, null);
});

test("a date raised together with a caption or the byline is an edit of those", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page({ modified: hour(0) }));
  await lookAtHour(rig, id, 1);
  rig.pages.set("/a", page({ modified: hour(1.5) }).replace("Ada Quay", "Bo Pier"));
  for (const n of [2, 3, 4]) assert.equal(await lookAtHour(rig, id, n), "same");
  assert.deepEqual(await rig.store.reader.raisedDates(id), []);
});

test("the date of an edit that a cache printed late belongs to the edit", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page({ modified: hour(0) }));
  await lookAtHour(rig, id, 1);
  rig.pages.set("/a", page({ modified: hour(0), lead: LEAD }));
  assert.equal(await lookAtHour(rig, id, 2), "new");
  assert.equal((await rig.store.reader.versions(id))[1]!.dateRaised, false);
  rig.pages.set("/a", page({ modified: hour(1.5), lead: LEAD }));
  for (const n of [3, 4]) assert.equal(await lookAtHour(rig, id, n), "same");
  assert.deepEqual(await rig.store.reader.raisedDates(id), []);
  assert.equal((await rig.store.reader.versions(id))[1]!.dateRaised, true);
});

test("while a raised date has yet to prove itself the page is read, and 304 does not stand for it", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const put = (tag: string, modified: string) =>
    rig.pages.set("/a", { headers: { etag: tag }, body: page({ modified }) });
  put('"1"', hour(0));
  await lookAtHour(rig, id, 1);
  put('"2"', hour(1.5));
  await lookAtHour(rig, id, 2);
  await lookAtHour(rig, id, 3);
  const asked = rig.requests.filter(({ path }) => path === "/a");
  assert.equal(asked.at(-1)!.headers["if-none-match"], undefined);
  assert.equal((await rig.store.reader.raisedDates(id)).length, 1);
});

test("a page does not come from the day after tomorrow", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page({ modified: hour(72) }));
  assert.equal(await lookAtHour(rig, id, 1), "first");
  assert.equal((await rig.store.reader.versions(id))[0]!.modifiedAt, null);
});
