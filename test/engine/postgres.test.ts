import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS, SECOND_MS } from "#lib/clock";
import { testServer } from "../store/postgres/server.ts";
import { openRig, page } from "./rig.ts";

const server = testServer();

test("the engine watches over a database server as it does over a file", async (t) => {
  const counts = [];
  for (const place of [":memory:", await server.freshDatabase()]) {
    const rig = await openRig(t, { gapMs: 10 * SECOND_MS }, place);
    rig.pages.set("/robots.txt", { headers: { "content-type": "text/plain" }, body: "" });
    for (let at = 0; at < 6; at++) {
      rig.pages.set(`/${at}`, page({ headline: `Story number ${at}` }));
      await rig.article(`/${at}`);
    }
    await rig.engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
    rig.pages.set("/3", page({ headline: "Story number three, corrected" }));
    rig.pages.set("/4", { status: 410 });
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 24 * HOUR_MS);
    counts.push(await rig.store.reader.counts());
    assert.deepEqual(await rig.store.check(), []);
  }
  assert.deepEqual(counts[1], counts[0]);
  assert.equal(counts[0]!.versions, 7);
});
