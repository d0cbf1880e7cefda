import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { articleJson, jsonText } from "#cli/terminal/json";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export function unhideCommand(program: Command, shell: Shell): void {
  program
    .command("unhide")
    .summary("show a hidden article again")
    .argument("<URL>", "the article, under any of its addresses or by its number")
    .option("--json", "print the article as JSON")
    .addHelpText("after", examples([["variorum unhide https://example.org/news/1", "show one article again"]]))
    .action((url: string, _, command: Command) => unhide(url, command.optsWithGlobals<Options>(), shell));
}

async function unhide(url: string, options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const article = await findArticle(store.reader, url);
    if (article.hidden) await store.writer.unhide(article.id);
    const shown = { ...article, hidden: false, hiddenReason: null };
    const text = `${article.hidden ? "Shown again" : "Was not hidden"}: ${article.headline ?? article.url}`;
    await shell.terminal.out(options.json ? jsonText(articleJson(shown)) : text);
  } finally {
    await store.close();
  }
}
