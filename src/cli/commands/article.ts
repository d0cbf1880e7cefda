import type { Command } from "commander";
import { undoAddress } from "#actions/addresses";
import { separate } from "#actions/joins";
import { openExistingData } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { addressLines } from "#cli/terminal/address-log";
import { examples } from "#cli/terminal/help";
import { joinsJson } from "#cli/terminal/joins-json";
import { reportText } from "#cli/terminal/json";
import { systemClock } from "#lib/clock";
import { OPERATOR } from "#model/actor";
import type { ArticleId } from "#model/id";
import type { Store } from "#store/store";
import { joinSentence } from "#words/joins";

interface Options extends GlobalOptions {
  readonly undoAddress?: string;
  readonly separate?: string | true;
  readonly json?: boolean;
}

export function articleCommand(program: Command, shell: Shell): void {
  program
    .command("article")
    .summary("show what was decided about an article's addresses, or undo it")
    .description(
      "Prints the addresses of an article, every decision that Variorum made about them by itself, and with which articles it was joined, with the evidence. A decision that is undone is not made again. Articles that are separated are both looked at again, each with its own versions.",
    )
    .argument("<URL>", "any address of the article, or its number")
    .option("--undo-address <N>", "take back the decision with this number")
    .option("--separate [N]", "undo the join of article N; without N the latest one")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 article https://example.org/news/1", "its addresses, and how it came by them"],
        ["$0 article https://example.org/news/1 --undo-address 7", "go back to the address before"],
        ["$0 article 17 --separate 39", "article 39 is one of its own again"],
      ]),
    )
    .action((url: string, _, command: Command) => article(url, command.optsWithGlobals<Options>(), shell));
}

async function article(given: string, options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const { id } = await findArticle(store.reader, given, shell);
    if (options.separate !== undefined) await separateOne(store, id, options.separate);
    if (options.undoAddress !== undefined) {
      const input = { article: id, decision: Number(options.undoAddress) };
      orExit(await undoAddress({ store, clock: systemClock }, OPERATOR, input));
    }
    const { url } = (await store.reader.article(id))!;
    const addresses = await store.reader.articleUrls(id);
    const decisions = await store.reader.addressDecisions(id);
    const joins = await store.reader.joins(id);
    const log = { id, url, knownAs: addresses, decisions };
    if (options.json) return shell.terminal.out(reportText("article-addresses", { ...log, joins: joinsJson(joins) }));
    await shell.terminal.out([...addressLines(log), ...joins.map(joinSentence)].join("\n"));
  } finally {
    await store.close();
  }
}

async function separateOne(store: Store, id: ArticleId, given: string | true): Promise<void> {
  const joins = (await store.reader.joins(id)).filter(({ undoneAt }) => undoneAt === null);
  const join = given === true ? joins.at(-1) : joins.find(({ younger }) => String(younger) === given);
  if (!join)
    throw new Exit("notFound", given === true ? "It was not joined with another." : `It was not joined with ${given}.`);
  orExit(await separate({ store, clock: systemClock }, OPERATOR, join.younger));
}
