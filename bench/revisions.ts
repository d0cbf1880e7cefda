import { isGiven, readFlags } from "./flags.ts";
import { differenceOf } from "./noise/difference.ts";
import { openImport } from "./noise/imported.ts";
import { type Pair, readPairs } from "./noise/pairs.ts";
import { openStage, type Played, type Stage } from "./noise/stage.ts";
import { printTable } from "./table.ts";

export const help =
  "real pages captured twice, watched and imported: edits caught and false versions (--data DIR, --verbose)";

interface Count {
  pairs: number;
  versions: number;
  unread: number;
}

export const FLAGS = { verbose: isGiven };

/**
 * Real pages captured twice (DIR/revisions-dev), both ways in: served from loopback and watched by the whole engine until it has
 * decided, and taken in by `import`, where no one can look again. The older capture comes first; pairs without an edit are also
 * played from the newer to the older one, because noise has no direction. A second version is right where the label says `edited`,
 * and false where it says `no-edit`.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { verbose } = readFlags(flags, FLAGS);
  if (data === undefined) throw new Error("The revisions benchmark needs --data DIR (with revisions-dev/ in it).");
  const pairs = readPairs(data);
  for (const [way, open] of WAYS) {
    const stage = await open();
    const forth = new Map<string, Count>();
    const back = new Map<string, Count>();
    for (const [at, pair] of pairs.entries()) {
      if (at % 20 === 0) console.error(`${way}: ${at} of ${pairs.length} pairs`);
      await playOne(stage, pair, [pair.a, pair.b], forth, verbose);
      if (!pair.edited) await playOne(stage, pair, [pair.b, pair.a], back, verbose);
    }
    await stage.close();
    const head = ["kind", "pairs", "second version", "no version at all"];
    printTable(`revisions, ${way}: the older capture first`, head, rows(forth));
    printTable(`revisions, ${way}: the newer capture first`, head, rows(back));
  }
}

const WAYS = [
  ["watched", openStage],
  ["imported", openImport],
] as const;

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
