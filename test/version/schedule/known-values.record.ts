import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { KNOWN } from "./known-values.ts";

const values = Object.entries(KNOWN).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value())}`);
writeFileSync(join(import.meta.dirname, "known-values.json"), `{\n${values.join(",\n")}\n}\n`);
