import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS, SECOND_MS } from "#lib/clock";
import type { Failure } from "#model/failure";
import { openRig, page } from "./rig.ts";

const failureOf = (result: { readonly ok: boolean; readonly failure?: Failure }): Failure => {
  assert.ok(!result.ok && result.failure);
  return result.failure;
};

test("a name that does not exist is said to be one", async (t) => {
  const rig = await openRig(t);
  const { code, message } = failureOf(await rig.engine.add("http://no-such-host.invalid/"));
  assert.equal(code, "robots-unreachable");
  assert.match(message, /^no-such-host\.invalid /);
});

test("who adds by hand need not wait for an unreachable robots.txt to be asked again; the watch does", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/robots.txt", { status: 503 });
  rig.pages.set("/news/harbour", page());
  const url = `${rig.base}/news/harbour`;
  assert.equal(failureOf(await rig.engine.add(url)).code, "robots-unreachable");
  rig.pages.delete("/robots.txt");
  const again = await rig.engine.add(url);
  assert.ok(again.ok, JSON.stringify(again));
});

test("stopped while it waits its turn, it adds nothing and leaves no mark", async (t) => {
  const rig = await openRig(t, { interactiveGapMs: 20 * SECOND_MS, gapMs: 20 * SECOND_MS });
  rig.pages.set(
    "/",
    '<title>Gazette</title><h2><a href="/news/a-story-of-the-harbour">A story of the harbour</a></h2>',
  );
  const stop = new AbortController();
  rig.clock.onSleep(() => setImmediate(() => stop.abort()));
  assert.equal(failureOf(await rig.engine.add(`${rig.base}/`, { signal: stop.signal })).code, "aborted");
  assert.deepEqual(await rig.store.reader.sources(), []);

  const id = await rig.article("/a");
  rig.clock.advance(HOUR_MS);
  assert.equal(failureOf(await rig.engine.look(id, AbortSignal.abort())).code, "aborted");
  assert.equal((await rig.store.reader.counts()).captures, 0);
});
