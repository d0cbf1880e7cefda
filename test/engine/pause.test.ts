import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Clock, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { FailureError } from "#model/failure";
import { openRig, page, type Rig } from "./rig.ts";

const GAP_MS = 10 * SECOND_MS;
const THERE = [{ address: "127.0.0.1", family: 4 as const }];

/** A host with one article that is due, whose name is looked up anew for each request, which does `meanwhile`. */
async function withStall(t: TestContext, { robotsKnown = true } = {}) {
  let meanwhile: (rig: Rig) => Promise<void> = async () => {};
  const resolve = async () => {
    const stall = meanwhile;
    meanwhile = async () => {};
    await stall(rig);
    return THERE;
  };
  const rig: Rig = await openRig(t, { gapMs: GAP_MS }, ":memory:", { resolve });
  // No connection is kept, so that each request has to make one.
  const headers = { "content-type": "text/plain", connection: "close" };
  rig.pages.set("/robots.txt", { headers, body: "" });
  rig.pages.set("/1", { headers: { connection: "close" }, body: page({ headline: "Quay to close for repairs" }) });
  const id = await rig.article("/1");
  if (robotsKnown) await rig.engine.driveTo(rig.clock, rig.clock.now() + 5 * SECOND_MS);
  rig.clock.advance(5 * MINUTE_MS);
  const asked = () => rig.requests.filter(({ path }) => path === (robotsKnown ? "/1" : "/robots.txt"));
  const stall = (next: typeof meanwhile) => {
    meanwhile = next;
  };
  return { rig, id, asked, stall };
}

const ELSEWHERE = "another machine";

/** As after a stop of the process, or a line that was down: the lease has run out, and another worker has the host. */
const takenOver = async ({ clock, store }: Rig): Promise<void> => {
  clock.advance(26 * SECOND_MS);
  assert.equal((await store.writer.leaseHosts(ELSEWHERE, clock.now(), 5 * MINUTE_MS, 10)).length, 1);
};

for (const robotsKnown of [true, false])
  test(`a worker that stood still while it connected sends nothing where another has taken over (${robotsKnown ? "a page" : "robots.txt"})`, async (t) => {
    const { rig, id, asked, stall } = await withStall(t, { robotsKnown });
    stall(takenOver);
    await rig.engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
    assert.equal(asked().length, 0);
    const { reader, writer } = rig.store;
    assert.equal((await reader.captures(id, { limit: 5 })).items.length, 0, "nothing was seen");
    assert.equal((await reader.article(id))!.status, "watched");
    const now = rig.clock.now();
    assert.deepEqual(await writer.leaseHosts("a third", now, MINUTE_MS, 10), [], "the lease of the other stands");
    const task = await reader.nextTask((await reader.article(id))!.hostId, now);
    assert.equal(task?.kind, "article", "it is due as before");
  });

test("it asks for leave again, and sends, where no one has", async (t) => {
  const { rig, asked, stall } = await withStall(t);
  stall(async ({ clock }) => clock.advance(26 * SECOND_MS));
  await rig.engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
  assert.equal(asked().length, 1);
});

test("the pause is counted from the request, however late in the turn it went out and whatever came of it", async (t) => {
  const { rig, id, asked, stall } = await withStall(t);
  // Late, but before the lease would be too short.
  stall(async ({ clock }) => clock.advance(8 * SECOND_MS));
  const { writer } = rig.store;
  const message = "The database was away for a moment.";
  Object.assign(writer, {
    recordLook: async () => {
      throw new FailureError({ advice: "stop", code: "store-away", message });
    },
  });
  await assert.rejects(rig.engine.driveTo(rig.clock, rig.clock.now() + 8 * SECOND_MS), { message });
  const sentAt = asked().at(-1)!.at;
  await writer.scheduleLook(id, sentAt);
  assert.deepEqual(await writer.leaseHosts(ELSEWHERE, sentAt + GAP_MS - 1, MINUTE_MS, 10), []);
  assert.equal((await writer.leaseHosts(ELSEWHERE, sentAt + GAP_MS, MINUTE_MS, 10)).length, 1);
});

test("a machine that was suspended asks who has the host, however young its lease looks to it", async (t) => {
  const { rig, id, asked, stall } = await withStall(t);
  const clock: Clock = rig.clock;
  // The world went on for a minute, and this machine's clock did not.
  stall(async ({ store }) => {
    const later = rig.clock.now() + MINUTE_MS;
    assert.equal((await store.writer.leaseHosts(ELSEWHERE, later, 5 * MINUTE_MS, 10)).length, 1);
    clock.isSure = () => false;
  });
  await rig.engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
  assert.equal(asked().length, 0);
  clock.isSure = () => true;
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 10 * MINUTE_MS);
  assert.equal(asked().length, 1, "it is asked when the other has let go");
  assert.equal((await rig.store.reader.captures(id, { limit: 5 })).items.length, 1);
});
