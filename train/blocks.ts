/**
 * Learns the block classifier: `node train/blocks.ts --data DIR` writes src/extract/model/blocks.json. The same pages give the
 * same file. How it does on pages it has not seen is printed by `npm run bench -- extract --data DIR --folds`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { learnBlocks } from "./learn.ts";
import { lessons } from "./pages.ts";

const MODELS = join(import.meta.dirname, "..", "src", "extract", "model");

const { data } = parseArgs({ options: { data: { type: "string" } } }).values;
if (data === undefined) {
  process.stderr.write("Usage: node train/blocks.ts --data DIR\n");
  process.exitCode = 2;
} else {
  const all = [...lessons(resolve(data))];
  const model = `${JSON.stringify(learnBlocks(all), null, 2)}\n`;
  mkdirSync(MODELS, { recursive: true });
  writeFileSync(join(MODELS, "blocks.json"), model);
  process.stdout.write(`blocks.json: ${all.length} pages, ${model.length} bytes\n`);
}
