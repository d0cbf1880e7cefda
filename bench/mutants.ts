import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type GivenFlags, readFlags, whole } from "./flags.ts";
import { copyTree } from "./mutants/copy.ts";
import { databases } from "./mutants/databases.ts";
import { hunt, nameOf, type Verdict } from "./mutants/hunt.ts";
import { drawMutants, staleEntries } from "./mutants/mutants.ts";
import { printTable } from "./table.ts";

/** What stands behind the name of the benchmark. */
export const takes = "FOLDER";

const CHECKOUT = resolve(import.meta.dirname, "..");
export const FLAGS = { count: whole(60, 1), seed: whole(1), minutes: whole(60, 1) };

interface Wanted {
  readonly folder: string;
  readonly count: number;
  readonly seed: number;
  readonly minutes: number;
}

/**
 * Mutants of src/FOLDER with one operator turned, run against the tests: share caught, and the survivors (--count 60 --seed 1 --minutes 60).
 * Works on a copy of the checkout, so that the checkout is never touched.
 */
export async function run({ flags, rest }: { flags: GivenFlags; rest: readonly string[] }): Promise<void> {
  const wanted = wantedOf(flags, rest);
  const copy = copyTree(CHECKOUT);
  const servers = databases();
  const say = (line: string) => console.error(`  ${line}`);
  // The default end of a signal would leave the copy behind.
  const interrupted = () => process.exit(130);
  process.once("exit", copy.remove).once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const mutants = drawMutants(copy.root, wanted.folder, wanted.count, wanted.seed);
    const telling = mutants.filter(({ equivalent }) => equivalent === null);
    const deadline = performance.now() + wanted.minutes * 60_000;
    const verdicts = await hunt(wanted.folder, telling, { copy, databases: servers, deadline, say });
    print(wanted, verdicts, mutants.length - telling.length);
    for (const { file, code } of staleEntries(copy.root, wanted.folder))
      console.log(`bench/mutants/equivalent.ts: no such operator any more in src/${file}: ${code}`);
  } finally {
    await servers.stop();
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  }
}

function print({ folder, seed }: Wanted, verdicts: readonly Verdict[], equivalent: number): void {
  const count = (end: Verdict["end"]) => verdicts.filter((verdict) => verdict.end === end).length;
  const caught = count("caught") + count("timed out");
  const finished = verdicts.length - count("not finished");
  printTable(
    `mutants of src/${folder}, seed ${seed}`,
    ["mutants", "caught", "by time-out", "%", "by another folder", "change no result", "not finished"],
    [
      [
        finished,
        caught,
        count("timed out"),
        finished === 0 ? "-" : ((100 * caught) / finished).toFixed(1),
        verdicts.filter(({ test }) => test !== null && !test.startsWith(`test/${folder}/`)).length,
        equivalent,
        count("not finished"),
      ],
    ],
  );
  const survivors = verdicts.filter(({ end }) => end === "survived");
  if (survivors.length > 0) console.log("\nSurvivors:");
  for (const { mutant, tests } of survivors) {
    console.log(`${nameOf(mutant)}  (${tests === 0 ? "no test runs it" : `${tests} test files run it`})`);
    console.log(`    ${mutant.source.split("\n")[mutant.line - 1]!.trim()}`);
  }
}

function wantedOf(given: GivenFlags, rest: readonly string[]): Wanted {
  const [folder, ...more] = rest.map((path) => path.replace(/^src\/|\/$/g, ""));
  if (folder === undefined || more.length > 0) throw new Error("mutants needs one folder of src/, such as collate.");
  if (!/^\w[\w/-]*$/.test(folder) || !existsSync(join(CHECKOUT, "src", folder)))
    throw new Error(`There is no folder src/${folder}.`);
  return { folder, ...readFlags(given, FLAGS) };
}
