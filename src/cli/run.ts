import { CommanderError } from "commander";
import { FailureError } from "#model/failure";
import { EXIT_CODES, Exit } from "./exit.ts";
import { createProgram } from "./program.ts";
import type { Shell } from "./shell.ts";
import { inOwnForm } from "./started-as.ts";

/** Runs one command line; resolves with the exit code. Expected failures become one sentence on standard error. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<number> {
  try {
    await createProgram(shell).parseAsync([...args], { from: "user" });
    return EXIT_CODES.ok.code;
  } catch (error) {
    shell.terminal.progress("");
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.ok.code : EXIT_CODES.usage.code;
    if (error instanceof Exit) {
      shell.terminal.err(inOwnForm(shell.startedAs, error.message));
      return EXIT_CODES[error.reason].code;
    }
    shell.terminal.err(inOwnForm(shell.startedAs, unexpected(error)));
    return EXIT_CODES.failed.code;
  }
}

/** A failure that no one expected: with its stack, for a report. */
function unexpected(error: unknown): string {
  if (error instanceof FailureError) return error.message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "The disk is full. What was half written is discarded. Make room and start again.";
  if (code === "EACCES" || code === "EPERM") return `Not allowed: ${message}. Check who owns the data folder.`;
  return `This is a fault in Variorum. Please report it with these lines:\n${stack ?? message ?? String(error)}`;
}
