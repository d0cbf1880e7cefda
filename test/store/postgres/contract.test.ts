import { storeContract } from "../../contract/store.ts";
import { testServer } from "./server.ts";

const server = testServer();
storeContract("PostgreSQL", () => server.freshStore());
