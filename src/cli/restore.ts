import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { systemClock } from "#lib/clock";
import { plural } from "#publish/wording";
import { openExistingData, storeFile } from "./compose.ts";
import { Exit } from "./exit.ts";
import { examples } from "./help.ts";
import { jsonText } from "./json.ts";
import { type GlobalOptions, type Shell, settingsOf } from "./shell.ts";

interface Options extends GlobalOptions {
  readonly replace?: boolean;
  readonly json?: boolean;
}

export function restoreCommand(program: Command, shell: Shell): void {
  program
    .command("restore")
    .summary("put a backup back in its place, after checking it")
    .description(
      "Checks a copy that `backup` made, as a whole, and puts it into the data folder. Where data stand there already it refuses; with --replace they are moved aside, never deleted. The server has to be stopped. A backup of an older Variorum is brought up to date, the file itself stays as it is.",
    )
    .argument("<FILE>", "the backup")
    .option("--replace", "move the data that stand there aside")
    .option("--json", "print what was restored as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum restore /mnt/backup/variorum-2026-11-21.db --data /var/lib/variorum", "on a new machine"],
        ["variorum restore backups/variorum-2026-11-21T0400.db --replace", "back to yesterday; today is moved aside"],
      ]),
    )
    .action((file: string, _, command: Command) => restore(file, command.optsWithGlobals<Options>(), shell));
}

async function restore(file: string, options: Options, shell: Shell): Promise<void> {
  const { config } = settingsOf(shell, options);
  const from = resolve(shell.cwd, file);
  if (!existsSync(from)) throw new Exit("notFound", `There is no file ${from}.`);
  if (config.databaseUrl !== null)
    throw new Exit(
      "usage",
      `The data are in PostgreSQL: "pg_restore --dbname=DATABASE ${file}" puts a backup into an empty database; "variorum doctor" checks it then.`,
    );
  const place = storeFile(config);
  const aside = asideOf(place, options);
  mkdirSync(config.dataDir, { recursive: true });
  shell.terminal.progress(`Checking ${from} ...`);
  const { restoreSqlite } = await import("#store/sqlite/restore");
  await restoreSqlite(from, place, aside);
  const store = await openExistingData(config);
  try {
    const counts = await store.reader.counts();
    if (options.json) return await shell.terminal.out(jsonText({ path: place, aside, ...counts }));
    const size = `${plural(counts.articles, "article")} with ${plural(counts.versions, "version")}`;
    await shell.terminal.out(`Restored ${size} to ${place}.`);
    if (aside !== null) await shell.terminal.out(`What stood there before is now ${aside}.`);
  } finally {
    await store.close();
  }
}

/** Where the present data go; null when there are none. */
function asideOf(place: string, { replace }: Options): string | null {
  if (!existsSync(place)) return null;
  if (!replace)
    throw new Exit("failed", `${place} holds data. Use --replace to move them aside, or another folder with --data.`);
  const stamp = new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(":", "");
  return `${place}.before-${stamp}`;
}
