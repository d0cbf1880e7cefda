import type { Command } from "commander";
import { Exit } from "#cli/exit";
import { noteRunning } from "#cli/running";
import type { ServerOptions, Shell } from "#cli/shell";
import { announceWeb } from "#cli/terminal/announce";
import { examples } from "#cli/terminal/help";
import { progressOf } from "#cli/terminal/progress";
import { openWeb } from "#cli/web";
import { withServices } from "#cli/with-services";
import { nearest } from "#config/nearest";
import { SETTINGS } from "#config/schema";

export function serveCommand(program: Command, shell: Shell): void {
  program
    .command("serve", { isDefault: true })
    .summary("watch, and show what changed in the browser (the default)")
    .description(
      "Watches everything that was added and serves the pages, until it is stopped. At the start it prints a link that signs you in as the operator; only the operator can add, hide and look now.",
    )
    // Whatever is no command ends up here, because this is the default one.
    .argument("[nothing...]")
    .usage("[options]")
    .option("--port <N>", `port to listen on, 0 for any (default: ${SETTINGS.port.fallback})`)
    .option("--host <ADDRESS>", `address to listen on (default: ${SETTINGS.host.fallback})`)
    .option("--public-url <URL>", "address under which readers reach the site")
    .addHelpText(
      "after",
      examples([
        ["variorum", "watch, with everything in ./variorum-data"],
        ["variorum serve --data /var/lib/variorum --port 8000", "another folder, another port"],
        ["VARIORUM_CONTACT=https://example.org/about variorum", "any setting by its variable"],
      ]),
    )
    .action((words: readonly string[], _, command: Command) => {
      if (words.length > 0) throw unknownCommand(words[0]!, program);
      return serve(command.optsWithGlobals<ServerOptions>(), shell);
    });
}

function unknownCommand(word: string, program: Command): Exit {
  if (program.commands.some((command) => command.name() === word))
    return new Exit("usage", `Options of ${word} stand after it: "variorum ${word} --option VALUE".`);
  const meant = nearest(
    word,
    program.commands.map((command) => command.name()),
  );
  const hint = meant === null ? '"variorum help" lists the commands.' : `Did you mean "variorum ${meant}"?`;
  return new Exit("usage", `There is no command ${word}. ${hint}`);
}

async function serve(options: ServerOptions, shell: Shell): Promise<void> {
  await withServices(options, shell, async (services) => {
    const web = await openWeb(services, shell.signal);
    const ended = noteRunning(services, { watches: true, url: web.url });
    try {
      await announceWeb(services, web, shell);
      await services.engine.run({ signal: shell.signal, onEvent: progressOf(shell) });
      shell.terminal.err("Stopping ...");
    } finally {
      ended();
      await web.close();
    }
  });
}
