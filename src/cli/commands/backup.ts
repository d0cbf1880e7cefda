import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { printSize } from "#config/kinds";
import { systemClock } from "#lib/clock";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export function backupCommand(program: Command, shell: Shell): void {
  program
    .command("backup")
    .summary("copy the data into one file while everything runs")
    .description(
      "Writes a consistent copy of the database. A running server goes on. `restore` puts it back. PostgreSQL is copied by pg_dump. The archive of pages is not in it: copy its folder besides, or keep it in an S3 store.",
    )
    .argument("[FILE]", "where to (default: backups/ in the data folder, named by date); never overwritten")
    .option("--json", "print path and size as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum backup", "into the data folder, named by date"],
        ["variorum backup /mnt/backup/variorum-$(date +%F).db", "to another disk, from a daily cron job"],
      ]),
    )
    .action((file: string | undefined, _, command: Command) => backup(file, command.optsWithGlobals<Options>(), shell));
}

async function backup(file: string | undefined, options: Options, shell: Shell): Promise<void> {
  const { config } = settingsOf(shell, options);
  const stamp = new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(":", "");
  // What pg_dump writes is no database file.
  const kind = config.databaseUrl === null ? "db" : "dump";
  const path =
    file === undefined ? join(config.dataDir, "backups", `variorum-${stamp}.${kind}`) : resolve(shell.cwd, file);
  if (existsSync(path))
    throw new Exit("failed", `${path} exists already; name another file, backups are never overwritten.`);
  const store = await openExistingData(config);
  try {
    mkdirSync(dirname(path), { recursive: true });
    shell.terminal.progress(`Copying to ${path} ...`);
    await store.backup(path);
    const bytes = statSync(path).size;
    await shell.terminal.out(options.json ? JSON.stringify({ path, bytes }) : `Copied to ${path} (${about(bytes)}).`);
  } finally {
    await store.close();
  }
}

const about = (bytes: number): string =>
  printSize(bytes < 1024 ** 2 ? Math.ceil(bytes / 1024) * 1024 : Math.ceil(bytes / 1024 ** 2) * 1024 ** 2);
