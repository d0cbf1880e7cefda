import { it } from "node:test";
import { openStore } from "#store/index";
import { moveStore } from "#store/move/move";
import { olderFile, readsOlder } from "../older/older.ts";
import { testServer } from "./server.ts";

const server = testServer();

it("holds what an older release wrote: the roots stand, and its sentences have their codes", async () => {
  const url = await server.emptyDatabase();
  await moveStore(olderFile(), url);
  const store = await openStore(url);
  await readsOlder(store);
  await store.close();
});
