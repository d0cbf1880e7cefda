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
  // Which host's turn ends first is not the same each time, and what is learned of a host moves a later look by a little.
  const [file, other] = counts.map(({ captures, ...rest }) => ({ captures, rest }));
  assert.deepEqual(other!.rest, file!.rest);
  assert.ok(Math.abs(other!.captures - file!.captures) <= 3, `${file!.captures} and ${other!.captures} looks`);
  assert.equal(file!.rest.versions, 7);
});
