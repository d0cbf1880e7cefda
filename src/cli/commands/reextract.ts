import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { findSource } from "#cli/find-source";
import { openArchiveToRead } from "#cli/open-archive";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import type { ReextractOptions, ReextractReport } from "#engine/rereading/reextract";
import { systemClock } from "#lib/clock";
import type { Reader } from "#store/reader";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly article?: string;
  readonly source?: string;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function reextractCommand(program: Command, shell: Shell): void {
  program
    .command("reextract")
    .summary("read kept pages again with the current extractor")
    .description(
      "Reads the kept pages of versions again, with the current extractor and what was learned about their sites. Versions keep their numbers, dates, hashes and addresses. The earlier text of a version is kept too. A change disappears from the lists if only the extractor had caused it. Safe to stop: the next run continues.",
    )
    .option("--article <URL>", "one article, by any of its addresses or its number")
    .option("--source <URL>", "the articles of one source: its name, its home page or one of its feeds")
    .option("--all", "all articles")
    .option("--dry-run", "count what would change, without writing")
    .option("--json", "print the counts as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 reextract --all --dry-run", "after an update: what would change?"],
        ["$0 reextract --source example.org", "after a rule for that site was added"],
      ]),
    )
    .action((_, command: Command) => run(command.optsWithGlobals<Options>(), shell));
}

async function run(options: Options, shell: Shell): Promise<void> {
  const { article, source, all } = options;
  if ([article !== undefined, source !== undefined, all].filter(Boolean).length !== 1)
    throw new Exit("usage", "Use one of --article URL, --source URL and --all.");
  const { config } = settingsOf(shell, options);
  const store = await openExistingData(config);
  try {
    const { reextract } = await import("#engine/rereading/reextract");
    const chosen = await selection(store.reader, options, shell);
    const report = await reextract(
      { store, archive: await openArchiveToRead(config), clock: systemClock },
      {
        ...chosen,
        threads: config.threads,
        dryRun: options.dryRun,
        signal: shell.signal,
        onArticle: ({ articles, read, differ }) =>
          shell.terminal.progress(`${plural(articles, "article")}: ${read} read again, ${differ} differ`),
      },
    );
    await shell.terminal.out(options.json ? reportText("reextract", report) : lines(report, options.dryRun ?? false));
    if (shell.signal.aborted) throw new Exit("interrupted", `Stopped after ${plural(report.articles, "article")}.`);
  } finally {
    await store.close();
  }
}

async function selection(
  reader: Reader,
  { article, source }: Options,
  shell: Shell,
): Promise<Pick<ReextractOptions, "articleId" | "sourceId">> {
  if (article !== undefined) return { articleId: (await findArticle(reader, article, shell)).id };
  if (source === undefined) return {};
  return { sourceId: (await findSource(reader, source, shell)).id };
}

function lines(report: ReextractReport, dryRun: boolean): string {
  const would = dryRun ? "would " : "";
  const already = report.versions - report.read - report.missing - report.unreadable - report.lost;
  const rows: readonly (readonly [number, string])[] = [
    [report.read, dryRun ? "would be read again" : "read again"],
    [report.differ, `of these ${dryRun ? "would read" : "read"} differently than before`],
    [report.takenBack, `of these ${dryRun ? "would be" : "were"} taken back: another text was in the article's place`],
    [already, "already read by this extractor"],
    [report.missing, "without a kept page, not changed"],
    [report.lost, "in an archive that cannot be read, not changed"],
    [report.unreadable, "not articles to this extractor, not changed"],
  ];
  const counts = rows.filter(([count], i) => count > 0 || i < 2).map(([count, text]) => `  ${count} ${text}`);
  const vanished = `${plural(report.vanished, "change")} ${would}${report.vanished === 1 && !dryRun ? "disappears" : "disappear"} from the lists, because only the extractor had caused ${report.vanished === 1 ? "it" : "them"}.`;
  const moved = `${plural(report.movedOn, "article")} changed in the meantime. Run it again for the rest.`;
  return [
    `${plural(report.versions, "version")} of ${plural(report.articles, "article")}:`,
    ...counts,
    ...(report.vanished > 0 ? [vanished] : []),
    ...(report.movedOn > 0 ? [moved] : []),
  ].join("\n");
}
