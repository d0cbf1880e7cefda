import type { Command } from "commander";
import { undoAddress } from "#actions/addresses";
import { openExistingData } from "#cli/compose";
import { orExit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { addressLines } from "#cli/terminal/address-log";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { systemClock } from "#lib/clock";
import { OPERATOR } from "#model/actor";

interface Options extends GlobalOptions {
  readonly undoAddress?: string;
  readonly json?: boolean;
}

export function articleCommand(program: Command, shell: Shell): void {
  program
    .command("article")
    .summary("show what was decided about an article's addresses, or undo it")
    .description(
      "Prints the addresses of an article, and every decision that Variorum made about them by itself, with its evidence. A decision that is undone is not made again.",
    )
    .argument("<URL>", "any address of the article, or its number")
    .option("--undo-address <N>", "take back the decision with this number")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 article https://example.org/news/1", "its addresses, and how it came by them"],
        ["$0 article https://example.org/news/1 --undo-address 7", "go back to the address before"],
      ]),
    )
    .action((url: string, _, command: Command) => article(url, command.optsWithGlobals<Options>(), shell));
}

async function article(given: string, options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const { id } = await findArticle(store.reader, given, shell);
    if (options.undoAddress !== undefined) {
      const input = { article: id, decision: Number(options.undoAddress) };
      orExit(await undoAddress({ store, clock: systemClock }, OPERATOR, input));
    }
    const { url } = (await store.reader.article(id))!;
    const addresses = await store.reader.articleUrls(id);
    const decisions = await store.reader.addressDecisions(id);
    const log = { id, url, knownAs: addresses, decisions };
    await shell.terminal.out(options.json ? reportText("article-addresses", log) : addressLines(log).join("\n"));
  } finally {
    await store.close();
  }
}
