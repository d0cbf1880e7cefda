import { hashText, mix, pick } from "#newsroom/random";
import { planted, squeezed } from "./composites/carriers.ts";
import { type PlantKind, type RealEdit, readEdits } from "./composites/edits.ts";
import { oneWordEdited } from "./composites/own.ts";
import { capturedTwice, type NoisyPage, stirredPages } from "./composites/pages.ts";
import { isGiven, readFlags } from "./flags.ts";
import { differenceOf } from "./noise/difference.ts";
import { openStage, type Played, type Stage } from "./noise/stage.ts";
import { printTable } from "./table.ts";

export const help =
  "real edits planted into real noisy pages: edits caught, false versions without them (--data DIR, --verbose)";

/** Edits of editors, and the smallest possible one of the page's own words. */
const KINDS = ["word", "number", "sentence", "paragraph", "own word"] as const satisfies readonly (
  | PlantKind
  | "own word"
)[];

interface Count {
  /** Pages without a place for it. */
  bare: number;
  played: number;
  wrong: number;
}

const SEED = 11;

export const FLAGS = { verbose: isGiven };

/**
 * Real edits (DIR/revisions-text-dev) planted into real noisy pages (DIR/revisions-dev, DIR/extraction-dev and
 * DIR/news-gold-dev), served from loopback and watched by the whole engine until it has decided. A paragraph of the body
 * becomes the text before the edit, and on the noisy page the text after it. An edit is caught when a second version opens
 * that has it; where extraction leaves the paragraph out it is a miss. The same without the edit is to open no version.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { verbose } = readFlags(flags, FLAGS);
  if (data === undefined)
    throw new Error("The composites benchmark needs --data DIR (with revisions-text-dev/ in it).");
  const edits = readEdits(data);
  const counts = new Map<string, Map<string, Count>>();
  const stage = await openStage();
  for (const page of both(data)) await playPage(stage, page, edits, counts, verbose);
  await stage.close();
  printTable(
    `composites: edits planted (${Object.entries(edits)
      .map(([kind, all]) => `${kind} ${all.length}`)
      .join(", ")} to draw from)`,
    ["pages", "planted", "edits", "caught", "caught %", "pages without a place"],
    [...counts].flatMap(([set, kinds]) =>
      KINDS.map((kind) => {
        const { played, wrong, bare } = kinds.get(kind) ?? NO_COUNT;
        return [set, kind, played, played - wrong, ((100 * (played - wrong)) / Math.max(1, played)).toFixed(2), bare];
      }),
    ),
  );
  printTable(
    "composites: the same pages without an edit",
    ["pages", "played", "false versions", "false %"],
    [...counts].map(([set, kinds]) => {
      const { played, wrong } = kinds.get("none") ?? NO_COUNT;
      return [set, played, wrong, ((100 * wrong) / Math.max(1, played)).toFixed(2)];
    }),
  );
}

const NO_COUNT: Count = { bare: 0, played: 0, wrong: 0 };

function* both(data: string): Iterable<NoisyPage> {
  yield* capturedTwice(data);
  yield* stirredPages(data);
}

async function playPage(
  stage: Stage,
  page: NoisyPage,
  edits: Readonly<Record<PlantKind, readonly RealEdit[]>>,
  counts: Map<string, Map<string, Count>>,
  verbose: boolean,
): Promise<void> {
  const own = mix(SEED, hashText(page.id));
  for (const [i, kind] of (["none", ...KINDS] as const).entries()) {
    const count = countOf(counts, page.set, kind);
    if (page.carriers.length === 0 || (kind in edits && !page.english)) {
      count.bare++;
      continue;
    }
    const { before, after } = pick(page.carriers, mix(own, i, 1));
    const lot = mix(own, i);
    const edit = kind === "none" || kind === "own word" ? oneWordEdited(before, lot) : pick(edits[kind], lot);
    const first = planted(page.before, before, edit.old);
    const next = planted(page.after, after, kind === "none" ? edit.old : edit.next);
    const played = await stage.play(page.path, [first, next]);
    count.played++;
    const right = kind === "none" ? played.versions.length <= 1 : isCaught(played, edit);
    if (right) continue;
    count.wrong++;
    if (verbose) explain(page, kind, edit, played);
  }
}

function countOf(counts: Map<string, Map<string, Count>>, set: string, kind: string): Count {
  const kinds = counts.get(set) ?? new Map<string, Count>();
  counts.set(set, kinds);
  const count = kinds.get(kind) ?? { ...NO_COUNT };
  kinds.set(kind, count);
  return count;
}

type Edit = Omit<RealEdit, "kind">;

/** The last of several versions has the new paragraphs: what was added is there, what was cut is not. */
function isCaught({ versions }: Played, { old, next }: Edit): boolean {
  const last = versions.at(-1);
  if (!last || versions.length < 2) return false;
  const { blocks, standfirst, corrections } = last.text;
  const lines = [...blocks.map(({ text }) => text), standfirst ?? "", ...corrections].map(squeezed);
  const has = (paragraph: string) => lines.some((line) => line.includes(squeezed(paragraph)));
  const gone = old.filter((paragraph) => !next.some((one) => squeezed(one).includes(squeezed(paragraph))));
  return next.every(has) && !gone.some(has);
}

function explain(page: NoisyPage, kind: string, edit: Edit, { versions, looks }: Played): void {
  console.log(`\n${kind === "none" ? "false" : `missed ${kind}`}: ${page.set}: ${page.path} (${page.id})`);
  if (kind !== "none") for (const text of edit.next) console.log(`  planted: ${text.slice(0, 150)}`);
  for (const line of looks) console.log(`    ${line}`);
  versions.slice(1).forEach((version, i) => {
    for (const line of differenceOf(versions[i]!.text, version.text)) console.log(`  ${line}`);
  });
}
