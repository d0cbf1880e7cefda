/**
 * Learns which labels to believe, and how much an edit matters: `node train/claims.ts --data DIR` writes
 * src/collate/judgement/models.json. With --marks FILE it learns as well from what an operator called wrong (`variorum labels
 * --training`). The same pairs and the same rules give the same file: run it again when a rule changes. How the models do on edits they
 * have not seen is printed by `npm run bench -- claims --data DIR`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { examplesIn, type MarkedPair } from "./claims/examples.ts";
import { learn } from "./claims/learn.ts";

const FILE = join(import.meta.dirname, "..", "src", "collate", "judgement", "models.json");

const { data, marks } = parseArgs({ options: { data: { type: "string" }, marks: { type: "string" } } }).values;
if (data === undefined) {
  process.stderr.write("Usage: node train/claims.ts --data DIR [--marks FILE]\n");
  process.exitCode = 2;
} else {
  const examples = examplesIn(resolve(data), marks === undefined ? [] : readMarks(resolve(marks)));
  const model = `${JSON.stringify(learn(examples), null, 2)}\n`;
  writeFileSync(FILE, model);
  process.stdout.write(`models.json: ${examples.length} edits, ${model.length} bytes\n`);
}

function readMarks(file: string): readonly MarkedPair[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as MarkedPair);
}
