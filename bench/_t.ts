import { readAddresses } from "./read/addresses.ts";
import { startServer } from "./read/server.ts";
import { openDatabase } from "./watch/database.ts";

const t = performance.now();
const db = await openDatabase("sqlite", "/tmp/w/bench-cache/sqlite-1000-1000-2-60-e1");
if (process.argv[2]) await readAddresses(db);
const s = await startServer(db, "serve", null);
console.log(s.url, performance.now() - t);
await s.stop();
await db.remove();
console.log("stopped", performance.now() - t);
