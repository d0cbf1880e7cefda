import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Ran {
  readonly end: "passed" | "failed" | "timed out";
  readonly ms: number;
  /** Computed by all its processes; 0 when it was ended. */
  readonly cpuMs: number;
}

export interface RunOptions {
  readonly root: string;
  /** Of computing, by any one process: a busy machine makes no test late. */
  readonly cpuMs: number;
  /** Of waiting, too. */
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
}

/** The shell sets the limit and counts, as Node can do neither. The limit is a soft one, which a signal of its own answers. */
const LIMITED = 'ulimit -S -t "$1"; counted=$2; shift 2; "$@"; code=$?; times > "$counted"; exit $code';
/** What a shell says of a program that SIGXCPU (24) ended. */
const SPENT = 128 + 24;
/** A mutant that never stops may also never stop asking for memory. */
const HEAP_MB = 1024;

/** Runs one test file in a process group of its own, and ends all of the group afterwards. */
export async function runTest(file: string, { root, cpuMs, timeoutMs, env }: RunOptions): Promise<Ran> {
  const start = performance.now();
  const reporter = join(import.meta.dirname, "first-failure.js");
  const flags = ["--disable-warning=ExperimentalWarning", `--max-old-space-size=${HEAP_MB}`];
  const command = [process.execPath, ...flags, `--test-reporter=${reporter}`, file];
  const counted = join(env["TMPDIR"] ?? tmpdir(), `variorum-mutants-${process.pid}.times`);
  const child = spawn("sh", ["-c", LIMITED, "sh", String(Math.ceil(cpuMs / 1000)), counted, ...command], {
    cwd: root,
    // Set where a test starts us: the reporter would be passed over.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env },
    stdio: "ignore",
    detached: true,
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endGroup(child.pid!);
  }, timeoutMs);
  const abandon = () => endGroup(child.pid!);
  process.once("exit", abandon);
  const [code] = await once(child, "exit");
  process.off("exit", abandon);
  clearTimeout(timer);
  endGroup(child.pid!);
  const end = late || code === SPENT ? "timed out" : code === 0 ? "passed" : "failed";
  return { end, ms: performance.now() - start, cpuMs: computed(counted) };
}

/** The second line of `times`, of what the shell has waited for: "0m1.23s 0m0.10s". */
function computed(file: string): number {
  if (!existsSync(file)) return 0;
  const [, children = ""] = readFileSync(file, "utf8").split("\n");
  rmSync(file);
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60_000 * Number(minutes) + 1000 * Number(seconds),
    0,
  );
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    // Most often the whole group has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
