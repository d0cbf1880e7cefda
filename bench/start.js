// Starts the benchmarks as the executable starts the program: with compiled code from the cache. See bin/variorum.js.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./main.ts");
