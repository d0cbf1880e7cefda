import assert from "node:assert/strict";
import { test } from "node:test";
import { openRig, page } from "./rig.ts";

test("an idle worker begins with what is made due meanwhile, without waiting for its next look at the queue", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/robots.txt", { headers: { "content-type": "text/plain" }, body: "" });
  rig.pages.set("/1", page({ headline: "Made due by hand" }));
  const stopping = new AbortController();
  // The clock stands still: no alarm ever rings.
  const idle = new Promise<void>((resolve) => {
    const stop = rig.clock.onSleep(() => {
      stop();
      resolve();
    });
  });
  let looked = () => {};
  const done = new Promise<void>((resolve) => {
    looked = resolve;
  });
  const running = rig.engine.run({ signal: stopping.signal, onEvent: () => looked() });
  await idle;
  await rig.article("/1");
  await done;
  stopping.abort();
  await running;
  assert.equal((await rig.store.reader.counts()).versions, 1);
});
