/** Child process of the benchmark: one extractor over one set, alone, so that memory and warm-up are its own. Prints JSON. */
import { join, resolve } from "node:path";
import { type BodyOf, EXTRACTORS } from "./extractors.ts";
import { BODY_SETS, type GoldPage, ownPages } from "./pages.ts";
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
/** So many pages warm a slow extractor up, which has one pass. */
const WARM_UP = 20;

/** `sample`: so many pages, evenly drawn; 0 for all. */
async function measure(extractor: string, set: string, data: string, sample: number): Promise<Measured> {
  const { open, isSlow } = EXTRACTORS[extractor]!;
  const bodyOf = open();
  const all = set === "own" ? ownPages(resolve(data)) : BODY_SETS[set]!(join(data, set));
  const step = sample === 0 ? 1 : Math.max(1, all.length / sample);
  const pages = all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  const first = isSlow ? await pass(pages.slice(0, WARM_UP), bodyOf) : await pass(pages, bodyOf);
  let bodies = first.bodies;
  const seconds: number[] = [];
  for (let i = 1; i < (isSlow ? 2 : PASSES); i++) {
    const counted = await pass(pages, bodyOf);
    seconds.push(counted.seconds);
    bodies = counted.bodies;
  }
  seconds.sort((a, b) => a - b);
  return {
    score: summarise(pages.map((page, i) => overlap(page.body ?? "", bodies[i]!))),
    pagesPerCpuSecond: pages.length / seconds[seconds.length >> 1]!,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

async function pass(pages: readonly GoldPage[], bodyOf: BodyOf) {
  const bodies: string[] = [];
  let micros = 0;
  for (const page of pages) {
    const html = page.html();
    const before = process.cpuUsage();
    bodies.push(await bodyOf(html, page.url));
    const used = process.cpuUsage(before);
    micros += used.user + used.system;
  }
  return { bodies, seconds: micros / 1e6 };
}

const [extractor, set, data, sample] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename)
  process.stdout.write(JSON.stringify(await measure(extractor!, set!, data!, Number(sample ?? 0))));
