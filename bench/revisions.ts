import { isGiven, readFlags } from "./flags.ts";
import { differenceOf } from "./noise/difference.ts";
import { type Pair, readPairs } from "./noise/pairs.ts";
import { openStage, type Played, type Stage } from "./noise/stage.ts";
import { printTable } from "./table.ts";

export const help =
  "real pages captured twice, served in order: edits caught and false versions (--data DIR, --verbose)";

interface Count {
  pairs: number;
  versions: number;
  unread: number;
}

export const FLAGS = { verbose: isGiven };

/**
 * Real pages captured twice (DIR/revisions-dev), served from loopback and watched by the whole engine until it has decided.
 * The older capture comes first; pairs without an edit are also played from the newer to the older one, because noise has
 * no direction. A second version is right where the label says `edited`, and false where it says `no-edit`.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { verbose } = readFlags(flags, FLAGS);
  if (data === undefined) throw new Error("The revisions benchmark needs --data DIR (with revisions-dev/ in it).");
  const stage = await openStage();
  const forth = new Map<string, Count>();
  const back = new Map<string, Count>();
  for (const pair of readPairs(data)) {
    await playOne(stage, pair, [pair.a, pair.b], forth, verbose);
    if (!pair.edited) await playOne(stage, pair, [pair.b, pair.a], back, verbose);
  }
  await stage.close();
  const head = ["kind", "pairs", "second version", "no version at all"];
  printTable("revisions: the older capture first", head, rows(forth));
  printTable("revisions: the newer capture first", head, rows(back));
}

const rows = (counts: ReadonlyMap<string, Count>) =>
  [...counts].sort().map(([kind, { pairs, versions, unread }]) => [kind, pairs, versions, unread]);

async function playOne(
  stage: Stage,
  pair: Pair,
  files: readonly string[],
  counts: Map<string, Count>,
  verbose: boolean,
): Promise<void> {
  const played = await stage.play(pair.path, files.map(pair.read));
  const seen = played.versions.length;
  const count = counts.get(pair.kind) ?? { pairs: 0, versions: 0, unread: 0 };
  counts.set(pair.kind, count);
  count.pairs++;
  if (seen > 1) count.versions++;
  if (seen === 0) count.unread++;
  if (verbose && (pair.edited ? seen < 2 : seen !== 1)) explain(pair, files, played);
}

function explain(pair: Pair, files: readonly string[], { versions, looks }: Played): void {
  console.log(`\n${pair.kind}: ${pair.url} (${files.join(", ")})`);
  for (const line of looks) console.log(`    ${line}`);
  versions.slice(1).forEach((version, i) => {
    for (const line of differenceOf(versions[i]!.text, version.text)) console.log(`  ${line}`);
  });
}
