import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { Exit } from "./exit.ts";

/** The lines of a file of JSON objects, or of standard input when it is called -. A line that is no object ends the command. */
export async function* readJsonLines(file: string, cwd: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const path = resolve(cwd, file);
  if (file !== "-" && !statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new Exit("notFound", `There is no file ${file}.`);
  const input = file === "-" ? process.stdin : createReadStream(path);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== "") yield parse(line, `${file}, line ${number}`);
  }
}

function parse(line: string, where: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Exit("failed", `${where} is not JSON.`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Exit("failed", `${where} is not a JSON object.`);
}
