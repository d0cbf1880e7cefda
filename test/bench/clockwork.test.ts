import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_PATTERNS } from "#model/source";
import { openStore } from "#store/open";
import { Clockwork } from "../../bench/watch/clockwork.ts";
import { openDatabase } from "../../bench/watch/database.ts";

const START_AT = Date.UTC(2026, 4, 4, 6, 0);

/** A database in which as many hosts wait as workers should have before them, so that the bench keeps time back. */
async function withWaitingHost(work: (clockwork: Clockwork, told: number[]) => Promise<void>): Promise<void> {
  const database = await openDatabase("sqlite");
  const store = await openStore(database.place);
  try {
    const home = "https://gazette.example/";
    const { id } = await store.writer.addSource({ name: "G", homeUrl: home, patterns: NO_PATTERNS }, START_AT);
    const found = { url: `${home}1`, title: null, publishedAt: null, updatedAt: null };
    await store.writer.addArticles(id, [found], START_AT);
    const told: number[] = [];
    await work(
      new Clockwork(
        database,
        START_AT,
        async (now) => void told.push(now - START_AT),
        () => 1,
      ),
      told,
    );
  } finally {
    await store.close();
    await database.remove();
  }
}

test("time creeps on while hosts wait, so that a worker that found nothing an instant ago asks again", () =>
  withWaitingHost(async (clockwork, told) => {
    await clockwork.runUntil(3, async () => told.length);
    assert.deepEqual(told, [1, 2, 3]);
  }));

test("a bench whose workers stand still ends, and says how things stood", () =>
  withWaitingHost(async (clockwork) => {
    const message = /stand still at 0 of 9: 1 hosts wait, next due -?0\.0 s away, first end of a lease none/;
    await assert.rejects(
      clockwork.runUntil(9, async () => 0, 0),
      message,
    );
  }));
