import type { Command } from "commander";
import { separate } from "#actions/joins";
import { openExistingData } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { joinReport } from "#cli/terminal/join-report";
import { reportText } from "#cli/terminal/json";
import { systemClock } from "#lib/clock";
import { OPERATOR } from "#model/actor";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Join } from "#model/join";
import type { Store } from "#store/store";
import { joinSentence } from "#words/joins";

interface Options extends GlobalOptions {
  readonly separate?: string | true;
  readonly json?: boolean;
}

export function articleCommand(program: Command, shell: Shell): void {
  program
    .command("article")
    .summary("show what was decided about which article an address is, and undo it")
    .description(
      "Articles that prove to be one are joined: their versions become one history, and one address is looked at. Prints each join with what it was made on. Separating undoes a join: both articles are looked at again, each with its own versions, and they are not joined again by themselves.",
    )
    .argument("<URL>", "any address of the article, or its number")
    .option("--separate [N]", "undo the join of article N; without N the latest one")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 article https://example.org/news/1", "with which articles it was joined, and why"],
        ["$0 article 17 --separate 39", "article 39 is one of its own again"],
      ]),
    )
    .action((url: string, _, command: Command) => decided(url, command.optsWithGlobals<Options>(), shell));
}

async function decided(url: string, options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const article = await findArticle(store.reader, url, shell);
    if (options.separate !== undefined) await separateOne(store, article, options.separate);
    const joins = await store.reader.joins(article.id);
    const report = joinReport(article, joins);
    if (options.json) return shell.terminal.out(reportText("article-joins", report));
    for (const line of [heading(article), ...linesOf(joins)]) await shell.terminal.out(line);
  } finally {
    await store.close();
  }
}

async function separateOne(store: Store, article: Article, given: string | true): Promise<void> {
  const joins = (await store.reader.joins(article.id)).filter(({ undoneAt }) => undoneAt === null);
  const join = given === true ? joins.at(-1) : joins.find(({ younger }) => String(younger) === given);
  if (!join)
    throw new Exit("notFound", given === true ? "It was not joined with another." : `It was not joined with ${given}.`);
  orExit(await separate({ store, clock: systemClock }, OPERATOR, join.younger));
}

const heading = ({ id, headline, url }: Article): string => `${numbered(id)}: ${headline ?? url}`;

const numbered = (id: ArticleId): string => `Article ${id}`;

const linesOf = (joins: readonly Join[]): readonly string[] =>
  joins.length === 0 ? ["It was not joined with another."] : joins.map(joinSentence);
