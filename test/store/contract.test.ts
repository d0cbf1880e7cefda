import { openStore } from "#store/index";
import { storeContract } from "../contract/store.ts";
import { freshFile } from "./folder.ts";

storeContract("SQLite in memory", () => openStore(":memory:"));
storeContract("an SQLite file", () => openStore(freshFile()));
