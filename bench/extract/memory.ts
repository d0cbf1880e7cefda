/** Child process of the benchmark: reads pages over and over and prints, as JSON, what memory is in use on the way. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { extract } from "#extract/index";
import { BODY_SETS } from "./pages.ts";

export interface Memory {
  readonly pages: number;
  readonly heapBytes: number;
  readonly residentBytes: number;
}

const PAGES = 10_000;
const STEP = 1_000;

function measure(data: string): readonly Memory[] {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const pages = Object.entries(BODY_SETS).flatMap(([set, load]) => load(join(data, set)));
  const steps: Memory[] = [];
  for (let read = 1; read <= PAGES; read++) {
    const page = pages[read % pages.length]!;
    extract(page.html(), { url: page.url });
    if (read % STEP !== 0) continue;
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    steps.push({ pages: read, heapBytes: heapUsed, residentBytes: rss });
  }
  return steps;
}

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(measure(process.argv[2]!)));
