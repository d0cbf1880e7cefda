import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import eld from "eld/medium";
import { proseBody, STOCKS } from "./prose.ts";
import { Random } from "./random.ts";

/** A text with its language, so that foreign material can be taken from one of the same. */
export interface Body {
  readonly paragraphs: readonly string[];
  readonly language: string;
}

/** Real articles as lists of paragraphs, of those sets that are there; fewer than `least` paragraphs are left out. */
export function realBodies(data: string, least: number): Body[] {
  return [...extractionBodies(data), ...newsBodies(data)]
    .map((body) => body.map((p) => p.replace(/\s+/g, " ").trim()).filter((p) => p !== ""))
    .filter((body) => body.length >= least)
    .map((paragraphs) => ({ paragraphs, language: eld.detect(paragraphs.join(" ").slice(0, 2000)).language }));
}

function extractionBodies(data: string): string[][] {
  const path = join(data, "extraction-dev/ground-truth.json");
  if (!existsSync(path)) return [];
  const truth = JSON.parse(readFileSync(path, "utf8")) as Record<string, { articleBody: string }>;
  return Object.values(truth).map((page) => page.articleBody.split(/\n+/));
}

function newsBodies(data: string): string[][] {
  const path = join(data, "news-gold-dev/gold.jsonl");
  if (!existsSync(path)) return [];
  interface Line {
    readonly sections: readonly { headline: readonly string[]; paragraphs: readonly string[] }[];
  }
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as Line).sections.flatMap((s) => [...s.headline, ...s.paragraphs]));
}

export function generatedBodies(seed: number, count: number): Body[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, k) => {
    const stock = STOCKS[k % STOCKS.length]!;
    return { paragraphs: proseBody(random, stock, random.between(6, 80)), language: stock.name };
  });
}
