import assert from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openHistory } from "#archive/history";
import { createEngine } from "#engine/create";
import { importHistory } from "#engine/import/import";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { DAY_MS, DrivenClock, MINUTE_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { FailureError } from "#model/failure";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { warc } from "../archive/made-files.ts";
import { freshFolder } from "../archive/rig.ts";

const START_AT = Date.parse("2024-03-01T08:00:00Z");
const HOSTS = 4;
const STORIES = 8;
const VERSIONS = 2;

const WORDS = ["harbour", "council", "lock", "bridge", "winter", "vote", "school", "ferry", "budget", "storm"] as const;

/** Some five thousand letters, different for each story and each of its versions. */
const textOf = (story: number, version: number): string =>
  Array.from({ length: 12 }, (_, p) => {
    const words = Array.from({ length: 60 }, (_, w) => WORDS[(story * 7 + p * 3 + w * (version + 1)) % WORDS.length]);
    return `<p>Part ${p} of story ${story}, as told in ${version + 1}: ${words.join(" ")}.</p>`;
  }).join("");

function writeCrawl(file: string): void {
  const records = Array.from({ length: STORIES * VERSIONS }, (_, at) => {
    const [story, version] = [at % STORIES, Math.floor(at / STORIES)];
    const head = `<html lang="en"><head><meta property="og:type" content="article"><title>Story ${story}</title></head>`;
    return warc({
      url: `http://paper-${story % HOSTS}.example/stories/story-${story}`,
      date: new Date(START_AT + version * DAY_MS + story * MINUTE_MS).toISOString(),
      body: `${head}<body><article><h1>Story ${story}</h1>${textOf(story, version)}</article></body></html>`,
    });
  });
  writeFileSync(file, Buffer.concat(records));
}

/** Imports with threads, several hosts at a time, and closes all afterwards, whatever came of it. */
async function importInto(store: Store, crawl: string): Promise<void> {
  const settings = { ...DEFAULT_SETTINGS, threads: 2 };
  const fetcher = { fetch: async () => assert.fail("an import asks no one"), close: async () => {} };
  const clock = new DrivenClock(START_AT + 400 * DAY_MS);
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "importer" });
  const history = await openHistory([crawl], { maxBytes: 1_000_000 });
  try {
    await importHistory(engine, history, { hosts: HOSTS });
  } finally {
    await history.close();
    await engine.close();
  }
}

test("an import that a full disk ended can be run again, and no version is missing", async () => {
  const folder = freshFolder();
  const [crawl, file] = [join(folder, "crawl.warc"), join(folder, "variorum.db")];
  writeCrawl(crawl);
  await (await openStore(file)).close();
  const empty = statSync(file).size;
  for (const room of [60_000, 100_000]) {
    const small = await openStore(file, { maxBytes: empty + room });
    await assert.rejects(importInto(small, crawl), (error) => {
      assert.ok(error instanceof FailureError, String(error));
      return error.failure.code === "store-full";
    });
    // None of the captures was recorded as a look that failed: it would count as taken.
    const { versions, captures } = await small.reader.counts();
    assert.equal(captures, versions);
    await small.close();
  }
  const store = await openStore(file);
  await importInto(store, crawl);
  const { articles, versions, captures } = await store.reader.counts();
  assert.deepEqual([articles, versions, captures], [STORIES, STORIES * VERSIONS, STORIES * VERSIONS]);
  assert.deepEqual(await store.check(), []);
  await store.close();
});
