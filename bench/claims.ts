import {
  importanceOf,
  isImportant,
  isOfSubstance,
  isWithoutSubstance,
  type Judged,
  judge,
  kindsOf,
  type ReadPair,
  readPairs,
} from "./claims/pairs.ts";
import { calibrationError, median, ranksOf, spearman } from "./claims/statistics.ts";
import { judgeUnseen } from "./claims/unseen.ts";
import { isGiven, readFlags, whole } from "./flags.ts";
import { printTable } from "./table.ts";

export const FLAGS = { worst: whole(10), more: isGiven, "as-shipped": isGiven };

/** Labels of what a claim says, whose figures count together. */
const CLAIMS = ["number", "name", "quote", "attribution", "hedge-added", "hedge-removed", "loaded-word"] as const;
const OTHERS = ["date", "negation", "sentence-added", "sentence-removed", "sentence-moved", "correction-note"] as const;
const APART = ["detail-added", "detail-removed", "topic", "cosmetic"] as const;

/**
 * What is said about an edit, held against what readers said who saw both wordings (DIR/claims): precision and recall of each label,
 * silent edits, the rank (--worst N disagreements in words; --more on the pairs that one reader read). Each edit is judged by models that
 * have not learned from it or its like; --as-shipped by those of the package, which have: a promise that they do not keep elsewhere.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const given = readFlags(flags, FLAGS);
  const { worst, more } = given;
  if (data === undefined) throw new Error("This benchmark needs --data DIR, a folder with claims/labels.jsonl.");
  const file = more ? "more.jsonl" : "labels.jsonl";
  const judged = given["as-shipped"] ? readPairs(data, file).map(judge) : judgeUnseen(data, file);
  labels(`labels, ${judged.length} edits`, judged);
  silence(judged);
  ranks(judged);
  const foreign = readPairs(data, "other-languages.jsonl").map(judge);
  printTable(
    "other languages, one reader: all labels but those apart",
    ["language", "edits", ...HEAD.slice(1)],
    [...Map.groupBy(foreign, ({ language }) => language)].map(([language, own]) => [
      ...[language, own.length],
      ...tally(own, [...CLAIMS, ...OTHERS]),
    ]),
  );
  disagreements(judged, worst);
}

const HEAD = ["label", "given", "right", "precision", "due", "found", "recall"];

function labels(title: string, judged: readonly Judged[]): void {
  const rows = [...CLAIMS, ...OTHERS, ...APART].map((kind) => [kind, ...tally(judged, [kind])]);
  printTable(
    title,
    HEAD,
    [
      ...rows,
      ["hedges together", ...tally(judged, ["hedge-added", "hedge-removed"])],
      ["all but those apart", ...tally(judged, [...CLAIMS, ...OTHERS])],
    ].filter(([, given, , , due]) => given !== 0 || due !== 0),
  );
}

/** A label is right when any reader gave it, and due when all did. */
function tally(judged: readonly Judged[], kinds: readonly string[]): readonly (string | number)[] {
  const both = (of: (pair: Judged) => Iterable<string>) =>
    judged.flatMap((pair) => [...of(pair)].filter((kind) => kinds.includes(kind)).map((kind) => ({ pair, kind })));
  const given = both(kindsOf);
  const right = given.filter(({ pair, kind }) => pair.may.includes(kind));
  const due = both(({ must }) => must);
  const found = due.filter(({ pair, kind }) => kindsOf(pair).has(kind));
  const share = (part: number, all: number) => (all === 0 ? "-" : (part / all).toFixed(2));
  return [
    ...[given.length, right.length, share(right.length, given.length)],
    ...[due.length, found.length, share(found.length, due.length)],
  ];
}

function silence(judged: readonly Judged[]): void {
  const rows = [
    ["without substance", judged.filter(isWithoutSubstance)],
    ["with substance", judged.filter(isOfSubstance)],
  ] as const;
  printTable(
    "called silent, where all readers agree",
    ["edits", "all", "silent", "%"],
    rows.map(([name, own]) => {
      const silent = own.filter((pair) => pair.silent).length;
      return [name, own.length, silent, ((100 * silent) / own.length).toFixed(0)];
    }),
  );
}

function ranks(judged: readonly Judged[]): void {
  const headlines = judged.filter(({ field }) => field === "headline");
  const groups = {
    all: judged,
    headlines,
    "standfirsts and paragraphs": judged.filter((one) => !headlines.includes(one)),
  };
  printTable(
    "rank against the readers' importance (Spearman)",
    ["edits", "count", "rank", "share of changed words alone", "readers with each other"],
    Object.entries(groups).map(([name, own]) => {
      const importance = own.map(importanceOf);
      const [one, other] = [0, 1].map((reader) => own.map((pair) => pair.importance[reader] ?? 0)) as [
        number[],
        number[],
      ];
      return [
        ...[
          name,
          own.length,
          spearman(
            own.map(({ rank }) => rank),
            importance,
          ).toFixed(3),
        ],
        ...[spearman(own.map(changedShare), importance).toFixed(3), spearman(one, other).toFixed(3)],
      ];
    }),
  );
  const plain = judged.filter(isWithoutSubstance).map(({ rank }) => rank);
  const important = judged.filter(isImportant);
  const low = important.filter(({ rank }) => rank <= Math.max(0.05, median(plain)));
  const error = calibrationError(
    judged.map(({ rank }) => rank),
    judged.map(isImportant),
  );
  console.log(
    `\nimportant edits ranked no higher than half of those without substance, or than 0.05: ${low.length} of ${important.length}`,
  );
  console.log(`calibration error over ten bins: ${error.toFixed(3)}`);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

function changedShare({ old, new: next }: ReadPair): number {
  const [before, after] = [wordsOf(old), wordsOf(next)];
  const left = new Map<string, number>();
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of before) {
    const count = left.get(word) ?? 0;
    if (count > 0) same += 1;
    left.set(word, count - 1);
  }
  return 1 - (2 * same) / Math.max(1, before.length + after.length);
}

const LONGEST = 160;

/** Those whose place by rank is farthest from their place by importance. */
function disagreements(judged: readonly Judged[], count: number): void {
  const byRank = ranksOf(judged.map(({ rank }) => rank));
  const byImportance = ranksOf(judged.map(importanceOf));
  const apart = judged
    .map((pair, at) => ({ pair, by: byRank[at]! - byImportance[at]! }))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  for (const { pair, by } of apart.slice(0, count)) {
    const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
    console.log(
      `\n${pair.id} (${pair.field}): ranked ${by > 0 ? "above" : "below"} its importance ${pair.importance.join(" and ")}, ${pair.rank}`,
    );
    console.log(`  - ${cut(pair.old)}\n  + ${cut(pair.new)}`);
    console.log(`  readers: ${pair.may.join(", ")}; said: ${[...kindsOf(pair)].join(", ") || "nothing"}`);
  }
}
