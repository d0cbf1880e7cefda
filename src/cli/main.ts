import { systemTerminal } from "#cli/terminal/terminal";
import { readEnvironment } from "#config/env";
import { systemClock } from "#lib/clock";
import { EXIT_CODES } from "./exit.ts";
import { runCommandLine } from "./run.ts";
import { startedAs } from "./started-as.ts";

const environment = readEnvironment();
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    // Pressed twice: do not wait until running work has ended.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  });
// It is not an error if the reader has seen enough (`variorum articles | head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

// Until the command says how it ended. If something that it waits for can never come, the process ends by itself.
process.exitCode = EXIT_CODES.failed.code;
let hasEnded = false;
process.once("beforeExit", () => {
  if (hasEnded) return;
  process.stderr.write("Variorum ended in the middle of its work. This is a fault in Variorum; please report it.\n");
});

const code = await runCommandLine(process.argv.slice(2), {
  terminal: systemTerminal(environment),
  environment,
  cwd: process.cwd(),
  signal: interrupt.signal,
  startedAs: startedAs({ environment, script: process.argv[1] ?? "", cwd: process.cwd() }),
  clock: systemClock,
});
hasEnded = true;
process.exitCode = code;
