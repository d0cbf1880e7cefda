import { openStore } from "#store/index";
import { sharedRevisionContract } from "../contract/revision.ts";
import { storeContract } from "../contract/store.ts";
import { freshFile } from "./folder.ts";

storeContract("SQLite in memory", () => openStore(":memory:"));
storeContract("an SQLite file", () => openStore(freshFile()));
sharedRevisionContract(async () => {
  const file = freshFile();
  return [await openStore(file), await openStore(file)];
});
