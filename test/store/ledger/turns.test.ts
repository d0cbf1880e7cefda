import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS } from "#lib/clock";
import { openStore } from "#store/open";
import { addArticle, lookOf, openVersion, T0, textOf } from "../../contract/fixtures.ts";

test("closing a long day lets others have their turn", async () => {
  const store = await openStore(":memory:");
  try {
    for (let k = 0; k < 450; k++) {
      const id = await addArticle(store, `https://daily.example/${k}`);
      await openVersion(store, id, 0, textOf(`Weir ${k}`, "It was built in 1902."));
      for (let look = 1; look <= 5; look++) await store.writer.recordLook(lookOf(id, T0 + (look + 1) * HOUR_MS));
    }
    let turns = 0;
    let isClosed = false;
    const others = () => {
      turns += 1;
      if (!isClosed) setImmediate(others);
    };
    setImmediate(others);
    const day = await store.closeDay(T0 + 9 * HOUR_MS);
    isClosed = true;
    assert.deepEqual([day!.versions, day!.captures], [450, 2700]);
    // Three batches of versions, two of looks.
    assert.ok(turns >= 5, `${turns} turns`);
  } finally {
    await store.close();
  }
});
