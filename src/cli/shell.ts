import type { Terminal } from "#cli/terminal/terminal";
import type { Environment } from "#config/env";
import { type Loaded, loadConfig } from "#config/load";
import type { Clock } from "#lib/clock";
import { createLog, type Log } from "#lib/log";
import { orExit } from "./exit.ts";

/** What every command gets. */
export interface Shell {
  readonly terminal: Terminal;
  readonly environment: Environment;
  readonly cwd: string;
  /** Aborts on the first Ctrl+C or SIGTERM; the second one ends the process at once. */
  readonly signal: AbortSignal;
  /** What is typed before the words of a command to start Variorum the same way again. */
  readonly startedAs: string;
  /** What commands that show something mean by "now". */
  readonly clock: Clock;
}

/** Options that every command takes. */
export interface GlobalOptions {
  readonly data?: string;
  readonly config?: string;
  readonly logLevel?: string;
}

/** Options that only `serve` and `demo` take. */
export interface ServerOptions extends GlobalOptions {
  readonly host?: string;
  readonly port?: string;
  readonly publicUrl?: string;
  readonly statusPort?: string;
}

/** The settings a command runs with, its flags included. Ends the command if they cannot be read. */
export function settingsOf(shell: Shell, options: ServerOptions): Loaded {
  const { data, config, logLevel, host, port, publicUrl, statusPort } = options;
  return orExit(
    loadConfig({
      environment: shell.environment,
      flags: { dataDir: data, logLevel, host, port, publicUrl, statusPort },
      configFile: config,
      cwd: shell.cwd,
    }),
  );
}

export const logOf = (loaded: Loaded): Log => createLog(loaded.config.logLevel);
