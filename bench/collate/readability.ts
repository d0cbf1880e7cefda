import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { diffWordsWithSpace } from "diff";
import { collate } from "#collate/index";
import { sentences } from "#language/sentences";
import { printTable } from "../table.ts";

interface Pair {
  readonly label: string;
  readonly edit_spans: number;
  readonly a: { readonly paragraphs: readonly string[] };
  readonly b: { readonly paragraphs: readonly string[] };
}

/** One place where a reader sees a change within a paragraph; offsets into both texts. */
interface Hunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

interface Tally {
  hunks: number;
  islands: number;
  /** Of them, those at the end of a sentence, where no edit runs across. */
  atStops: number;
  cutNumbers: number;
  cutNames: number;
  cutGraphemes: number;
  changed: number;
  ms: number;
}

const newTally = (): Tally => ({
  hunks: 0,
  islands: 0,
  atStops: 0,
  cutNumbers: 0,
  cutNames: 0,
  cutGraphemes: 0,
  changed: 0,
  ms: 0,
});

/** Real editorial edits: how the word edits of Variorum and of jsdiff read, on the same aligned paragraphs. */
export function runReadability(data: string): void {
  const path = join(data, "revisions-text-dev/pairs.jsonl.gz");
  if (!existsSync(path)) return;
  const pairs = gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Pair);
  const edited = pairs.filter((pair) => pair.label === "edited");
  const ours = newTally();
  const words = newTally();
  let spans = 0;
  let groups = 0;
  for (const { a, b, edit_spans } of edited) {
    spans += edit_spans;
    let inBlock = false;
    for (const group of collate(a.paragraphs, b.paragraphs).groups) {
      const whole = group.kind === "added" || group.kind === "removed";
      // A run of whole paragraphs counts as one place for both, as it is one labelled span.
      if (whole && !inBlock) {
        ours.hunks += 1;
        words.hunks += 1;
      }
      inBlock = whole;
      if (whole) continue;
      if (!group.edits.some((edit) => !edit.cosmetic)) continue;
      groups += 1;
      const oldText = group.old.map((i) => a.paragraphs[i]!).join("\n");
      const newText = group.new.map((j) => b.paragraphs[j]!).join("\n");
      count(
        ours,
        oldText,
        newText,
        group.edits.filter((edit) => !edit.cosmetic),
      );
      const start = performance.now();
      const hunks = jsdiffHunks(oldText, newText);
      words.ms += performance.now() - start;
      count(words, oldText, newText, hunks);
    }
  }
  const row = (name: string, t: Tally) => [
    name,
    (t.hunks / spans).toFixed(2),
    ((100 * t.islands) / Math.max(1, t.hunks)).toFixed(1),
    ((100 * t.atStops) / Math.max(1, t.hunks)).toFixed(1),
    t.cutNumbers,
    t.cutNames,
    t.cutGraphemes,
    (t.changed / words.changed).toFixed(3),
  ];
  printTable(
    `Readability, ${edited.length} editorial revisions, ${groups} edited paragraphs, ${spans} labelled spans`,
    [
      "",
      "hunks per span",
      "islands per 100",
      "at full stops",
      "cut numbers",
      "cut names",
      "cut graphemes",
      "changed / word LCS",
    ],
    [row("Variorum", ours), row("jsdiff words", words)],
  );
  const quiet = pairs.filter((pair) => pair.label === "no-edit");
  const noisy = quiet.filter(({ a, b }) =>
    collate(a.paragraphs, b.paragraphs).groups.some((g) => g.kind !== "equal" || g.edits.some((e) => !e.cosmetic)),
  );
  console.log(`Markup-only controls with a visible edit: ${noisy.length} of ${quiet.length}`);
}

function jsdiffHunks(oldText: string, newText: string): Hunk[] {
  const hunks: Hunk[] = [];
  let i = 0;
  let j = 0;
  let open: { oldStart: number; newStart: number } | null = null;
  for (const part of [...diffWordsWithSpace(oldText, newText), null]) {
    if (part?.added || part?.removed) open ??= { oldStart: i, newStart: j };
    else if (open) {
      hunks.push({ ...open, oldEnd: i, newEnd: j });
      open = null;
    }
    if (part && !part.added) i += part.value.length;
    if (part && !part.removed) j += part.value.length;
  }
  return hunks;
}

function count(tally: Tally, oldText: string, newText: string, hunks: readonly Hunk[]): void {
  tally.hunks += hunks.length;
  hunks.forEach((hunk, k) => {
    tally.changed += hunk.oldEnd - hunk.oldStart + hunk.newEnd - hunk.newStart;
    const before = hunks[k - 1];
    if (before && wordCount(newText.slice(before.newEnd, hunk.newStart)) <= 2) {
      tally.islands += 1;
      const ends = [
        endsBetween(oldText, before.oldEnd, hunk.oldStart),
        endsBetween(newText, before.newEnd, hunk.newStart),
      ];
      if (ends.includes(true)) tally.atStops += 1;
    }
    const cuts = (inside: (text: string, at: number) => boolean) =>
      [hunk.oldStart, hunk.oldEnd].some((at) => inside(oldText, at)) ||
      [hunk.newStart, hunk.newEnd].some((at) => inside(newText, at));
    if (cuts(insideNumber)) tally.cutNumbers += 1;
    if (cuts(insideName)) tally.cutNames += 1;
    if (cuts(insideGrapheme)) tally.cutGraphemes += 1;
  });
}

/** True where a sentence begins or ends between two offsets. */
const endsBetween = (text: string, from: number, to: number): boolean =>
  sentences(text).some(({ start, end }) =>
    [start, start + text.slice(start, end).trimEnd().length].some((at) => at > 0 && at >= from && at <= to),
  );

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

function insideNumber(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 20), at + 20);
  const offset = at - Math.max(0, at - 20);
  for (const match of around.matchAll(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu))
    if (offset > match.index && offset < match.index + match[0].length) return true;
  return false;
}

/** Farther than this from a cut nothing is looked at: longer than a name in print. */
const NEAR = 80;
/**
 * Two to four capitalised words in a row, also between quotation marks; what somebody owns is not part of the name. Found
 * without the rules of the collation, so that these are measured too.
 */
const CAPITALISED = "\\p{Lu}(?:[\\p{L}\\-]|['’](?!s\\b))*";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}.'’\\-])${CAPITALISED}(?: ${CAPITALISED}){1,3}(?![\\p{L}\\p{N}.\\-]| \\p{Lu})`,
  "gu",
);
/** The capital that opens a sentence says nothing. */
const SENTENCE_START = /(?:^|[.!?:…\n]["'”’»)\]]*)\s*["'“„«([]*$/u;
/** Headings and lists set everything in capitals. */
const IS_SENTENCE = /[.!?…]["'”’»)]*\s*$/u;

function insideName(text: string, at: number): boolean {
  if (!IS_SENTENCE.test(text)) return false;
  const from = Math.max(0, at - NEAR);
  for (const match of text.slice(from, at + NEAR).matchAll(NAME)) {
    const opens = SENTENCE_START.test(text.slice(0, from + match.index));
    const words = match[0].split(" ").slice(opens ? 1 : 0);
    const end = from + match.index + match[0].length;
    if (words.length > 1 && at < end && at > end - words.join(" ").length) return true;
  }
  return false;
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

function insideGrapheme(text: string, at: number): boolean {
  const from = Math.max(0, at - NEAR);
  const offset = at - from;
  const found = graphemes.segment(text.slice(from, at + NEAR)).containing(offset);
  return offset > 0 && found !== undefined && found.index !== offset;
}
