import type { Command } from "commander";
import { hide as hideArticle } from "#actions/articles";
import { openExistingData } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { articleJson, jsonText } from "#cli/terminal/json";
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
      "Its page then answers 410, and it is absent from lists, feeds, search and JSON. What was kept stays kept, and it is still watched.",
    )
    .argument("<URL>", "the article, under any of its addresses or by its number")
    .requiredOption("--reason <TEXT>", "why, in words; kept for the operator, not shown to readers")
    .option("--json", "print the article as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum hide https://example.org/news/1 --reason 'Order of the court of 3 May'", "hide one article"],
      ]),
    )
    .action((url: string, _, command: Command) => hide(url, command.optsWithGlobals<Options>(), shell));
}

async function hide(url: string, options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const article = await findArticle(store.reader, url);
    const done = await hideArticle({ store, clock: systemClock }, OPERATOR, {
      article: article.id,
      reason: options.reason,
    });
    if (!done.ok && done.failure.code === "bad-reason") throw new Exit("usage", `--reason: ${done.failure.message}`);
    const hidden = orExit(done);
    await shell.terminal.out(
      options.json
        ? jsonText(articleJson(hidden))
        : `Hidden: ${article.headline ?? article.url} (${hidden.hiddenReason})`,
    );
  } finally {
    await store.close();
  }
}
