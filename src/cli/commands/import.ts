import { resolve } from "node:path";
import type { Command } from "commander";
import type { HistoryTally } from "#archive/history";
import { Exit, orExit } from "#cli/exit";
import type { GlobalOptions, Shell } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { jsonText } from "#cli/terminal/json";
import { withServices } from "#cli/with-services";
import type { ImportReport } from "#engine/import/import";
import { saidReason } from "#words/reasons";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export function importCommand(program: Command, shell: Shell): void {
  program
    .command("import")
    .summary("take in what others captured: WARC and ARC files become history")
    .description(
      "Plays the captures of WARC and ARC files, packed or not, as looks at their own dates, whatever file they are in. Pages that show an article become articles of a source of their host; nobody is asked anything, and what is new is not watched. May be stopped and run again: nothing is taken twice. Give all files at once: a capture that is older than the last known look at its article makes no version any more.",
    )
    .argument("<PATH...>", "files, and folders with all .warc, .warc.gz, .arc and .arc.gz files in them")
    .option("--json", "print the counts as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum import crawl-2024.warc.gz", "one file"],
        ["variorum import --data ./history /mnt/crawls", "a folder of them, into a data folder of its own"],
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
      signal: shell.signal,
      onFile: (name, done, of) => shell.terminal.progress(`Reading file ${done + 1} of ${of}: ${name}`),
    });
    try {
      const report = await importHistory(engine, history, {
        hosts: Math.max(1, config.threads) * 2,
        signal: shell.signal,
        onCapture: (sofar, at) => shell.terminal.progress(progressLine(sofar, at, history.size)),
      });
      await shell.terminal.out(options.json ? jsonText(asJson(history.tally, report)) : lines(history.tally, report));
      if (shell.signal.aborted)
        throw new Exit(
          "interrupted",
          `Stopped after ${plural(report.captures, "capture")}; run it again for the rest.`,
        );
    } finally {
      await history.close();
    }
  });
}

const progressLine = ({ captures, newVersions }: ImportReport, at: number, of: number): string =>
  `${captures} of ${plural(of, "capture")}, ${new Date(at).toISOString().slice(0, 10)}: ${plural(newVersions, "version")}`;

/** Reasons told one by one; states of pages come in many wordings. */
const TOLD = 12;

function lines(tally: HistoryTally, report: ImportReport): string {
  const counts: readonly (readonly [number, string])[] = [
    [report.newVersions, report.newVersions === 1 ? "opened a version" : "opened versions"],
    [report.unchanged, "met nothing new"],
    [report.repeated, "had been taken before"],
    [report.late, "came too late: more recent looks at their articles are known"],
  ];
  const told = counts.filter(([count], at) => count > 0 || at === 0).map(([count, text]) => `  ${count} ${text}`);
  const asides = [...tally.asides].sort((a, b) => b[1] - a[1]).map(([what, count]) => `${count} ${what}`);
  const skipped = skippedOf(tally, report);
  return [
    `${plural(tally.files, "file")} with ${plural(tally.records, "record")}, ${plural(report.captures, "capture")} of pages:`,
    ...told,
    ...(report.newArticles > 0 ? [`${plural(report.newArticles, "article")} had not been known.`] : []),
    ...(asides.length > 0 ? [`No captures: ${asides.join(", ")}.`] : []),
    ...(skipped.length > 0 ? ["Skipped:"] : []),
    ...skipped
      .slice(0, TOLD)
      .map(({ reason, count, first }) => `  ${count}: ${reason.text} (${where(count)} ${first})`),
    ...(skipped.length > TOLD ? [`  and ${skipped.length - TOLD} more reasons; --json tells all`] : []),
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
