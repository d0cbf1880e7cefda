import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { runningHere } from "#cli/running";
import { type ServerOptions, type Shell, settingsOf } from "#cli/shell";
import { siteOrigin } from "#cli/site-origin";
import { typed } from "#cli/started-as";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { tokenStore } from "#cli/token-store";
import type { Config } from "#config/schema";
import { systemClock } from "#lib/clock";
import { SharedClock } from "#lib/shared-clock";

interface Options extends ServerOptions {
  readonly json?: boolean;
}

export function signInCommand(program: Command, shell: Shell): void {
  program
    .command("sign-in")
    .summary("print a link that signs you in as the operator")
    .description(
      "Prints a new link. It works once, within an hour, also while a server is running. Open it in any browser and click “Sign in”. Several browsers can be signed in at the same time; the Operator page lists them and can sign them out.",
    )
    .option("--public-url <URL>", "address of the site (default: where it runs)")
    .option("--json", "print the link as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 sign-in", "a link for another browser"],
        ["$0 sign-in --public-url https://variorum.example.org", "for a site behind a proxy"],
      ]),
    )
    .action((_, command: Command) => signIn(command.optsWithGlobals<Options>(), shell));
}

async function signIn(options: Options, shell: Shell): Promise<void> {
  const { config } = settingsOf(shell, options);
  const { Sessions } = await import("#publish/http/sessions");
  const store = await openExistingData(config);
  try {
    const clock = store.serverNow ? await SharedClock.open(store.serverNow) : null;
    const served = runningHere(config.dataDir).flatMap(({ url }) => url ?? []);
    const link = await new Sessions(clock ?? systemClock, tokenStore(store)).newLink(originOf(config, served));
    clock?.stop();
    await shell.terminal.out(options.json ? reportText("sign-in", { link }) : link);
    if (served.length === 0 && config.publicUrl === null)
      shell.terminal.err(
        `No server is running with this data on this machine. Run "${typed(shell.startedAs)}" within an hour to use the link.`,
      );
  } finally {
    await store.close();
  }
}

/** The public address if there is one, else where a server of this machine listens, else where it would. */
const originOf = (config: Config, served: readonly string[]): string =>
  config.publicUrl ?? served[0] ?? siteOrigin(config);
