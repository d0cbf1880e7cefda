import type { Command } from "commander";
import { Exit } from "#cli/exit";
import { noteRunning } from "#cli/running";
import type { ServerOptions, Shell } from "#cli/shell";
import { typed } from "#cli/started-as";
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
    .summary("watch, and show changes in the browser (the default)")
    .description(
      "Watches everything that was added and serves the pages until it is stopped. At the start it prints a link that signs you in as the operator. Only the operator can add sources, hide articles and check articles at once.",
    )
    // Words that are not a command end up here, because this is the default command.
    .argument("[nothing...]")
    .usage("[options]")
    .option("--port <N>", `port to listen on; 0 for any free port (default: ${SETTINGS.port.fallback})`)
    .option("--host <ADDRESS>", `address to listen on (default: ${SETTINGS.host.fallback})`)
    .option("--public-url <URL>", "public address of the site")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0", "watch, with everything in ./variorum-data"],
        ["$0 serve --data /var/lib/variorum --port 8000", "another folder, another port"],
        ["VARIORUM_CONTACT=https://example.org/about $0", "a setting given as a variable"],
      ]),
    )
    .action((words: readonly string[], _, command: Command) => {
      if (words.length > 0) throw unknownCommand(words[0]!, program, shell);
      return serve(command.optsWithGlobals<ServerOptions>(), shell);
    });
}

function unknownCommand(word: string, program: Command, { startedAs }: Shell): Exit {
  if (program.commands.some((command) => command.name() === word))
    return new Exit("usage", `Write the options of ${word} after it: "${typed(startedAs, `${word} --option VALUE`)}".`);
  const meant = nearest(
    word,
    program.commands.map((command) => command.name()),
  );
  const hint =
    meant === null
      ? `List the commands with "${typed(startedAs, "help")}".`
      : `Did you mean "${typed(startedAs, meant)}"?`;
  return new Exit("usage", `There is no command ${word}. ${hint}`);
}

async function serve(options: ServerOptions, shell: Shell): Promise<void> {
  await withServices(options, shell, async (services) => {
    const web = await openWeb(services, shell.signal, true);
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
