import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE_MS, SECOND_MS } from "#lib/clock";
import { openRig, page } from "./rig.ts";

const text = { "content-type": "text/plain" };

/** What another machine would get while the worker of the rig asks the host, and so long after. */
async function freeFor(t: Parameters<typeof openRig>[0], robots: string, laterMs: number): Promise<number> {
  const rig = await openRig(t, { gapMs: 10 * SECOND_MS });
  rig.pages.set("/robots.txt", { headers: text, body: robots });
  rig.pages.set("/1", page({ headline: "Quay to close for repairs" }));
  await rig.article("/1");
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 5 * SECOND_MS);
  // As if the worker died in the middle of its next request: what it would do when that ends never comes.
  const died = () => new Promise<never>(() => {});
  Object.assign(rig.store.writer, { recordLook: died, releaseHost: died });
  rig.clock.advance(5 * MINUTE_MS);
  void rig.engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
  while (!rig.requests.some(({ path }) => path === "/1")) await new Promise((resolve) => setImmediate(resolve));
  const asked = rig.requests.at(-1)!.at;
  return (await rig.store.writer.leaseHosts("another machine", asked + laterMs, MINUTE_MS, 10)).length;
}

test("what a killed worker held is free for others within half a minute", async (t) => {
  assert.equal(await freeFor(t, "", 24 * SECOND_MS), 0);
  assert.equal(await freeFor(t, "", 26 * SECOND_MS), 1);
});

test("but not before the wait that the host asks for is over", async (t) => {
  const slow = "User-agent: *\nCrawl-delay: 120";
  assert.equal(await freeFor(t, slow, 119 * SECOND_MS), 0);
  assert.equal(await freeFor(t, slow, 150 * SECOND_MS), 1);
});
