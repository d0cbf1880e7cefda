/**
 * Learns which labels to believe, and how much an edit matters: `node train/claims.ts --data DIR` writes
 * src/collate/judgement/models.json. The same pairs and the same rules give the same file: run it again when a rule changes. How the
 * models do on edits they have not seen is printed by `npm run bench -- claims --data DIR`.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { examplesIn } from "./claims/examples.ts";
import { learn } from "./claims/learn.ts";

const FILE = join(import.meta.dirname, "..", "src", "collate", "judgement", "models.json");

const { data } = parseArgs({ options: { data: { type: "string" } } }).values;
if (data === undefined) {
  process.stderr.write("Usage: node train/claims.ts --data DIR\n");
  process.exitCode = 2;
} else {
  const examples = examplesIn(resolve(data));
  const model = `${JSON.stringify(learn(examples), null, 2)}\n`;
  writeFileSync(FILE, model);
  process.stdout.write(`models.json: ${examples.length} edits, ${model.length} bytes\n`);
}
