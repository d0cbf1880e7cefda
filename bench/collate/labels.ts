import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { collateTexts, summarise } from "#collate/index";
import type { ChangeSummary, LabelKind } from "#model/change";
import type { VersionText } from "#model/version";
import { LABEL_CASES, MISSED_CASES } from "../../test/collate/labels/cases.ts";
import { summaryOf } from "../../test/collate/labels/found.ts";
import { printTable } from "../table.ts";

interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

const percent = (part: number, whole: number): string => (whole === 0 ? "" : ((100 * part) / whole).toFixed(1));

/**
 * Labels on our own labelled cases (how many of those given are right, and how many of those due are given, by kind), and how often each
 * is given on real edits, where no one has said which are due.
 */
export function runLabels(data: string | undefined): void {
  runCases();
  if (data !== undefined) runRevisions(data);
}

function runCases(): void {
  const tallies = new Map<string, Tally>();
  const tally = (kind: string): Tally => {
    const found = tallies.get(kind) ?? { right: 0, wrong: 0, missed: 0 };
    tallies.set(kind, found);
    return found;
  };
  let whole = 0;
  let quiet = 0;
  let quietRight = 0;
  const cases = [...LABEL_CASES, ...MISSED_CASES];
  for (const each of cases) {
    const due = new Set(each[3].split(" ").filter((kind) => kind !== ""));
    const found = new Set<string>(summaryOf(each).labels.map(({ kind }: { kind: LabelKind }) => kind));
    for (const kind of due) tally(kind)[found.has(kind) ? "right" : "missed"] += 1;
    for (const kind of found) if (!due.has(kind)) tally(kind).wrong += 1;
    const right = due.size === found.size && [...due].every((kind) => found.has(kind));
    if (right) whole += 1;
    if (due.size > 0) continue;
    quiet += 1;
    if (right) quietRight += 1;
  }
  const rows = [...tallies].map(([kind, t]) => [
    kind,
    t.right + t.missed,
    percent(t.right, t.right + t.wrong),
    percent(t.right, t.right + t.missed),
  ]);
  const sum = [...tallies.values()].reduce((a, t) => ({
    right: a.right + t.right,
    wrong: a.wrong + t.wrong,
    missed: a.missed + t.missed,
  }));
  printTable(
    `Labels, ${cases.length} cases of our own (most are the tests too: in-sample); all labels right in ${whole}, none given where none is due in ${quietRight} of ${quiet}`,
    ["label", "due", "precision", "recall"],
    [
      ...rows,
      [
        "all",
        sum.right + sum.missed,
        percent(sum.right, sum.right + sum.wrong),
        percent(sum.right, sum.right + sum.missed),
      ],
    ],
  );
}

interface Pair {
  readonly label: string;
  readonly a: Side;
  readonly b: Side;
}

interface Side {
  readonly title: string | null;
  readonly paragraphs: readonly string[];
}

const textOf = ({ title, paragraphs }: Side): VersionText => ({
  headline: title,
  standfirst: null,
  corrections: [],
  blocks: paragraphs.map((text) => ({ kind: "paragraph", text })),
});

/** Summaries of the real editorial revisions, in the order of the set. */
function revisionSummaries(
  data: string,
): { readonly old: VersionText; readonly next: VersionText; readonly summary: ChangeSummary }[] {
  const path = join(data, "revisions-text-dev/pairs.jsonl.gz");
  if (!existsSync(path)) return [];
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Pair)
    .filter(({ label }) => label === "edited")
    .map(({ a, b }) => {
      const [old, next] = [textOf(a), textOf(b)];
      return { old, next, summary: summarise(old, next, collateTexts(old, next), "en") };
    });
}

function runRevisions(data: string): void {
  const all = revisionSummaries(data);
  if (all.length === 0) return;
  const kinds = new Map<LabelKind, { changes: number; labels: number }>();
  for (const { summary } of all) {
    for (const { kind } of summary.labels) {
      const count = kinds.get(kind) ?? { changes: 0, labels: 0 };
      kinds.set(kind, { ...count, labels: count.labels + 1 });
    }
    for (const kind of new Set(summary.labels.map((label) => label.kind))) kinds.get(kind)!.changes += 1;
  }
  printTable(
    `Labels on ${all.length} real editorial revisions`,
    ["label", "% of revisions", "labels"],
    [...kinds]
      .sort(([, a], [, b]) => b.changes - a.changes)
      .map(([kind, { changes, labels }]) => [kind, percent(changes, all.length), labels]),
  );
  const share = (test: (summary: ChangeSummary) => boolean) =>
    `${percent(all.filter(({ summary }) => test(summary)).length, all.length)} %`;
  console.log(
    `Without any label: ${share(({ labels }) => labels.length === 0)}; silent: ${share(({ silent }) => silent)}`,
  );
}
