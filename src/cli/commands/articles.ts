import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { withScheme } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { articleJson, jsonText } from "#cli/terminal/json";
import { readCount } from "#cli/terminal/number";
import { printTable } from "#cli/terminal/table";
import { systemClock } from "#lib/clock";
import type { Article } from "#model/article";
import type { SourceId } from "#model/id";
import { createPublicReader } from "#store/public-reader";
import type { ArticleListItem, Reader } from "#store/reader";
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
    .option("--source <URL>", "only of this source: its home page, a feed of it or its name")
    .option("--limit <N>", "at most so many", "50")
    .option("--changed", "only those that have more than one version")
    .option("--hidden", "the hidden ones, with the reason, and nothing else")
    .option("--json", "print JSON")
    .addHelpText("after", examples([["variorum articles --source example.org --changed", "what one source changed"]]))
    .action((_, command: Command) => articles(command.optsWithGlobals<Options>(), shell));
}

async function articles(options: Options, shell: Shell): Promise<void> {
  const limit = readCount("--limit", options.limit);
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const items = options.hidden ? await store.reader.hiddenArticles() : await listed(store.reader, options, limit);
    if (options.json)
      return await shell.terminal.out(
        jsonText(items.map(({ article, source }) => ({ ...articleJson(article), source: source.name }))),
      );
    if (items.length === 0) return shell.terminal.err("No article to list.");
    await print(items, options, shell);
  } finally {
    await store.close();
  }
}

async function listed(reader: Reader, options: Options, limit: number): Promise<readonly ArticleListItem[]> {
  const sourceId = options.source === undefined ? undefined : await findSource(reader, options.source);
  const shown = createPublicReader(reader, "public");
  const items: ArticleListItem[] = [];
  let before: number | undefined;
  do {
    const page = await shown.articles({ sourceId, before, limit: 200 });
    items.push(...page.items.filter(({ article }) => !options.changed || article.versionCount > 1));
    before = page.next ?? undefined;
  } while (before !== undefined && items.length < limit);
  return items.slice(0, limit);
}

async function findSource(reader: Reader, given: string): Promise<SourceId> {
  const named = (await reader.sources()).find(({ name }) => name.toLowerCase() === given.toLowerCase());
  const source = named ?? (await reader.sourceByUrl(withScheme(given)));
  if (source) return source.id;
  throw new Exit("notFound", `There is no source ${given}. "variorum sources" lists those there are.`);
}

const hiddenBecause = ({ hiddenBecause: because }: Article): string => (because === null ? "" : likeHidden(because));

async function print(items: readonly ArticleListItem[], options: Options, { terminal }: Shell): Promise<void> {
  const now = systemClock.now();
  await printTable<ArticleListItem>(
    terminal,
    [
      { title: "ARTICLE", cell: ({ article }) => article.headline ?? "(no headline yet)", flexible: true },
      { title: "ADDRESS", cell: ({ article }) => article.url, flexible: true },
      { title: "VERSIONS", cell: ({ article }) => String(article.versionCount), right: true },
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
