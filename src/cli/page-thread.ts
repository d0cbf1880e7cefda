/** What a thread that makes pages runs. Compiled code is kept for the next start, which each thread has to ask for itself. */
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./make-pages.ts");
