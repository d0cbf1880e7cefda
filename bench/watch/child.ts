import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Ask } from "./orders.ts";

/** A process of the bench that tells how it stands when it is asked. */
export interface Child<Ready, Report> {
  /** What it said at its start. */
  readonly ready: Ready;
  /** Resolves when it knows the time. */
  tell(now: number): Promise<void>;
  report(): Promise<Report>;
  /** SIGTERM, and waits for its end. */
  end(): Promise<void>;
}

/** Starts `FILE.ts` of this folder with its order; resolves when it is ready. */
export async function startChild<Ready, Report>(
  file: string,
  order: object,
  nodeFlags: readonly string[] = [],
): Promise<Child<Ready, Report>> {
  const script = resolve(import.meta.dirname, `${file}.ts`);
  const flags = ["--disable-warning=ExperimentalWarning", ...nodeFlags, script, JSON.stringify(order)];
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ready = (await answerOf(child, file)) as Ready;
  // Answers come in the order of the questions, one at a time.
  let last: Promise<unknown> = Promise.resolve();
  const ask = <T>(question: Ask): Promise<T> => {
    const asked = last.then(() => {
      child.send(question);
      return answerOf(child, file);
    });
    last = asked.catch(() => {});
    return asked as Promise<T>;
  };
  return {
    ready,
    tell: (now) => ask({ kind: "time", now }),
    report: () => ask({ kind: "report" }),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      if (child.exitCode !== 0)
        throw new Error(`The process ${file} ended with ${child.exitCode ?? child.signalCode}.`);
    },
  };
}

async function answerOf(child: ChildProcess, file: string): Promise<unknown> {
  const ended = new AbortController();
  const gone = once(child, "exit", { signal: ended.signal }).then(([code]) => {
    throw new Error(`The process ${file} ended by itself with ${code}.`);
  });
  // Whoever wins, the other is over: its end is no news.
  gone.catch(() => {});
  try {
    return (await Promise.race([once(child, "message", { signal: ended.signal }), gone]))[0];
  } finally {
    ended.abort();
  }
}
