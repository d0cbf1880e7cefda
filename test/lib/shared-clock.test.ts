import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { SharedClock } from "#lib/shared-clock";

test("a clock goes by the reference, whatever this machine's own says, and never back", async (t) => {
  const reference = { at: 1_000_000, tookMs: 0 };
  let elapsed = 500;
  const ask = async () => {
    elapsed += reference.tookMs;
    return reference.at;
  };
  const clock = await SharedClock.open(ask, () => elapsed);
  t.after(() => clock.stop());
  assert.equal(clock.now(), 1_000_000);
  const real = Date.now;
  Date.now = () => 42;
  try {
    elapsed += 250;
    assert.equal(clock.now(), 1_000_250, "the system's clock has no say");
  } finally {
    Date.now = real;
  }
  // Ahead of the reference by 150 ms: it stands until the reference has caught up.
  reference.at = 1_000_100;
  await clock.synchronise();
  assert.equal(clock.now(), 1_000_250);
  elapsed += 100;
  assert.equal(clock.now(), 1_000_250);
  elapsed += 100;
  assert.equal(clock.now(), 1_000_300);
});

test("an answer that took long counts for nothing, until what is known has become as unsure", async (t) => {
  const reference = { at: 0, tookMs: 10 };
  let elapsed = 0;
  const ask = async () => {
    elapsed += reference.tookMs;
    return reference.at;
  };
  const clock = await SharedClock.open(ask, () => elapsed);
  t.after(() => clock.stop());
  const before = clock.now();
  // The line was cut for three seconds; the reference answers when it is repaired, and is late by half of it.
  reference.at = 3000;
  reference.tookMs = 3000;
  await clock.synchronise();
  assert.equal(clock.now(), before + 3000, "not 1,500 ms ahead");
  // The machine slept for an hour, which its clock that only goes on did not see.
  reference.at = 4_600_000;
  reference.tookMs = 12;
  await clock.synchronise();
  assert.equal(clock.now(), 4_600_006);
});

test("a reference that is away at the start is reported; later the clock goes on by itself", async (t) => {
  await assert.rejects(
    SharedClock.open(() => Promise.reject(new Error("away"))),
    /away/,
  );
  let away = false;
  const clock = await SharedClock.open(
    () => (away ? Promise.reject(new Error("away")) : Promise.resolve(10)),
    () => 0,
  );
  t.after(() => clock.stop());
  away = true;
  await assert.rejects(clock.synchronise(), /away/);
  assert.equal(clock.now(), 10);
});

test("a machine that was suspended, or given another time, is not sure until the reference has answered", async (t) => {
  const reference = { at: 1_000_000, away: false };
  const machine = { elapsed: 0, wall: 5_000 };
  const ask = async () => {
    if (reference.away) throw new Error("away");
    machine.elapsed += 40;
    machine.wall += 40;
    reference.at += 40;
    return reference.at - 20;
  };
  const clock = await SharedClock.open(
    ask,
    () => machine.elapsed,
    () => machine.wall,
  );
  t.after(() => clock.stop());
  const both = (ms: number) => {
    machine.elapsed += ms;
    machine.wall += ms;
    reference.at += ms;
  };
  both(60_000);
  assert.equal(clock.isSure(), true, "time that passes is no jump");
  const before = clock.now();
  // Suspended for an hour: the clock that only goes on stood still.
  machine.wall += 3_600_000;
  reference.at += 3_600_000;
  reference.away = true;
  assert.equal(clock.isSure(), false);
  await setImmediate();
  assert.equal(clock.isSure(), false, "the reference has not answered");
  await setImmediate();
  assert.equal(clock.now(), before, "nothing is made up");
  reference.away = false;
  assert.equal(clock.isSure(), false);
  await setImmediate();
  assert.equal(clock.isSure(), true);
  assert.equal(clock.now(), reference.at);
  // Given a time a year back: the reference says that nothing has changed.
  machine.wall -= 365 * 86_400_000;
  both(1_000);
  assert.equal(clock.isSure(), false);
  await setImmediate();
  assert.deepEqual([clock.isSure(), clock.now()], [true, reference.at]);
});
