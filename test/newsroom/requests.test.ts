import assert from "node:assert/strict";
import { test } from "node:test";
import { DrivenClock, HOUR_MS, SECOND_MS } from "#lib/clock";
import { openNewsroom } from "#newsroom/newsroom";
import { RequestLog } from "#newsroom/requests";
import { ask, START_AT } from "./ask.ts";

test("requests are counted by host, with gaps in the time of the clock and robots violations", async () => {
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 1 });
  await ask(newsroom.port, "daily", "/robots.txt");
  await ask(newsroom.port, "daily", "/");
  clock.advance(30 * SECOND_MS);
  await ask(newsroom.port, "daily", "/search?q=tram");
  clock.advance(12 * SECOND_MS);
  await ask(newsroom.port, "daily", "/rss.xml");
  await ask(newsroom.port, "wire", "/");
  const byHost = new Map(newsroom.requests().map((host) => [host.host, host]));
  await newsroom.close();
  assert.deepEqual(byHost.get("daily"), {
    host: "daily",
    count: 4,
    smallestGapMs: 12_000,
    concurrentPeak: 1,
    robotsViolations: 1,
  });
  assert.equal(byHost.get("wire")?.smallestGapMs, null);
});

test("requests under way at the same time make the peak; a slow answer waits on the clock it was given", async () => {
  const clock = new DrivenClock(START_AT + 2.5 * HOUR_MS);
  const delays = new DrivenClock(0);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 1, delays, slowMs: 5000 });
  const path = new URL(newsroom.truth().articles.find((a) => a.urls[0]!.includes("ferry"))!.urls[0]!).pathname;
  const both = Promise.all([ask(newsroom.port, "daily", path), ask(newsroom.port, "daily", path)]);
  while (delays.asleep < 2) await new Promise(setImmediate);
  delays.advance(5000);
  assert.deepEqual(
    (await both).map((answer) => answer.status),
    [200, 200],
  );
  assert.equal(newsroom.requests()[0]?.concurrentPeak, 2);
  assert.equal(newsroom.requests()[0]?.smallestGapMs, 0);
  await newsroom.close();
});

test("the request that follows a redirect is no breach of the gap", () => {
  const log = new RequestLog();
  log.begin("daily", "/old", 0, []);
  log.redirected("daily", "/new");
  log.begin("daily", "/new", 0, []);
  log.begin("daily", "/other", 9000, []);
  assert.equal(log.report()[0]?.smallestGapMs, 9000);
});
