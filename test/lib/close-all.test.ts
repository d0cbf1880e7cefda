import assert from "node:assert/strict";
import { test } from "node:test";
import { closeAll } from "#lib/close-all";

test("one thing that cannot be closed keeps none of the others open, and its error is not lost", async () => {
  const closed: string[] = [];
  const close = (name: string, error?: string) => async () => {
    closed.push(name);
    if (error) throw new Error(error);
  };
  const all = closeAll([close("threads"), close("archive", "full"), close("lines", "cut"), close("store")]);
  await assert.rejects(all, /^Error: full$/);
  assert.deepEqual(closed, ["threads", "archive", "lines", "store"]);
});
