import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const MAIN = resolve(import.meta.dirname, "../../src/cli/main.ts");

export interface Started {
  /** The next line on standard output; empty at its end. */
  line(): Promise<string>;
  /** Resolves when the process has ended. */
  end(): Promise<{ readonly code: number; readonly err: string }>;
  kill(signal: NodeJS.Signals): void;
}

/** The real process, with real signals. `running` is where a test finds what it has to end. */
export function start(
  running: Set<ChildProcess>,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...variables },
  });
  running.add(child);
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  // Listened for from the start: a process may end while its test still waits for another.
  const closed = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => (await lines.next()).value ?? "",
    end: async () => {
      const [code] = await closed;
      return { code: code as number, err };
    },
    kill: (signal) => void child.kill(signal),
  };
}
