import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Document, extract } from "#extract/index";
import { decodeHtml } from "#fetch/charset";
import { canonical } from "#lib/canonical";

/** Pairs of one label and kind of noise, and how many of them gave different canonical texts. */
export interface Stability {
  readonly kind: string;
  readonly pairs: number;
  readonly differing: number;
  /** Addresses of the pairs that went against their label. */
  readonly wrong: readonly string[];
}

interface Line {
  readonly url: string;
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly label: string;
    readonly noise?: string;
  }[];
}

/** The same page fetched twice (DIR/revisions-dev): does its text look edited to us? */
export function stability(data: string): readonly Stability[] {
  const folder = join(data, "revisions-dev");
  const lines = readFileSync(join(folder, "pairs.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const kinds = new Map<string, { pairs: number; differing: number; wrong: string[] }>();
  for (const { url, pairs } of lines.map((line) => JSON.parse(line) as Line)) {
    for (const { a, b, label, noise } of pairs) {
      const kind = label === "edited" ? "edited" : `no-edit, ${noise ?? "unsaid"}`;
      const count = kinds.get(kind) ?? { pairs: 0, differing: 0, wrong: [] };
      const differs = textOf(folder, a, url) !== textOf(folder, b, url);
      count.pairs++;
      if (differs) count.differing++;
      if (differs !== (label === "edited")) count.wrong.push(`${url} ${a} ${b}`);
      kinds.set(kind, count);
    }
  }
  return [...kinds].map(([kind, count]) => ({ kind, ...count })).sort((a, b) => a.kind.localeCompare(b.kind));
}

function textOf(folder: string, file: string, url: string): string {
  const html = decodeHtml(gunzipSync(readFileSync(join(folder, "html", file))), null).text;
  return canonicalText(extract(html, { url: /^https?:/.test(url) ? url : `https://${url}` }));
}

export const canonicalText = ({ headline, standfirst, corrections, blocks }: Document): string =>
  [headline ?? "", standfirst ?? "", ...blocks.map(({ text }) => text), ...corrections].map(canonical).join("\n");
