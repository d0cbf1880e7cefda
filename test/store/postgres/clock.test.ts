import assert from "node:assert/strict";
import { test } from "node:test";
import { testServer } from "./server.ts";

const server = testServer();

test("tells its own time", async () => {
  const store = await server.freshStore();
  const before = Date.now();
  const told = await store.serverNow!();
  assert.ok(told >= before - 1 && told <= Date.now() + 1, `${told} is not between ${before} and now`);
  await store.close();
});
