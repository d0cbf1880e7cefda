import { once } from "node:events";
import type { Command } from "commander";
import { noteRunning } from "#cli/running";
import type { ServerOptions, Shell } from "#cli/shell";
import { announceWeb } from "#cli/terminal/announce";
import { examples } from "#cli/terminal/help";
import { openWeb } from "#cli/web";
import { withServices } from "#cli/with-services";
import { SETTINGS } from "#config/schema";

export function webCommand(program: Command, shell: Shell): void {
  program
    .command("web")
    .summary("serve the pages only, while workers watch")
    .description(
      "Serves the pages from a database that workers fill. Any number of web processes can use one database. What the operator asks for on the pages is done by the workers.",
    )
    .option("--port <N>", `port to listen on; 0 for any free port (default: ${SETTINGS.port.fallback})`)
    .option("--host <ADDRESS>", `address to listen on (default: ${SETTINGS.host.fallback})`)
    .option("--public-url <URL>", "public address of the site")
    .addHelpText(
      "after",
      examples(shell, [
        ["DATABASE_URL=postgres://variorum@db/variorum $0 web", "the pages on one machine"],
        ["DATABASE_URL=postgres://variorum@db/variorum $0 worker", "a worker on each of the others"],
      ]),
    )
    .action((_, command: Command) => web(command.optsWithGlobals<ServerOptions>(), shell));
}

async function web(options: ServerOptions, shell: Shell): Promise<void> {
  await withServices(options, shell, async (services) => {
    const open = await openWeb(services, shell.signal, true);
    const ended = noteRunning(services, { watches: false, url: open.url });
    try {
      await announceWeb(services, open, shell);
      if (!shell.signal.aborted) await once(shell.signal, "abort");
      shell.terminal.err("Stopping ...");
    } finally {
      ended();
      await open.close();
    }
  });
}
