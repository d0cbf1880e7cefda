import assert from "node:assert/strict";
import { test } from "node:test";
import { DrivenClock } from "#lib/clock";
import { FailureError } from "#model/failure";
import { patiently } from "../../src/cli/patience.ts";

const away = () => new FailureError({ advice: "retry", code: "store-unreachable", message: "The server is away." });
const signal = new AbortController().signal;

/** A clock that passes as soon as somebody sleeps, and notes for how long. */
function hurried(): { clock: DrivenClock; waits: number[] } {
  const clock = new DrivenClock(0);
  const waits: number[] = [];
  clock.onSleep(() => {
    const before = clock.now();
    queueMicrotask(() => {
      clock.wakeNext();
      waits.push(clock.now() - before);
    });
  });
  return { clock, waits };
}

test("a server that is away is asked again, ever less often, and each time it is reported", async () => {
  const { clock, waits } = hurried();
  const told: string[] = [];
  let asked = 0;
  const open = async () => {
    if (++asked <= 8) throw away();
    return "open";
  };
  assert.equal(await patiently(open, signal, (message) => told.push(message), clock), "open");
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  assert.equal(told.length, 8);
});

test("what waiting does not repair is reported at once", async () => {
  const foreign = new FailureError({ advice: "stop", code: "store-foreign", message: "Not ours." });
  await assert.rejects(
    patiently(
      () => Promise.reject(foreign),
      signal,
      () => {},
    ),
    /Not ours/,
  );
});

test("whoever is asked to stop waits no longer", async () => {
  const stop = new AbortController();
  const tell = () => stop.abort();
  await assert.rejects(
    patiently(() => Promise.reject(away()), stop.signal, tell),
    /The server is away/,
  );
});
