import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { about, archiveBeside, archiveSentences, refuseOldArchive, takeArchive } from "#cli/archive-copy";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { systemClock } from "#lib/clock";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly withArchive?: boolean;
  readonly json?: boolean;
}

export function backupCommand(program: Command, shell: Shell): void {
  program
    .command("backup")
    .summary("copy the data into one file, while Variorum runs")
    .description(
      "Writes a consistent copy of the database, and prints what the copy contains and what it does not. A server can keep running. PostgreSQL is copied with pg_dump. The archive of pages is separate: --with-archive copies it into a folder beside the backup. An archive in an S3 store is not copied. Use `restore` to put a backup back.",
    )
    .argument("[FILE]", "file to write (default: backups/ in the data folder, named by date); never overwritten")
    .option("--with-archive", "also copy the archive of pages")
    .option("--json", "print path, size and contents as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 backup", "into the data folder, named by date"],
        ["$0 backup --with-archive", "with the archived pages"],
        ["$0 backup /mnt/backup/variorum-$(date +%F).db", "to another disk, from a daily cron job"],
      ]),
    )
    .action((file: string | undefined, _, command: Command) => backup(file, command.optsWithGlobals<Options>(), shell));
}

async function backup(file: string | undefined, options: Options, shell: Shell): Promise<void> {
  const { config } = settingsOf(shell, options);
  const stamp = new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(":", "");
  // pg_dump does not write a database file.
  const kind = config.databaseUrl === null ? "db" : "dump";
  const path =
    file === undefined ? join(config.dataDir, "backups", `variorum-${stamp}.${kind}`) : resolve(shell.cwd, file);
  if (existsSync(path))
    throw new Exit("failed", `${path} exists already. Choose another file: backups are never overwritten.`);
  refuseOldArchive(path);
  const store = await openExistingData(config);
  try {
    mkdirSync(dirname(path), { recursive: true });
    shell.terminal.progress(`Copying to ${path} ...`);
    await store.backup(path);
    const bytes = statSync(path).size;
    const cited = await store.reader.archiveFiles();
    if (options.withArchive) shell.terminal.progress(`Copying ${plural(cited.length, "file")} of the archive ...`);
    const taken = options.withArchive && cited.length > 0 ? await takeArchive(config, store.reader, path) : null;
    const counts = await store.reader.counts();
    shell.terminal.progress("");
    if (options.json) {
      const archive = taken && { path: archiveBeside(path), files: taken.files, bytes: taken.bytes };
      const leftOut = { archiveFiles: cited.length - (taken?.files ?? 0), settings: true };
      return await shell.terminal.out(reportText("backup", { path, bytes, holds: counts, archive, leftOut }));
    }
    const holds = `${plural(counts.sources, "source")}, ${plural(counts.articles, "article")} with ${plural(counts.versions, "version")}, and ${plural(counts.captures, "look")}`;
    await shell.terminal.out(`Copied to ${path} (${about(bytes)}): ${holds}.`);
    for (const sentence of archiveSentences(config, cited, path, taken)) await shell.terminal.out(sentence);
    await shell.terminal.out("Not copied: the settings (variorum.toml and variables).");
  } finally {
    await store.close();
  }
}
