import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Ran {
  readonly end: "passed" | "failed" | "timed out";
  readonly ms: number;
}

export interface RunOptions {
  readonly root: string;
  /** Of computing, by any one process: a busy machine makes no test late. */
  readonly cpuMs: number;
  /** Of waiting, too. */
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
}

/** The shell sets the limit, as Node cannot. */
const LIMITED = 'ulimit -S -t "$1" && shift && exec "$@"';
/** A mutant that never stops may also never stop asking for memory. */
const HEAP_MB = 1024;

/** Runs one test file in a process group of its own, and ends all of the group afterwards. */
export async function runTest(file: string, { root, cpuMs, timeoutMs, env }: RunOptions): Promise<Ran> {
  const start = performance.now();
  const reporter = join(import.meta.dirname, "first-failure.js");
  const flags = ["--disable-warning=ExperimentalWarning", `--max-old-space-size=${HEAP_MB}`];
  const command = [process.execPath, ...flags, `--test-reporter=${reporter}`, file];
  const child = spawn("sh", ["-c", LIMITED, "sh", String(Math.ceil(cpuMs / 1000)), ...command], {
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
  const [code, signal] = await once(child, "exit");
  process.off("exit", abandon);
  clearTimeout(timer);
  endGroup(child.pid!);
  return {
    end: late || signal === "SIGXCPU" ? "timed out" : code === 0 ? "passed" : "failed",
    ms: performance.now() - start,
  };
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    // Most often the whole group has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
