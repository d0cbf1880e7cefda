import { openStore } from "#store/open";
import { storeLaws } from "../../contract/laws.ts";
import { sharedRevisionContract } from "../../contract/revision.ts";
import { searchWindowContract } from "../../contract/search-window.ts";
import { storeContract } from "../../contract/store.ts";
import { testServer } from "./server.ts";

const server = testServer();
storeContract("PostgreSQL", () => server.freshStore());
storeLaws(() => server.freshStore(), 15);
searchWindowContract((searchWindow) => server.freshStore({ searchWindow, connections: 2 }));
sharedRevisionContract(async () => {
  const url = await server.freshDatabase();
  return [await openStore(url), await openStore(url)];
});
