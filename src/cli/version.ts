import { readFileSync } from "node:fs";

/** From package.json, two folders up in a checkout (src/cli) and in the published package (dist/cli) alike. */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
