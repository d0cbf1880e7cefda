import { collate } from "#collate/collate";
import type { Collation } from "#collate/collation";
import { Lru } from "#lib/lru";
import type { Block } from "#model/document";
import type { ArticleId } from "#model/id";
import type { VersionText } from "#model/version";
import type { Reader } from "#store/reader";
import { type Row, rowsOf } from "./html/parts/rows.ts";

export type PartName = "headline" | "standfirst" | "corrections" | "body";

export interface ComparedPart {
  readonly name: PartName;
  readonly rows: readonly Row[];
}

export interface Comparison {
  readonly collation: Readonly<Record<PartName, Collation>>;
  /** The same as rows of a page; a part that neither version has is left out. */
  readonly parts: readonly ComparedPart[];
}

/** Compares stored versions, and remembers the latest comparisons: versions never change, so they stay right. */
export interface Collator {
  /** Null when one of the versions does not exist. */
  compare(id: ArticleId, from: number, to: number): Promise<Comparison | null>;
}

/** About 20 MB when every one is of a long article; front page feeds ask for the same 50 again and again. */
const REMEMBERED = 300;

export function createCollator(reader: Reader): Collator {
  const known = new Lru<string, Comparison>(REMEMBERED);
  return {
    async compare(id, from, to) {
      const key = `${id} ${from} ${to}`;
      const remembered = known.get(key);
      if (remembered) return remembered;
      const [old, now] = await Promise.all([reader.version(id, from), reader.version(id, to)]);
      if (!old || !now) return null;
      const comparison = compareTexts(old.text, now.text);
      known.set(key, comparison);
      return comparison;
    },
  };
}

const PARTS: readonly PartName[] = ["headline", "standfirst", "corrections", "body"];

export function compareTexts(old: VersionText, now: VersionText): Comparison {
  const collation = Object.fromEntries(
    PARTS.map((name) => [name, collate(textsOf(old, name), textsOf(now, name))]),
  ) as Record<PartName, Collation>;
  const parts = PARTS.map((name) => ({
    name,
    rows: rowsOf(collation[name], blocksOf(old, name), blocksOf(now, name)),
  }));
  return { collation, parts: parts.filter((part) => part.rows.length > 0) };
}

/** A part of a text as blocks, so that all parts are shown by the same rows. */
function blocksOf(text: VersionText, name: PartName): readonly Block[] {
  if (name === "body") return text.blocks;
  const texts = name === "corrections" ? text.corrections : [text[name]];
  return texts.filter((each) => each !== null).map((each) => ({ kind: "paragraph", text: each }));
}

const textsOf = (text: VersionText, name: PartName): string[] => blocksOf(text, name).map((block) => block.text);
