import { CommanderError } from "commander";
import { FailureError } from "#model/failure";
import { EXIT_CODES, Exit } from "./exit.ts";
import { createProgram } from "./program.ts";
import type { Shell } from "./shell.ts";

/** Runs one command line; resolves with the exit code. Expected failures become one sentence on standard error. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<number> {
  try {
    await createProgram(shell).parseAsync([...args], { from: "user" });
    return EXIT_CODES.ok.code;
  } catch (error) {
    shell.terminal.progress("");
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.ok.code : EXIT_CODES.usage.code;
    if (error instanceof Exit) {
      shell.terminal.err(error.message);
      return EXIT_CODES[error.reason].code;
    }
    shell.terminal.err(unexpected(error));
    return EXIT_CODES.failed.code;
  }
}

/** A failure that nobody foresaw: with its stack, for the report that we hope to get. */
function unexpected(error: unknown): string {
  if (error instanceof FailureError) return error.message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "The disk is full: nothing half-written was kept. Make room and start again.";
  if (code === "EACCES" || code === "EPERM") return `Not allowed: ${message}. Check who owns the data directory.`;
  return `This is a fault of Variorum itself; please report it with these lines:\n${stack ?? message ?? String(error)}`;
}
