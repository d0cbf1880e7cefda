import type { Command } from "commander";
import type { Services } from "#cli/compose";
import { listenOrExit } from "#cli/listen";
import { noteRunning } from "#cli/running";
import type { ServerOptions, Shell } from "#cli/shell";
import { statusOf } from "#cli/status";
import { watched } from "#cli/terminal/announce";
import { examples } from "#cli/terminal/help";
import { progressOf } from "#cli/terminal/progress";
import { withServices } from "#cli/with-services";
import { SETTINGS } from "#config/schema";

export function workerCommand(program: Command, shell: Shell): void {
  program
    .command("worker")
    .summary("watch only; any number of workers can share one database")
    .description(
      "Watches without serving pages. Any number of workers, on one or more machines, share the work. Only one worker at a time sends requests to a host, and all keep the same pauses between requests. If a worker is killed, the others take over its hosts when its lease ends. Serves /ready and /metrics on a separate port.",
    )
    .option(
      "--status-port <N>",
      `port of /ready and /metrics; 0 for any free port (default: ${SETTINGS.statusPort.fallback})`,
    )
    .option("--host <ADDRESS>", `address to serve them on (default: ${SETTINGS.host.fallback})`)
    .addHelpText(
      "after",
      examples(shell, [
        ["DATABASE_URL=postgres://variorum@db/variorum $0 worker", "on each machine that watches"],
        ["$0 worker --status-port 0", "a second one on the same machine"],
      ]),
    )
    .action((_, command: Command) => work(command.optsWithGlobals<ServerOptions>(), shell));
}

async function work(options: ServerOptions, shell: Shell): Promise<void> {
  await withServices(options, shell, async (services) => {
    const status = await openStatus(services, shell);
    const ended = noteRunning(services, { watches: true, url: null });
    try {
      await shell.terminal.out(`Worker ${process.pid}; /ready and /metrics at ${status.url}`);
      await shell.terminal.out(await watched(services, shell));
      await services.engine.run({ signal: shell.signal, onEvent: progressOf(shell) });
      shell.terminal.err("Stopping ...");
    } finally {
      ended();
      await status.close();
    }
  });
}

async function openStatus(services: Services, { signal }: Shell) {
  const { createStatusApp } = await import("#publish/http/status");
  const { host, statusPort: port, trustedProxies } = services.config;
  return listenOrExit(createStatusApp(statusOf(services, signal)), { host, port, trustedProxies });
}
