import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Two captures of one real page, and what a person says lies between them. */
export interface Pair {
  readonly url: string;
  /** Path with query of the real address: the engine judges addresses too. */
  readonly path: string;
  /** `edited`, or `no-edit` with the kind of noise. */
  readonly kind: string;
  readonly edited: boolean;
  /** File names; the older capture is `a`. */
  readonly a: string;
  readonly b: string;
  readonly read: (file: string) => Buffer;
}

interface Row {
  readonly url: string;
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly label: "edited" | "no-edit";
    readonly noise?: string;
  }[];
}

/** All pairs of DIR/revisions-dev. */
export function readPairs(data: string): readonly Pair[] {
  const folder = join(data, "revisions-dev");
  const read = (file: string) => gunzipSync(readFileSync(join(folder, "html", file)));
  return readFileSync(join(folder, "pairs.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const { url, pairs } = JSON.parse(line) as Row;
      return pairs.map(({ a, b, label, noise }) => ({
        url,
        path: url.includes("/") ? url.slice(url.indexOf("/")) : "/article",
        kind: label === "edited" ? "edited" : `no edit, ${noise}`,
        edited: label === "edited",
        a,
        b,
        read,
      }));
    });
}
