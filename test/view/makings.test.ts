import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { DrivenClock } from "#lib/clock";
import { fail, ok, type Result } from "#model/failure";
import { createMakings } from "#view/compare/makings";

const codeOf = (made: Result<unknown>): string => (made.ok ? "made" : made.failure.code);

/** A making that ends when it is told to. */
function controlled() {
  let finish: (made: Result<string>) => void = () => {};
  const made = new Promise<Result<string>>((resolve) => {
    finish = resolve;
  });
  return { made, finish };
}

suite("what costs much", () => {
  test("is made once for all who ask at a time, and again for who asks later", async () => {
    const makings = createMakings<string>(new DrivenClock(0), { atOnce: 2, waiting: 2 });
    let begun = 0;
    const { made, finish } = controlled();
    const asked = Array.from({ length: 20 }, () =>
      makings.make("a", undefined, async () => {
        begun += 1;
        return made;
      }),
    );
    finish(ok("whole"));
    assert.deepEqual(new Set((await Promise.all(asked)).map(codeOf)), new Set(["made"]));
    assert.equal(begun, 1);
    await makings.make("a", undefined, async () => {
      begun += 1;
      return ok("again");
    });
    assert.equal(begun, 2);
  });

  test("begins only when there is room, and is refused beyond the queue before anything is read", async () => {
    const makings = createMakings<string>(new DrivenClock(0), { atOnce: 1, waiting: 1 });
    const begun: string[] = [];
    const first = controlled();
    const work = (key: string, made: Promise<Result<string>>) => async () => {
      begun.push(key);
      return made;
    };
    const one = makings.make("one", undefined, work("one", first.made));
    const two = makings.make("two", undefined, work("two", Promise.resolve(ok("two"))));
    const three = await makings.make("three", undefined, work("three", Promise.resolve(ok("three"))));
    assert.equal(codeOf(three), "busy");
    assert.deepEqual(begun, ["one"]);
    first.finish(ok("one"));
    assert.deepEqual([codeOf(await one), codeOf(await two)], ["made", "made"]);
    assert.deepEqual(begun, ["one", "two"]);
  });

  test("stops when the last reader has gone, and not before", async () => {
    const makings = createMakings<string>(new DrivenClock(0), { atOnce: 1, waiting: 1 });
    const [a, b] = [new AbortController(), new AbortController()];
    let stop: AbortSignal | undefined;
    const { made, finish } = controlled();
    const work = async (signal: AbortSignal) => {
      stop = signal;
      return made;
    };
    const asked = [makings.make("x", a.signal, work), makings.make("x", b.signal, work)];
    await setImmediate();
    a.abort();
    assert.equal(codeOf(await asked[0]!), "reader-gone");
    assert.equal(stop?.aborted, false);
    b.abort();
    assert.equal(codeOf(await asked[1]!), "reader-gone");
    assert.equal(stop?.aborted, true);
    const again = makings.make("x", undefined, async () => ok("fresh"));
    finish(ok("too late"));
    assert.deepEqual(await again, ok("fresh"), "who comes after a stopped making gets one of their own");
  });

  test("who has gone gives up the place in the queue", async () => {
    const makings = createMakings<string>(new DrivenClock(0), { atOnce: 1, waiting: 1 });
    const first = controlled();
    const leaving = new AbortController();
    const one = makings.make("one", undefined, () => first.made);
    const two = makings.make("two", leaving.signal, async () => ok("two"));
    await setImmediate();
    leaving.abort();
    assert.equal(codeOf(await two), "reader-gone");
    const three = makings.make("three", undefined, async () => ok("three"));
    first.finish(ok("one"));
    assert.deepEqual([codeOf(await one), codeOf(await three)], ["made", "made"]);
  });

  test("is not tried again before the wait that a failure names is over", async () => {
    const clock = new DrivenClock(0);
    const makings = createMakings<string>(clock, { atOnce: 1, waiting: 1 });
    let tried = 0;
    const work = async () => {
      tried += 1;
      return fail("later", "out-of-memory", "Too much.", 60_000);
    };
    assert.equal(codeOf(await makings.make("x", undefined, work)), "out-of-memory");
    clock.advance(20_000);
    const remembered = await makings.make("x", undefined, work);
    assert.ok(!remembered.ok);
    assert.deepEqual([tried, remembered.failure.retryAfterMs], [1, 40_000]);
    clock.advance(40_000);
    await makings.make("x", undefined, work);
    assert.equal(tried, 2);
  });

  test("a fault leaves its place to the next", async () => {
    const makings = createMakings<string>(new DrivenClock(0), { atOnce: 1, waiting: 1 });
    await assert.rejects(
      makings.make("x", undefined, async () => {
        throw new Error("a disk is gone");
      }),
    );
    assert.deepEqual(await makings.make("x", undefined, async () => ok("well")), ok("well"));
  });
});
