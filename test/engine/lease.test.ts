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

/** The requests of a turn whose question for the next task took half a minute, in which `meanwhile` happens. */
async function askedAfterStall(t: Parameters<typeof openRig>[0], meanwhile: "nothing" | "taken over") {
  const rig = await openRig(t, { gapMs: 10 * SECOND_MS });
  rig.pages.set("/robots.txt", { headers: text, body: "" });
  rig.pages.set("/1", page({ headline: "Quay to close for repairs" }));
  await rig.article("/1");
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 5 * SECOND_MS);
  rig.clock.advance(5 * MINUTE_MS);
  const { reader, writer } = rig.store;
  const { nextTask } = reader;
  let taken = 0;
  Object.assign(reader, {
    nextTask: async (...asked: Parameters<typeof nextTask>) => {
      const task = await nextTask(...asked);
      rig.clock.advance(30 * SECOND_MS);
      if (meanwhile === "taken over")
        taken += (await writer.leaseHosts("another machine", rig.clock.now(), 5 * MINUTE_MS, 10)).length;
      return task;
    },
  });
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 40 * SECOND_MS);
  return { asked: rig.requests.filter(({ path }) => path === "/1").length, taken, writer, now: rig.clock.now() };
}

test("a worker that comes to its work too late asks nothing where another has taken over, whose lease stands", async (t) => {
  const { asked, taken, writer, now } = await askedAfterStall(t, "taken over");
  assert.deepEqual([asked, taken], [0, 1]);
  assert.deepEqual(await writer.leaseHosts("a third", now + MINUTE_MS, MINUTE_MS, 10), []);
});

test("and goes on where no one has", async (t) => {
  assert.equal((await askedAfterStall(t, "nothing")).asked, 1);
});
