import { resolve } from "node:path";
import type { Command } from "commander";
import type { HistoryTally } from "#archive/history";
import { Exit, orExit } from "#cli/exit";
import type { GlobalOptions, Shell } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { withServices } from "#cli/with-services";
import type { ImportReport } from "#engine/import/import";
import { saidReason } from "#words/reasons";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly webArchive?: readonly string[];
  readonly json?: boolean;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function importCommand(program: Command, shell: Shell): void {
  program
    .command("import")
    .summary("import past captures from WARC, WACZ and ARC files")
    .description(
      "Each capture becomes a look at the time when it was made. Captures are imported in order of time, across all files. A capture of a page in a web archive counts as one of the original address, at the time that the archive states; of archives that are not known, only if the files are a crawl of one, or with --web-archive. Articles are added to a source for their host. No requests are made, and new articles are not watched. Safe to stop and run again: each capture is imported once. Give all files at once, because a capture that is older than the last look at its article cannot become a version.",
    )
    .argument("<PATH...>", "files (.warc, .warc.gz, .warc.zst, .arc, .arc.gz, .wacz), or folders with these files")
    .option("--web-archive <HOST>", "believe what this web archive says that it captured; can be repeated", collect)
    .option("--json", "print the counts as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 import crawl-2024.warc.gz", "one file"],
        ["$0 import --data ./history /mnt/crawls", "a folder of files, into a separate data folder"],
      ]),
    )
    .action((paths: readonly string[], _, command: Command) => run(paths, command.optsWithGlobals<Options>(), shell));
}

async function run(paths: readonly string[], options: Options, shell: Shell): Promise<void> {
  const { findFiles } = await import("#archive/find-files");
  const files = orExit(await findFiles(paths.map((path) => resolve(shell.cwd, path))));
  if (files.length === 0) throw new Exit("notFound", `There are no WARC or ARC files in ${paths.join(", ")}.`);
  await withServices(options, shell, async ({ engine, config }) => {
    const { openHistory } = await import("#archive/history");
    const { importHistory } = await import("#engine/import/import");
    const history = await openHistory(files, {
      maxBytes: config.maxBodyBytes,
      ...(options.webArchive && { webArchives: options.webArchive }),
      signal: shell.signal,
      onFile: (name, done, of) => shell.terminal.progress(`Reading file ${done + 1} of ${of}: ${name}`),
    });
    try {
      const report = await importHistory(engine, history, {
        hosts: Math.max(1, config.threads) * 2,
        signal: shell.signal,
        onCapture: (sofar, at) => shell.terminal.progress(progressLine(sofar, at, history.size)),
      });
      await shell.terminal.out(
        options.json ? reportText("import", asJson(history.tally, report)) : lines(history.tally, report),
      );
      if (shell.signal.aborted)
        throw new Exit("interrupted", `Stopped after ${plural(report.captures, "capture")}. Run it again to continue.`);
    } finally {
      await history.close();
    }
  });
}

const progressLine = ({ captures, newVersions }: ImportReport, at: number, of: number): string =>
  `${captures} of ${plural(of, "capture")}, ${new Date(at).toISOString().slice(0, 10)}: ${plural(newVersions, "version")}`;

/** Reasons printed; pages can be unreadable in many ways. */
const REASONS_SHOWN = 12;

function lines(tally: HistoryTally, report: ImportReport): string {
  const counts: readonly (readonly [number, string])[] = [
    [report.newVersions, report.newVersions === 1 ? "became a new version" : "became new versions"],
    [report.unchanged, "had nothing new"],
    [report.repeated, "already imported"],
    [report.late, "too old: there are later looks at the article"],
  ];
  const lines = counts.filter(([count], at) => count > 0 || at === 0).map(([count, text]) => `  ${count} ${text}`);
  const asides = [...tally.asides].sort((a, b) => b[1] - a[1]).map(([what, count]) => `${count} ${what}`);
  const skipped = skippedOf(tally, report);
  return [
    `${plural(tally.files, "file")} with ${plural(tally.records, "record")}; of ${plural(report.captures, "capture")} of pages:`,
    ...lines,
    ...(report.newArticles > 0 ? [`New: ${plural(report.newArticles, "article")}.`] : []),
    ...(asides.length > 0 ? [`Records that are not captures of pages: ${asides.join(", ")}.`] : []),
    ...(skipped.length > 0 ? ["Skipped:"] : []),
    ...skipped
      .slice(0, REASONS_SHOWN)
      .map(({ reason, count, first }) => `  ${count}: ${reason.text} (${where(count)} ${first})`),
    ...(skipped.length > REASONS_SHOWN
      ? [`  and ${skipped.length - REASONS_SHOWN} more reasons; use --json for all`]
      : []),
  ].join("\n");
}

const where = (count: number): string => (count === 1 ? "in" : "first in");

function skippedOf(tally: HistoryTally, report: ImportReport) {
  const records = [...tally.skipped].map(([text, { count, first }]) => ({
    reason: { code: "bad-record", text },
    count,
    first,
  }));
  const captures = [...report.skipped.values()].map((each) => ({ ...each, reason: saidReason(each.reason) }));
  return [...records, ...captures].sort((a, b) => b.count - a.count);
}

const asJson = (tally: HistoryTally, report: ImportReport) => ({
  files: tally.files,
  records: tally.records,
  captures: report.captures,
  newArticles: report.newArticles,
  newVersions: report.newVersions,
  unchanged: report.unchanged,
  repeated: report.repeated,
  late: report.late,
  asides: Object.fromEntries(tally.asides),
  skipped: skippedOf(tally, report),
});
