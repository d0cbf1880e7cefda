import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Hunk, hunksOf } from "./hunks.ts";

export type PlantKind = "word" | "number" | "sentence" | "paragraph";

/** What an editor made of one paragraph or two: paragraphs before and after. */
export interface RealEdit {
  readonly kind: PlantKind;
  readonly old: readonly string[];
  readonly next: readonly string[];
}

interface Row {
  readonly label: string;
  /** Of the text in its repository: the same for all its revisions. */
  readonly path: string;
  readonly a: { readonly paragraphs: readonly string[] };
  readonly b: { readonly paragraphs: readonly string[] };
}

/** Too short to be prose, or longer than anything a news page has in a paragraph. */
const SHORTEST = 80;
const LONGEST = 2000;

/**
 * Edits by kind, from the editors of DIR/revisions-text-dev, each once. An editor who did several things to a paragraph
 * gives one edit for each of them: the paragraph before, and the same with that one thing done.
 */
export function readEdits(data: string): Readonly<Record<PlantKind, readonly RealEdit[]>> {
  const edits: Record<PlantKind, RealEdit[]> = { word: [], number: [], sentence: [], paragraph: [] };
  const seen = new Set<string>();
  const rows: Row[] = [];
  const lines = gunzipSync(readFileSync(join(data, "revisions-text-dev", "pairs.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  for (const line of lines) {
    if (line === "") continue;
    const row = JSON.parse(line) as Row;
    if (row.label === "edited") rows.push(row);
  }
  const furniture = furnitureOf(rows);
  for (const row of rows) {
    for (const edit of editsOf(row.a.paragraphs, row.b.paragraphs)) {
      if ([...edit.old, ...edit.next].some((text) => furniture.has(text))) continue;
      // A services that puts its disclaimer under a hundred texts has edited once.
      const key = [...edit.old, "", ...edit.next].join("\n");
      if (seen.has(key)) continue;
      seen.add(key);
      edits[edit.kind].push(edit);
      // Editors touch few numbers alone; the other way round it is as much of an edit.
      if (edit.kind === "number") edits.number.push({ ...edit, old: edit.next, next: edit.old });
    }
  }
  return edits;
}

/** What a services puts under many of its texts belongs to none of them. */
const MANY = 3;

function furnitureOf(rows: readonly Row[]): ReadonlySet<string> {
  const texts = new Map<string, Set<string>>();
  for (const { path, a, b } of rows) {
    for (const text of [...a.paragraphs, ...b.paragraphs]) texts.set(text, (texts.get(text) ?? new Set()).add(path));
  }
  return new Set([...texts].filter(([, paths]) => paths.size >= MANY).map(([text]) => text));
}

function* editsOf(old: readonly string[], next: readonly string[]): Iterable<RealEdit> {
  for (const hunk of hunksOf(old, next)) {
    const before = old[hunk.at - 1];
    if (before !== undefined && isProse(before)) yield* paragraphEdit(before, hunk);
    if (hunk.old.length !== hunk.next.length) continue;
    for (const [i, was] of hunk.old.entries()) if (isProse(was)) yield* wordEdits(was, hunk.next[i]!);
  }
}

function* paragraphEdit(before: string, { old, next }: Hunk<string>): Iterable<RealEdit> {
  const [was, is] = [old[0], next[0]];
  if (old.length === 0 && is !== undefined && isProse(is))
    yield { kind: "paragraph", old: [before], next: [before, is] };
  if (next.length === 0 && was !== undefined && isProse(was)) {
    yield { kind: "paragraph", old: [before, was], next: [before] };
  }
}

function* wordEdits(old: string, next: string): Iterable<RealEdit> {
  const [was, is] = [old.split(/\s+/), next.split(/\s+/)];
  const hunks = hunksOf(was, is);
  const kept = was.length - hunks.reduce((sum, hunk) => sum + hunk.old.length, 0);
  // Two paragraphs that merely stand in the same place.
  if (kept < was.length / 2) return;
  for (const hunk of hunks) {
    const kind = kindOf(hunk);
    const done = was.toSpliced(hunk.at, hunk.old.length, ...hunk.next).join(" ");
    if (kind && isProse(done)) yield { kind, old: [was.join(" ")], next: [done] };
  }
}

/** A list in one paragraph ("1. ... 2. ... 3. ...") is no prose, and extraction may say so. */
const LISTED = /\b1\. .*\b2\. .*\b3\. /;

const isProse = (text: string): boolean =>
  !LISTED.test(text) &&
  text.length >= SHORTEST &&
  text.length <= LONGEST &&
  /[.!?]["'”’)\]]*\s/.test(`${text} `) &&
  !/https?:|[{}|<>]/.test(text);

const bare = (words: readonly string[]): string => words.join("").replace(/[^\p{L}\p{N}]+/gu, "");

function kindOf({ old, next }: Hunk<string>): Exclude<PlantKind, "paragraph"> | null {
  // Another quote or dash is cosmetic, and no edit for anybody.
  if (bare(old) === bare(next)) return null;
  if (old.length <= 1 && next.length <= 1) return /\d/.test(bare(old)) && /\d/.test(bare(next)) ? "number" : "word";
  const more = old.length === 0 ? next : next.length === 0 ? old : [];
  return more.length >= 4 && /[.!?]["'”’)]*$/.test(more.at(-1)!) ? "sentence" : null;
}
