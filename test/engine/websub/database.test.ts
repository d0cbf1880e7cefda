import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, MINUTE_MS } from "#lib/clock";
import { openStore } from "#store/open";
import { testServer } from "../../store/postgres/server.ts";
import { openHubRig, rss } from "../hub-rig.ts";
import { page } from "../rig.ts";

const server = testServer();

test("over a database server the page process takes the push, and a waiting worker of another process begins at once", async (t) => {
  const place = await server.freshDatabase();
  const rig = await openHubRig(t, {}, place);
  await rig.drive(MINUTE_MS);
  assert.equal((await rig.verify({ "hub.lease_seconds": "864000" })).status, 200);
  await rig.drive(DAY_MS);
  const due = (await rig.store.reader.feed(rig.feed))!.dueAt!;
  await rig.engine.driveTo(rig.clock, due + 6 * MINUTE_MS);
  const entry = { path: "/1", title: "Harbour board meets" };
  rig.pages.set("/1", page({ headline: entry.title }));
  rig.list([entry]);
  // Another process' eyes on the same database.
  const other = await openStore(place);
  t.after(() => other.close());
  let heard = () => {};
  const woken = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const stop = other.onDue(() => heard());
  assert.equal(await rig.push(rss(rig.base, [entry], null)), 202);
  await woken;
  stop();
  assert.equal((await other.reader.feed(rig.feed))!.dueAt, rig.clock.now());
  assert.ok(await other.reader.pendingPush(rig.feed));
  await rig.drive(MINUTE_MS);
  assert.equal((await other.reader.articleByUrl(`${rig.base}/1`))!.versionCount, 1);
  assert.equal(await other.reader.pendingPush(rig.feed), null);
  assert.deepEqual(await rig.store.check(), []);
});
