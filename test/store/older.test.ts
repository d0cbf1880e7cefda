import { it } from "node:test";
import { openStore } from "#store/index";
import { olderFile, readsOlder } from "./older/older.ts";

it("opens what an older release wrote: the roots stand, and its sentences have their codes", async () => {
  const store = await openStore(olderFile());
  await readsOlder(store);
  await store.close();
});
