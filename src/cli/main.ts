import { systemTerminal } from "#cli/terminal/terminal";
import { readEnvironment } from "#config/env";
import { runCommandLine } from "./run.ts";

const environment = readEnvironment();
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    // Whoever presses twice does not want to wait for the end of what was begun.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  });
// A reader that has seen enough (`variorum articles | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: systemTerminal(environment),
  environment,
  cwd: process.cwd(),
  signal: interrupt.signal,
});
