/** Memory of a collation by the length of its texts; each length in a process of its own, so that nothing is left over. */
import { execFileSync } from "node:child_process";
import { collate } from "#collate/index";
import { printTable } from "../table.ts";
import { proseBody, STOCKS } from "./prose.ts";
import { Random } from "./random.ts";

/** Paragraphs a side: doubled each time, so that growth faster than linear shows in the last column. */
const SIZES = [1_000, 2_000, 4_000, 8_000, 16_000];
const SEED = 7;

interface Held {
  readonly words: number;
  /** What the process holds at its highest beyond what the texts themselves took, bytes. */
  readonly bytes: number;
}

function measure(paragraphs: number): Held {
  const random = new Random(SEED);
  const old = proseBody(random, STOCKS[0]!, paragraphs);
  const next = old.map((text) => (random.chance(0.3) ? text.replace(/\w+ \w+/, "other words") : text));
  // Code and its first heap are there before the texts are compared.
  collate(old.slice(0, 50), next.slice(0, 50));
  const before = process.resourceUsage().maxRSS * 1024;
  collate(old, next);
  const words = old.join(" ").split(" ").length + next.join(" ").split(" ").length;
  return { words, bytes: process.resourceUsage().maxRSS * 1024 - before };
}

export function runMemory(): void {
  const rows = SIZES.map((paragraphs) => {
    const out = execFileSync(process.execPath, [import.meta.filename, String(paragraphs)], { encoding: "utf8" });
    const { words, bytes } = JSON.parse(out) as Held;
    return [paragraphs, words, (bytes / 1e6).toFixed(0), (bytes / words).toFixed(0)];
  });
  printTable(
    "Memory, three of ten paragraphs edited",
    ["paragraphs", "words", "MB more at most", "bytes a word"],
    rows,
  );
}

const size = process.argv[2];
if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(measure(Number(size))));
