import type { Command } from "commander";
import { nearest } from "#config/nearest";
import { SETTINGS } from "#config/schema";
import type { WorkEvent } from "#engine/engine";
import { systemClock } from "#lib/clock";
import { clockTime, plural } from "#publish/wording";
import { type House, openHouse } from "./compose.ts";
import { Exit } from "./exit.ts";
import { examples } from "./help.ts";
import { logOf, type ServerOptions, type Shell, settingsOf } from "./shell.ts";
import { openWeb, type Web } from "./web.ts";

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
  const loaded = settingsOf(shell, options);
  const house = await openHouse(loaded.config, { log: logOf(loaded) });
  try {
    const web = await openWeb(house);
    try {
      await announce(house, web, shell);
      await house.engine.run({ signal: shell.signal, onEvent: progressOf(shell) });
      shell.terminal.err("Stopping ...");
    } finally {
      await web.close();
    }
  } finally {
    await house.close();
  }
}

async function announce({ config, store, clock }: House, web: Web, { terminal }: Shell): Promise<void> {
  const { sources, articles } = await store.reader.counts();
  await terminal.out(`${terminal.style("bold", config.siteName)} is at ${terminal.style("cyan", web.url)}`);
  await terminal.out(`Sign in as operator (once, within an hour): ${web.signInUrl}`);
  await terminal.out(
    sources === 0
      ? 'Nothing is watched yet: sign in and add a site on the Sources page, or run "variorum add URL" in another terminal.'
      : `Watching ${plural(sources, "source")} with ${plural(articles, "article")}; ${plural(await store.reader.dueCount(clock.now()), "look")} due now. Ctrl+C stops.`,
  );
}

/** One line for whoever watches the terminal; everybody else reads the log. */
function progressOf({ terminal }: Shell): (event: WorkEvent) => void {
  let looks = 0;
  let versions = 0;
  let found = 0;
  const since = systemClock.now();
  return (event) => {
    if (event.kind === "look") {
      looks++;
      if (event.report.decision === "new" || event.report.decision === "restored") versions++;
    } else found += event.report.found;
    terminal.progress(
      `Since ${clockTime(since)} UTC: ${plural(looks, "look")}, ${plural(found, "new article")}, ${plural(versions, "change")}. Now ${event.url}`,
    );
  };
}
