import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseRobots } from "#fetch/robots";
import { readFlags } from "./flags.ts";

interface Vector {
  readonly test: string;
  readonly robots: string;
  readonly agent: string;
  readonly url: string;
  readonly allowed: boolean;
}

export const FLAGS = {};

/** Vectors of Google's robots.txt parser under DIR/robots-dev: passed, total, the failing ones, time for a large file. */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  readFlags(flags, FLAGS);
  if (data === undefined) throw new Error("The robots benchmark needs --data DIR (with robots-dev/ in it).");
  const lines = (await readFile(join(data, "robots-dev", "google-robotstxt.jsonl"), "utf8")).split("\n");
  const vectors = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Vector);
  const failing = vectors.filter(
    ({ robots, agent, url, allowed }) => parseRobots(robots, agent).allows(url) !== allowed,
  );
  console.log("vectors        passed  total");
  console.log(`robots-dev     ${String(vectors.length - failing.length).padStart(6)}  ${vectors.length}`);
  for (const { test, robots, agent, url, allowed } of failing) {
    console.log(
      `  ${test}: ${agent} ${url} should be ${allowed ? "allowed" : "disallowed"} by ${JSON.stringify(robots)}`,
    );
  }
  measureLargeFile();
}

function measureLargeFile(): void {
  const rules = Array.from({ length: 20_000 }, (_, i) => `Disallow: /*/archive-${i}/*.html$`);
  const text = `User-agent: *\n${rules.join("\n")}`;
  const startedAt = performance.now();
  const robots = parseRobots(text, "Variorum");
  const parsedAt = performance.now();
  for (let i = 0; i < 20; i++) robots.allows(`https://news.example/section/archive-${i}/story.htm`);
  const askedAt = performance.now();
  console.log(
    `\n500 KiB of rules: read in ${(parsedAt - startedAt).toFixed(1)} ms, one question ${((askedAt - parsedAt) / 20).toFixed(2)} ms`,
  );
}
