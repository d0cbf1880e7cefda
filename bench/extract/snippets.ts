import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extractBy } from "#extract/extract";
import { MODELS } from "#extract/model/models";
import { decodeHtml } from "#fetch/charset";

/** How often lines that must stand in a text do, and lines that must not. */
export interface SnippetScore {
  readonly reading: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Row {
  readonly file: string;
  readonly url: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

const READINGS: readonly (readonly [string, number])[] = [
  ["variorum", MODELS.trust],
  ["its rules alone", Number.POSITIVE_INFINITY],
  ["its classifier alone", 0],
];

/**
 * DIR/metadata-dev: 200 pages, many of them German or blogs, with lines that belong to the text and lines that do not. No
 * model has learned from them, so that they tell what becomes of pages of a kind that no one looked at.
 */
export function scoreSnippets(data: string): readonly SnippetScore[] {
  const folder = join(data, "metadata-dev");
  const rows = readFileSync(join(folder, "gold.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
  const pages = rows.map((row) => ({
    row,
    html: decodeHtml(gunzipSync(readFileSync(join(folder, "html", row.file))), null).text,
  }));
  return READINGS.map(([reading, trust]) => {
    let [wanted, found, foreign] = [0, 0, 0];
    for (const { row, html } of pages) {
      const { standfirst, corrections, blocks } = extractBy({ ...MODELS, trust }, html, { url: row.url });
      const text = [standfirst ?? "", ...corrections, ...blocks.map((block) => block.text)].join(" ");
      const count = (snippets: readonly string[] = []) =>
        snippets.filter((snippet) => text.includes(snippet.replace(/\s+/g, " ").trim())).length;
      wanted += row.with?.length ?? 0;
      found += count(row.with);
      foreign += count(row.without);
    }
    const precision = found / (found + foreign);
    const recall = found / wanted;
    return { reading, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  });
}
