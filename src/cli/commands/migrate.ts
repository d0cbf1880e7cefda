import { existsSync } from "node:fs";
import type { Command } from "commander";
import { storeFile } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
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
      "Copies all data from variorum.db in the data folder into an empty PostgreSQL database. Then it reads both and compares them row by row. Stop Variorum first. If interrupted, run it again to continue. The file is not changed. Set DATABASE_URL afterwards to use the database.",
    )
    .option("--to <URL>", "postgres://USER:PASSWORD@HOST:5432/DATABASE (default: DATABASE_URL)")
    .option("--json", "print rows and hash of each table as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["createdb variorum && $0 migrate --to postgres:///variorum", "into a database on this machine"],
        ["DATABASE_URL=postgres://variorum@db/variorum $0 migrate", "without the password in the command line"],
      ]),
    )
    .action((_, command: Command) => migrate(command.optsWithGlobals<Options>(), shell));
}

async function migrate(options: Options, shell: Shell): Promise<void> {
  const { config } = settingsOf(shell, options);
  const to = options.to ?? config.databaseUrl;
  if (to === null)
    throw new Exit(
      "usage",
      "Say where to move the data: use --to postgres://USER:PASSWORD@HOST:5432/DATABASE, or set DATABASE_URL.",
    );
  if (!isPostgresUrl(to)) throw new Exit("usage", "The address of the new database must begin with postgres://.");
  const file = storeFile(config);
  if (!existsSync(file))
    throw new Exit("notFound", `There is no data in ${config.dataDir}. Choose another folder with --data.`);
  const reports = await moved(file, to, shell);
  shell.terminal.progress("");
  if (options.json) return shell.terminal.out(reportText("migrate", { tables: reports }));
  const rows = reports.reduce((sum, report) => sum + report.rows, 0);
  await shell.terminal.out(
    `Moved ${plural(rows, "row")} of ${plural(reports.length, "table")}; both databases have the same content.`,
  );
  await shell.terminal.out(`Set DATABASE_URL to use the new database. ${file} was not changed.`);
}

async function moved(file: string, to: string, { terminal, signal }: Shell) {
  // The driver is loaded only if it is needed.
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
