import type { Command } from "commander";
import { hide as hideArticle } from "#actions/articles";
import { openExistingData } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { hiddenJson, hidingOf } from "#cli/terminal/hidden-json";
import { reportText } from "#cli/terminal/json";
import { systemClock } from "#lib/clock";
import { OPERATOR } from "#model/actor";

interface Options extends GlobalOptions {
  readonly reason: string;
  readonly json?: boolean;
}

export function hideCommand(program: Command, shell: Shell): void {
  program
    .command("hide")
    .summary("take an article out of public view")
    .description(
      "The page of the article then answers 410 (gone), and lists, feeds, search and JSON leave the article out. Its versions are kept, and it is still watched.",
    )
    .argument("<URL>", "any address of the article, or its number")
    .requiredOption("--reason <TEXT>", "why; only the operator sees this")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 hide https://example.org/news/1 --reason 'Order of the court of 3 May'", "hide one article"],
      ]),
    )
    .action((url: string, _, command: Command) => hide(url, command.optsWithGlobals<Options>(), shell));
}

async function hide(url: string, options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const article = await findArticle(store.reader, url, shell);
    const done = await hideArticle({ store, clock: systemClock }, OPERATOR, {
      article: article.id,
      reason: options.reason,
    });
    if (!done.ok && done.failure.code === "bad-reason") throw new Exit("usage", `--reason: ${done.failure.message}`);
    const hidden = orExit(done);
    await shell.terminal.out(
      options.json
        ? reportText("hidden-article", hiddenJson(hidingOf(hidden, await store.reader.source(hidden.sourceId))))
        : `Hidden: ${article.headline ?? article.url} (${hidden.hiddenReason})`,
    );
  } finally {
    await store.close();
  }
}
