import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { openArchiveToRead } from "#cli/open-archive";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { withScheme } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { jsonText } from "#cli/terminal/json";
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
    .summary("read kept pages again with the present extractor")
    .description(
      "Reads the kept bytes of versions again, with the present extractor and what is known of their sites. Numbers, dates, hashes and addresses stay; what a version said before is kept; changes that only the extractor had made leave the lists. May be stopped at any time: the next run goes on where this one was.",
    )
    .option("--article <URL>", "one article, under any of its addresses or by its number")
    .option("--source <URL>", "the articles of one source, by its home page or a feed")
    .option("--all", "all articles")
    .option("--dry-run", "count what would change, and write nothing")
    .option("--json", "print the counts as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum reextract --all --dry-run", "after an update: what would change?"],
        ["variorum reextract --source example.org", "after a rule for that site was added"],
      ]),
    )
    .action((_, command: Command) => run(command.optsWithGlobals<Options>(), shell));
}

async function run(options: Options, shell: Shell): Promise<void> {
  const { article, source, all } = options;
  if ([article !== undefined, source !== undefined, all].filter(Boolean).length !== 1)
    throw new Exit("usage", "Give --article URL, --source URL or --all: one of them.");
  const { config } = settingsOf(shell, options);
  const store = await openExistingData(config);
  try {
    const { reextract } = await import("#engine/rereading/reextract");
    const chosen = await selection(store.reader, options);
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
    await shell.terminal.out(options.json ? jsonText(report) : lines(report, options.dryRun ?? false));
    if (shell.signal.aborted) throw new Exit("interrupted", `Stopped after ${plural(report.articles, "article")}.`);
  } finally {
    await store.close();
  }
}

async function selection(
  reader: Reader,
  { article, source }: Options,
): Promise<Pick<ReextractOptions, "articleId" | "sourceId">> {
  if (article !== undefined) return { articleId: (await findArticle(reader, article)).id };
  if (source === undefined) return {};
  const found = await reader.sourceByUrl(withScheme(source));
  if (!found) throw new Exit("notFound", `No source is known under ${source}. "variorum sources" lists them.`);
  return { sourceId: found.id };
}

function lines(report: ReextractReport, dryRun: boolean): string {
  const would = dryRun ? "would " : "";
  const already = report.versions - report.read - report.missing - report.unreadable - report.lost;
  const rows: readonly (readonly [number, string])[] = [
    [report.read, dryRun ? "would be read again" : "read again"],
    [report.differ, `of these ${dryRun ? "would read" : "read"} otherwise than before`],
    [already, "had been read by this extractor already"],
    [report.missing, "have no kept page and stay as they are"],
    [report.lost, "stand in the archive, where they cannot be read, and stay as they are"],
    [report.unreadable, "show no article to this extractor and stay as they are"],
  ];
  const told = rows.filter(([count], i) => count > 0 || i < 2).map(([count, text]) => `  ${count} ${text}`);
  const vanished = `${plural(report.vanished, "change")} ${would}${report.vanished === 1 && !dryRun ? "leaves" : "leave"} the lists: only the extractor had made ${report.vanished === 1 ? "it" : "them"}.`;
  const moved = `${plural(report.movedOn, "article")} changed meanwhile; run it again for the rest.`;
  return [
    `${plural(report.versions, "version")} of ${plural(report.articles, "article")}:`,
    ...told,
    ...(report.vanished > 0 ? [vanished] : []),
    ...(report.movedOn > 0 ? [moved] : []),
  ].join("\n");
}
