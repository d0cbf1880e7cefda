import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { linesOf, readRecorded, writeRecorded } from "./recorded.ts";

const file = join(import.meta.dirname, "recorded.txt");
const texts = readRecorded(readFileSync(file, "utf8"));
writeFileSync(file, writeRecorded(texts.map(({ versions }) => ({ versions, lines: linesOf(versions) }))));
