import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "#fetch/turns";

test("work of one key waits for its turn, also behind a failure; other keys do not wait", async () => {
  const turns = new Turns();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = turns.take("a", async () => {
    await gate.promise;
    order.push("a1");
    throw new Error("fails");
  });
  const second = turns.take("a", async () => order.push("a2"));
  await turns.take("b", async () => order.push("b1"));
  assert.deepEqual(order, ["b1"]);
  gate.resolve();
  await assert.rejects(first);
  await second;
  assert.deepEqual(order, ["b1", "a1", "a2"]);
});
