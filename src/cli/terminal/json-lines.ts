import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { Exit } from "#cli/exit";

/** One line of a batch: its object, or why it is not one. Lines count from 1, empty ones included. */
export interface JsonLine {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
  /** Null when the line is a JSON object. */
  readonly error: string | null;
}

/** Longest line read, in bytes: two texts of ten megabytes with every character escaped. Only one line is in memory. */
const MAX_LINE_BYTES = 128 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * The lines of a file of JSON objects, or of standard input when it is called -, one at a time. A line that is not an object, or
 * is too long, is reported as such, and reading goes on.
 */
export async function* readJsonLines(file: string, cwd: string, most = MAX_LINE_BYTES): AsyncGenerator<JsonLine> {
  const path = resolve(cwd, file);
  if (file !== "-" && !statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new Exit("notFound", `There is no file ${file}.`);
  const input: AsyncIterable<Buffer> = file === "-" ? process.stdin : createReadStream(path);
  let line = 0;
  for await (const bytes of linesOf(input, most)) {
    line += 1;
    if (bytes === null) yield bad(line, `is longer than ${most} bytes`);
    else {
      const text = bytes.toString("utf8").trim();
      if (text !== "") yield parse(text, line);
    }
  }
}

/** The bytes of each line; null for one that is longer than `most`, which is skipped as it comes. */
async function* linesOf(input: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer) => {
    length += part.length;
    if (length > most) parts = [];
    else parts.push(part);
  };
  const take = (): Buffer | null => {
    const whole = length > most ? null : Buffer.concat(parts);
    parts = [];
    length = 0;
    return whole;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

const bad = (line: number, error: string): JsonLine => ({ line, value: {}, error: `line ${line} ${error}` });

function parse(text: string, line: number): JsonLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return bad(line, "is not JSON");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return { line, value: value as Record<string, unknown>, error: null };
  return bad(line, "is not a JSON object");
}
