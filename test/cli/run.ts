import { readEnvironment } from "#config/env";
import { type Clock, systemClock } from "#lib/clock";
import { runCommandLine } from "../../src/cli/run.ts";
import type { Terminal } from "../../src/cli/terminal/terminal.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly variables?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly columns?: number;
  readonly colour?: boolean;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** What the person at the terminal answers; no one is there unless given. */
  readonly answer?: string;
  /** What is typed to start the program; `variorum` unless given. */
  readonly startedAs?: string;
  /** Called with each text on standard output, as it comes. */
  readonly onOut?: (text: string) => void;
  /** Called with each line that says how far it is. */
  readonly onProgress?: (text: string) => void;
}

/** Runs one command line in this process, with everything it prints kept. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: async (text) => {
      out.push(text);
      options.onOut?.(text);
    },
    err: (text) => void err.push(text),
    colour: options.colour ?? false,
    watched: false,
    isTerminal: false,
    columns: options.columns ?? 100,
    style: (style, text) => (options.colour ? `<${String(style)}>${text}</>` : text),
    progress: options.onProgress ?? (() => {}),
    ask: async () => options.answer ?? null,
  };
  const code = await runCommandLine(args, {
    terminal,
    environment: readEnvironment(options.variables ?? {}),
    cwd: options.cwd ?? process.cwd(),
    signal: options.signal ?? new AbortController().signal,
    startedAs: options.startedAs ?? "variorum",
    clock: options.clock ?? systemClock,
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
