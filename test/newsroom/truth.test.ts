import assert from "node:assert/strict";
import { test } from "node:test";
import { DrivenClock } from "#lib/clock";
import { openNewsroom } from "#newsroom/newsroom";
import type { Truth } from "#newsroom/truth";
import { ask, START_AT } from "./ask.ts";

test("truth.json is what truth() returns, and the same for the same seed", async () => {
  const options = { clock: new DrivenClock(START_AT), startAt: START_AT, scale: { hosts: 3, articles: 30 } };
  const rooms = [await openNewsroom({ ...options, seed: 5 }), await openNewsroom({ ...options, seed: 5 })] as const;
  const served = JSON.parse((await ask(rooms[0].port, "newsroom", "/truth.json")).text) as Truth;
  assert.deepEqual(served, rooms[0].truth());
  const withoutPort = (truth: Truth, port: number) => JSON.stringify(truth).replaceAll(`:${port}/`, "/");
  assert.equal(withoutPort(served, rooms[0].port), withoutPort(rooms[1].truth(), rooms[1].port));
  assert.equal(served.sources.length, 9);
  assert.ok(served.articles.some((article) => article.urls.length === 2));
  for (const room of rooms) await room.close();
});

test("a watcher that looks at every edit scores full marks", async () => {
  const newsroom = await openNewsroom({ clock: new DrivenClock(START_AT), startAt: START_AT, seed: 5 });
  const observed = newsroom.truth().articles.map((article) => ({
    url: article.urls[0]!,
    versions: [
      { number: 1, firstSeenAt: article.publishedAt, previousSeenAt: null },
      ...article.edits.map((edit, i) => ({ number: i + 2, firstSeenAt: edit.at, previousSeenAt: edit.at - 1 })),
    ],
  }));
  const result = newsroom.assess(observed);
  await newsroom.close();
  assert.equal(result.caught, result.edits);
  assert.deepEqual([result.falseVersions, result.missed, result.unknownUrls], [[], [], []]);
  assert.ok(result.caught > 80);
});

test("the script does not depend on the clock, hosts that no one opened are refused", async () => {
  const newsroom = await openNewsroom({ clock: new DrivenClock(0), startAt: START_AT, seed: 5 });
  assert.equal((await ask(newsroom.port, "h0001", "/")).status, 404);
  assert.equal((await ask(newsroom.port, "elsewhere", "/")).status, 404);
  const before = await ask(newsroom.port, "daily", new URL(newsroom.truth().articles[0]!.urls[0]!).pathname);
  assert.equal(before.status, 404);
  await newsroom.close();
});
