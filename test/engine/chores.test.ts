import assert from "node:assert/strict";
import { test } from "node:test";
import { Chores } from "#engine/chores/chores";
import { openWorkshop } from "#engine/threads/workshop";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { lookUntilDecided, openRig, page, START_AT } from "./rig.ts";

const workshop = openWorkshop(0);

test("the ledger's day is closed at midnight, once, whoever works", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/1", page({ headline: "Story number 1" }));
  await lookUntilDecided(rig, await rig.article("/1"));
  await rig.engine.driveTo(rig.clock, START_AT + 3 * DAY_MS);
  const { items } = await rig.store.reader.ledger({ limit: 10 });
  assert.ok(items.length >= 2, `${items.length} days`);
  assert.equal(items.at(-1)!.versions, 1);
  for (const day of items) assert.ok(day.closedAt % DAY_MS < 12 * HOUR_MS, new Date(day.closedAt).toISOString());
  const [job] = (await rig.store.reader.jobs()).filter(({ name }) => name === "close-day");
  assert.equal(job!.failures, 0);
  assert.equal(job!.dueAt % DAY_MS, 0);
});

test("a closing with the clock far ahead stops no later one, in this process or the next", async (t) => {
  const { store, clock } = await openRig(t);
  const done: number[] = [];
  const daily = {
    name: "daily",
    nextAt: (now: number) => (Math.floor(now / DAY_MS) + 1) * DAY_MS,
    run: async () => {
      done.push(now);
      return "again" as const;
    },
  };
  let now = START_AT;
  const jumping = { now: () => now, sleep: clock.sleep.bind(clock) };
  const worker = (owner: string) => new Chores({ store, workshop, clock: jumping, log: silentLog, owner }, [daily]);
  const old = worker("old");
  await old.doDue();
  now = START_AT + 4000 * DAY_MS;
  await old.doDue();
  now = START_AT + HOUR_MS;
  const ahead = done.splice(0);
  assert.equal(ahead.length, 1, "closed with the wrong clock");
  for (const next of [old, worker("new")]) {
    await next.doDue();
    now += DAY_MS;
    await next.doDue();
    assert.equal(done.length, 1);
    assert.ok(done.pop()! <= START_AT + 3 * DAY_MS);
  }
});

test("a chore that fails is reported and tried again; another worker does not do it meanwhile", async (t) => {
  const rig = await openRig(t);
  const { store, clock } = rig;
  let runs = 0;
  const broken = {
    name: "mend",
    nextAt: (now: number) => now + DAY_MS,
    run: async () => {
      runs++;
      if (runs === 1) throw new Error("no thread");
      return "again" as const;
    },
  };
  const told: string[] = [];
  const log = { ...silentLog, error: (_: object, text: string) => void told.push(text) };
  const worker = (owner: string) => new Chores({ store, workshop, clock, log, owner }, [broken]);
  const [one, other] = [worker("one"), worker("other")];
  await one.doDue();
  assert.equal(runs, 0, "it is not due yet");
  clock.advance(DAY_MS);
  await one.doDue();
  await other.doDue();
  assert.equal(runs, 1);
  assert.ok(told.some((text) => text.includes("tried again in an hour")));
  assert.deepEqual(await store.reader.jobs(), [
    { name: "mend", key: "", dueAt: clock.now() + HOUR_MS, doneAt: null, failures: 1, lastError: "no thread" },
  ]);
  clock.advance(HOUR_MS);
  await other.doDue();
  await one.doDue();
  assert.equal(runs, 2);
  const [job] = await store.reader.jobs();
  assert.deepEqual([job!.failures, job!.dueAt], [0, clock.now() + DAY_MS]);
});

test("a chore with keys is done for each, at its own time, until it is over; a new key is noticed", async (t) => {
  const { store, clock } = await openRig(t);
  const done: string[] = [];
  const digest = {
    name: "digest",
    isKeyed: true,
    nextAt: (now: number) => now + DAY_MS,
    run: async (_: object, key: string) => {
      if (key === "desk-8" && !done.includes(key)) {
        done.push(key);
        throw new Error("no printer");
      }
      done.push(key);
      return key === "desk-9" ? ("over" as const) : ("again" as const);
    },
  };
  const worker = new Chores({ store, workshop, clock, log: silentLog, owner: "one" }, [digest]);
  await worker.doDue();
  assert.deepEqual([done, await store.reader.jobs()], [[], []], "no one has asked for a key");
  for (const key of ["desk-7", "desk-8", "desk-9"])
    await store.writer.ensureChore({ name: "digest", key }, clock.now());
  // Of a later release, which runs on the same database.
  await store.writer.ensureChore({ name: "unknown", key: "" }, clock.now());
  clock.advance(MINUTE_MS);
  await worker.doDue();
  assert.deepEqual(done, ["desk-7", "desk-8", "desk-9"]);
  const due = async () => (await store.reader.jobs()).map(({ name, key, dueAt }) => [name, key, dueAt - clock.now()]);
  assert.deepEqual(await due(), [
    ["digest", "desk-7", DAY_MS],
    ["digest", "desk-8", HOUR_MS],
    ["unknown", "", -MINUTE_MS],
  ]);
  clock.advance(HOUR_MS);
  await worker.doDue();
  assert.deepEqual(done.slice(3), ["desk-8"]);
});

test("a worker that is to stop begins no other chore", async (t) => {
  const { store, clock } = await openRig(t);
  const stop = new AbortController();
  let runs = 0;
  const run = async () => {
    runs++;
    stop.abort();
    return "again" as const;
  };
  const worker = new Chores({ store, workshop, clock, log: silentLog, owner: "one" }, [
    { name: "digest", isKeyed: true, nextAt: (now) => now + DAY_MS, run },
  ]);
  for (const key of ["desk-7", "desk-8"]) await store.writer.ensureChore({ name: "digest", key }, clock.now());
  await worker.doDue(stop.signal);
  assert.equal(runs, 1);
});
