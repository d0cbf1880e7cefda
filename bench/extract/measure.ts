/** Child process of the benchmark: one extractor over one set, alone, so that memory and warm-up are its own. Prints JSON. */
import { join, resolve } from "node:path";
import { EXTRACTORS } from "./extractors.ts";
import { BODY_SETS, ownPages } from "./pages.ts";
import { overlap, type Score, summarise } from "./score.ts";

export interface Measured {
  readonly score: Score;
  /** Median of the passes; extraction and parsing, without reading and decompressing the files. */
  readonly pagesPerCpuSecond: number;
  /** Largest resident set of the process, bytes, its node included. */
  readonly peakBytes: number;
}

/** The first pass warms the compiler up and is not counted. */
const PASSES = 4;

function measure(extractor: string, set: string, data: string): Measured {
  const bodyOf = EXTRACTORS[extractor]!;
  const pages = set === "own" ? ownPages(resolve(data)) : BODY_SETS[set]!(join(data, set));
  const seconds: number[] = [];
  let bodies: string[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    let micros = 0;
    bodies = pages.map((page) => {
      const html = page.html();
      const before = process.cpuUsage();
      const body = bodyOf(html, page.url);
      const used = process.cpuUsage(before);
      micros += used.user + used.system;
      return body;
    });
    if (pass > 0) seconds.push(micros / 1e6);
  }
  seconds.sort((a, b) => a - b);
  return {
    score: summarise(pages.map((page, i) => overlap(page.body ?? "", bodies[i]!))),
    pagesPerCpuSecond: pages.length / seconds[seconds.length >> 1]!,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

const [extractor, set, data] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(measure(extractor!, set!, data!)));
