import type { Command } from "commander";
import { unhide as unhideArticle } from "#actions/articles";
import { openExistingData } from "#cli/compose";
import { orExit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { hiddenJson, hidingOf } from "#cli/terminal/hidden-json";
import { reportText } from "#cli/terminal/json";
import { systemClock } from "#lib/clock";
import { OPERATOR } from "#model/actor";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export function unhideCommand(program: Command, shell: Shell): void {
  program
    .command("unhide")
    .summary("show a hidden article again")
    .argument("<URL>", "any address of the article, or its number")
    .option("--json", "print the result as JSON")
    .addHelpText("after", examples(shell, [["$0 unhide https://example.org/news/1", "show one article again"]]))
    .action((url: string, _, command: Command) => unhide(url, command.optsWithGlobals<Options>(), shell));
}

async function unhide(url: string, options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const article = await findArticle(store.reader, url, shell);
    const context = { store, clock: systemClock };
    const { article: shown, wasHidden } = orExit(await unhideArticle(context, OPERATOR, article.id));
    const text = `${wasHidden ? "Shown again" : "Was not hidden"}: ${article.headline ?? article.url}`;
    await shell.terminal.out(
      options.json
        ? reportText("hidden-article", hiddenJson(hidingOf(shown, await store.reader.source(shown.sourceId))))
        : text,
    );
  } finally {
    await store.close();
  }
}
