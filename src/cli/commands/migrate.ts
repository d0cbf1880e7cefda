import { existsSync } from "node:fs";
import type { Command } from "commander";
import { storeFile } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { jsonText } from "#cli/terminal/json";
import { FailureError } from "#model/failure";
import { isPostgresUrl } from "#store/place";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly to?: string;
  readonly json?: boolean;
}

export function migrateCommand(program: Command, shell: Shell): void {
  program
    .command("migrate")
    .summary("move the data from the file into PostgreSQL")
    .description(
      "Copies everything from variorum.db in the data folder into an empty PostgreSQL database, then reads both again and compares them row by row. Stop Variorum before. Broken off, it goes on from there the next time. The file stays as it is; set DATABASE_URL afterwards, and the database is used in its place.",
    )
    .option("--to <URL>", "postgres://USER:PASSWORD@HOST:5432/DATABASE (default: DATABASE_URL)")
    .option("--json", "print rows and hash of each table as JSON")
    .addHelpText(
      "after",
      examples([
        ["createdb variorum && variorum migrate --to postgres:///variorum", "into a database on this machine"],
        ["DATABASE_URL=postgres://variorum@db/variorum variorum migrate", "no password among the arguments"],
      ]),
    )
    .action((_, command: Command) => migrate(command.optsWithGlobals<Options>(), shell));
}

async function migrate(options: Options, shell: Shell): Promise<void> {
  const { config } = settingsOf(shell, options);
  const to = options.to ?? config.databaseUrl;
  if (to === null)
    throw new Exit("usage", "Say where to: --to postgres://USER:PASSWORD@HOST:5432/DATABASE, or DATABASE_URL.");
  if (!isPostgresUrl(to)) throw new Exit("usage", "Data can be moved to an address that begins with postgres:// only.");
  const file = storeFile(config);
  if (!existsSync(file))
    throw new Exit("notFound", `There is no data in ${config.dataDir}: name its folder with --data.`);
  const reports = await moved(file, to, shell);
  shell.terminal.progress("");
  if (options.json) return shell.terminal.out(jsonText(reports));
  const rows = reports.reduce((sum, report) => sum + report.rows, 0);
  await shell.terminal.out(
    `Moved ${plural(rows, "row")} of ${plural(reports.length, "table")}; both databases read the same.`,
  );
  await shell.terminal.out(`Set DATABASE_URL to use the new one from now on; ${file} stays as it is.`);
}

async function moved(file: string, to: string, { terminal, signal }: Shell) {
  // The driver is loaded only where it is used.
  const { moveStore } = await import("#store/move/move");
  try {
    return await moveStore(file, to, {
      signal,
      onProgress: ({ doing, table, rows, of }) =>
        terminal.progress(`${doing === "copying" ? "Copying" : "Comparing"} ${table}: ${rows} of ${of}`),
    });
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === "aborted") throw new Exit("interrupted", error.message);
    throw error;
  }
}
