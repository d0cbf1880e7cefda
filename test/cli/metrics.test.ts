import assert from "node:assert/strict";
import { test } from "node:test";
import { DrivenClock } from "#lib/clock";
import { createMetrics } from "../../src/cli/metrics.ts";
import { openRig, page, START_AT } from "../engine/rig.ts";

test("what the engine does is counted: looks by outcome, versions, lateness, reading, the queue", async (t) => {
  const clock = new DrivenClock(START_AT);
  let metrics: ReturnType<typeof createMetrics> | undefined;
  const meter = {
    turn: (...told: Parameters<ReturnType<typeof createMetrics>["meter"]["turn"]>) => metrics!.meter.turn(...told),
    read: (ms: number) => metrics!.meter.read(ms),
  };
  const rig = await openRig(t, {}, ":memory:", { meter });
  metrics = createMetrics(rig.store.reader, rig.clock);
  rig.pages.set("/1", page({ headline: "Story number 1" }));
  await rig.article("/1");
  await rig.article("/2");
  assert.match(await metrics.text(), /^variorum_queue_due 2$/m);
  await rig.engine.driveTo(rig.clock, clock.now() + 1000);
  const text = await metrics.text();
  for (const line of [
    'variorum_looks_total{outcome="changed",decision="first"} 1',
    'variorum_looks_total{outcome="gone",decision="none"} 1',
    "variorum_versions_total 1",
    "variorum_extraction_seconds_count 1",
    'variorum_lag_seconds_count{kind="look"} 2',
    "variorum_queue_due 0",
  ])
    assert.ok(text.split("\n").includes(line), `${line}\n---\n${text.replace(/^(?!variorum).*\n/gm, "")}`);
});

test("pushes are counted by what became of them, requests to hubs by whether they were taken", async (t) => {
  const rig = await openRig(t);
  const { meter, pushed, text } = createMetrics(rig.store.reader, rig.clock);
  pushed("taken");
  pushed("taken");
  pushed("unsigned");
  meter.turn({ kind: "hub", url: "https://hub.example/", report: { isTaken: true, reason: null } }, 2000);
  meter.turn(
    { kind: "hub", url: "https://hub.example/", report: { isTaken: false, reason: { code: "sentence", text: "no" } } },
    0,
  );
  const lines = (await text()).split("\n");
  for (const line of [
    'variorum_pushes_total{outcome="taken"} 2',
    'variorum_pushes_total{outcome="unsigned"} 1',
    'variorum_hub_requests_total{result="taken"} 1',
    'variorum_hub_requests_total{result="failed"} 1',
    'variorum_lag_seconds_count{kind="hub"} 2',
  ])
    assert.ok(lines.includes(line), line);
});
