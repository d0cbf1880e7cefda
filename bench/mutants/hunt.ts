import { globSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Copy } from "./copy.ts";
import { coverageIn } from "./coverage.ts";
import { type Databases, usesPostgres } from "./databases.ts";
import { reachOf } from "./imports.ts";
import type { Mutant } from "./mutants.ts";
import { type Ran, type RunOptions, runTest } from "./test-run.ts";

/** What became of a mutant; `test` says which file told it. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly end: "caught" | "timed out" | "survived" | "not finished";
  readonly test: string | null;
  /** How many test files run the operator. */
  readonly tests: number;
}

export interface Stage {
  readonly copy: Copy;
  readonly databases: Databases;
  /** Clock of the process (performance.now) at which the hunt ends. */
  readonly deadline: number;
  say(line: string): void;
}

/** A test of another folder that computes longer on the code as it is would cost more than it tells. */
const OTHERS_CPU_MS = 20_000;
const OWN_CPU_MS = 180_000;
/** The longest time for one test on the code as it is, however busy the machine. */
const FIRST_MS = 15 * 60_000;
/** A mutant's test may compute so much longer than it did on the code as it is ... */
const [PATIENCE, PATIENCE_CPU_MS] = [2, 10_000];
/** ... and wait longer still, as the machine has other things to do. */
const [WAITING, WAITING_MS] = [10, 60_000];

interface TimedTest {
  readonly file: string;
  readonly ran: Ran;
  /** The mutants whose operators it runs. */
  readonly runs: ReadonlySet<Mutant>;
}

/** Runs each mutant against the folder's own tests, and what they let through against the others, fastest first. */
export async function hunt(folder: string, mutants: readonly Mutant[], stage: Stage): Promise<readonly Verdict[]> {
  const files = globSync("test/**/*.test.ts", { cwd: stage.copy.root }).sort();
  const own = files.filter((file) => file.startsWith(`test/${folder}/`));
  const others = files.filter((file) => !own.includes(file));
  const first = await round(own, OWN_CPU_MS, mutants, stage);
  const left = first.filter(({ end }) => end === "survived").map(({ mutant }) => mutant);
  const second = await round(others, OTHERS_CPU_MS, left, stage);
  const later = new Map(second.map((verdict) => [verdict.mutant, verdict]));
  return first.map((verdict) => {
    const then = later.get(verdict.mutant);
    return then ? { ...then, tests: verdict.tests + then.tests } : verdict;
  });
}

async function round(
  files: readonly string[],
  limitMs: number,
  mutants: readonly Mutant[],
  stage: Stage,
): Promise<readonly Verdict[]> {
  const tests = await timeTests(files, limitMs, mutants, stage);
  const verdicts: Verdict[] = [];
  for (const mutant of mutants) {
    const chosen = tests.filter(({ runs }) => runs.has(mutant));
    stage.copy.write(mutant.path, mutant.text);
    const verdict = { mutant, tests: chosen.length, ...(await tryTests(chosen, stage)) };
    stage.copy.write(mutant.path, mutant.source);
    verdicts.push(verdict);
    const test = verdict.test === null ? `${chosen.length} tests` : verdict.test;
    stage.say(`${verdicts.length} of ${mutants.length}: ${nameOf(mutant)} ${verdict.end} (${test})`);
  }
  return verdicts;
}

/** A name that an editor understands. */
export function nameOf({ path, line, from, to, source, at }: Mutant): string {
  const column = at - source.lastIndexOf("\n", at - 1);
  return `${path}:${line}:${column}  ${from} -> ${to}`;
}

async function tryTests(tests: readonly TimedTest[], stage: Stage): Promise<Pick<Verdict, "end" | "test">> {
  for (const { file, ran } of tests) {
    if (performance.now() > stage.deadline) return { end: "not finished", test: null };
    const limits = { cpuMs: PATIENCE * ran.cpuMs + PATIENCE_CPU_MS, timeoutMs: WAITING * ran.ms + WAITING_MS };
    const { end } = await run(file, limits, {}, stage);
    if (end !== "passed") return { end: end === "failed" ? "caught" : end, test: file };
  }
  return { end: "survived", test: null };
}

/** Runs the tests that reach a mutant's file on the code as it is, and notes which operators they run. */
async function timeTests(
  files: readonly string[],
  limitMs: number,
  mutants: readonly Mutant[],
  stage: Stage,
): Promise<readonly TimedTest[]> {
  const reach = reachOf(stage.copy.root);
  const reaching = files.filter((file) => {
    const reached = reach(file);
    return mutants.some(({ path }) => reached.has(path));
  });
  const tests: TimedTest[] = [];
  const folder = join(stage.copy.temporary, "coverage");
  for (const [i, file] of reaching.entries()) {
    if (performance.now() > stage.deadline) break;
    mkdirSync(folder);
    // Code out of the cache of compiled code counts whole functions only.
    const env = { NODE_V8_COVERAGE: folder, NODE_DISABLE_COMPILE_CACHE: "1" };
    const ran = await run(file, { cpuMs: limitMs, timeoutMs: FIRST_MS }, env, stage);
    if (ran.end === "passed") {
      const covers = coverageIn(folder, stage.copy.root);
      tests.push({ file, ran, runs: new Set(mutants.filter(({ path, runsWith }) => covers(path, runsWith))) });
    }
    rmSync(folder, { recursive: true });
    const took = `${(ran.cpuMs / 1000).toFixed(1)} CPU seconds`;
    stage.say(`${i + 1} of ${reaching.length}: ${file} ${ran.end === "passed" ? took : `left out: ${ran.end}`}`);
  }
  return tests.sort((a, b) => a.ran.cpuMs - b.ran.cpuMs);
}

async function run(
  file: string,
  limits: Pick<RunOptions, "cpuMs" | "timeoutMs">,
  env: Record<string, string>,
  stage: Stage,
): Promise<Ran> {
  const { root, temporary } = stage.copy;
  const server = usesPostgres(root, file) ? await stage.databases.env() : {};
  const cache = { NODE_COMPILE_CACHE: join(temporary, "compiled"), TMPDIR: temporary };
  const ran = await runTest(file, { root, ...limits, env: { ...cache, ...server, ...env } });
  if (server["TEST_POSTGRES_SERVER"] !== undefined && ran.end !== "passed") await stage.databases.sweep();
  return ran;
}
