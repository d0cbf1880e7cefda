import type { Command } from "commander";
import { findSource } from "#cli/find-source";
import { type Reading, whileReading } from "#cli/reading";
import type { GlobalOptions, Shell } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { hiddenJson, hidingOf } from "#cli/terminal/hidden-json";
import { recordText, reportText } from "#cli/terminal/json";
import { readCount } from "#cli/terminal/number";
import { printTable } from "#cli/terminal/table";
import { articlesJson } from "#json/articles";
import type { Article } from "#model/article";
import { articlesView, type ListedArticle } from "#view/articles";
import { likeHidden } from "#words/hidden";
import { relative, STATUSES } from "#words/wording";

interface Options extends GlobalOptions {
  readonly source?: string;
  readonly limit: string;
  readonly hidden?: boolean;
  readonly changed?: boolean;
  readonly json?: boolean;
}

export function articlesCommand(program: Command, shell: Shell): void {
  program
    .command("articles")
    .summary("list articles, newest first")
    .option("--source <SOURCE>", "only articles of this source: its name, its home page or one of its feeds")
    .option("--limit <N>", "list at most N articles", "50")
    .option("--changed", "only articles with more than one version")
    .option("--hidden", "only hidden articles, with the reason")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(shell, [["$0 articles --source example.org --changed", "changed articles of a source"]]),
    )
    .action((_, command: Command) => articles(command.optsWithGlobals<Options>(), shell));
}

async function articles(options: Options, shell: Shell): Promise<void> {
  const limit = readCount("--limit", options.limit);
  const { terminal } = shell;
  await whileReading(options, shell, "public", async (reading) => {
    // Of hidden articles the operator's list alone has details.
    const items = options.hidden ? await reading.reader.hiddenArticles() : await listed(reading, limit, options, shell);
    if (options.json) {
      const hidden = () => items.map(({ article, source }) => hiddenJson(hidingOf(article, source)));
      return terminal.out(
        options.hidden
          ? reportText("hidden", { articles: hidden() })
          : recordText(articlesJson(items, reading.absolute)),
      );
    }
    if (items.length === 0)
      return terminal.err(options.hidden ? "No articles are hidden." : "There are no such articles.");
    await print(items, options, shell);
  });
}

async function listed(
  { view, reader }: Reading,
  limit: number,
  options: Options,
  shell: Shell,
): Promise<readonly ListedArticle[]> {
  const source = options.source === undefined ? undefined : await findSource(reader, options.source, shell);
  return articlesView(view, { sourceId: source?.id, changed: options.changed === true, limit });
}

const hiddenBecause = ({ hiddenBecause: because }: Article): string => (because === null ? "" : likeHidden(because));

async function print(items: readonly ListedArticle[], options: Options, { terminal, clock }: Shell): Promise<void> {
  const now = clock.now();
  await printTable<ListedArticle>(
    terminal,
    [
      { title: "ARTICLE", cell: ({ article }) => article.headline ?? "(no headline yet)", flexible: true },
      { title: "ADDRESS", cell: ({ article }) => article.url, flexible: true },
      { title: "VERSIONS", cell: ({ article }) => String(article.standingCount), right: true },
      options.hidden
        ? { title: "HIDDEN BECAUSE", cell: ({ article }) => article.hiddenReason ?? hiddenBecause(article) }
        : {
            title: "NEXT LOOK",
            cell: ({ article }) =>
              article.nextLookAt === null ? STATUSES[article.status] : relative(article.nextLookAt, now),
          },
    ],
    items,
  );
}
