import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { putArchiveBack } from "#cli/archive-copy";
import { openExistingData, storeFile } from "#cli/compose";
import { Exit } from "#cli/exit";
import { archiveFolder } from "#cli/open-archive";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { jsonText } from "#cli/terminal/json";
import type { Config } from "#config/schema";
import { systemClock } from "#lib/clock";
import { FailureError } from "#model/failure";
import { type CopyKind, copyKindOf } from "#store/copy-kind";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** Where the data stand now, and where those that stood there before. */
interface Restored {
  readonly place: string;
  readonly aside: string | null;
}

export function restoreCommand(program: Command, shell: Shell): void {
  program
    .command("restore")
    .summary("put a backup back in its place, after checking it")
    .description(
      "Checks a copy that `backup` made, as a whole, and puts it into the data folder, or into the PostgreSQL database that DATABASE_URL names (by pg_restore). An archive that the backup took along goes back into its folder. If there is data already, it refuses; with --replace that data is moved aside, never deleted. Stop the server and all workers first. A backup of an older Variorum is brought up to date; the file itself stays as it is. If interrupted, nothing has changed; run it again to continue.",
    )
    .argument("<FILE>", "the backup")
    .option("--replace", "move the data that stand there aside")
    .option("--json", "print what was restored as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum restore /mnt/backup/variorum-2026-11-21.db --data /var/lib/variorum", "on a new machine"],
        ["variorum restore backups/variorum-2026-11-21T0400.db --replace", "back to yesterday; today is moved aside"],
        ["DATABASE_URL=postgres://variorum@db/variorum variorum restore variorum-2026-11-21.dump", "into PostgreSQL"],
      ]),
    )
    .action((file: string, _, command: Command) => restore(file, command.optsWithGlobals<Options>(), shell));
}

async function restore(file: string, options: Options, shell: Shell): Promise<void> {
  const { config } = settingsOf(shell, options);
  const from = resolve(shell.cwd, file);
  if (!existsSync(from)) throw new Exit("notFound", `There is no file ${from}.`);
  requireKind(await copyKindOf(from), from, config);
  const { place, aside } =
    config.databaseUrl === null
      ? await intoFolder(from, config, options, shell)
      : await intoDatabase(from, config.databaseUrl, options, shell);
  const store = await openExistingData(config);
  try {
    const archive = await putArchiveBack(config, store.reader, from);
    const counts = await store.reader.counts();
    shell.terminal.progress("");
    if (options.json)
      return await shell.terminal.out(
        jsonText({ path: place, aside, ...counts, archiveFiles: archive?.files ?? null }),
      );
    const size = `${plural(counts.articles, "article")} with ${plural(counts.versions, "version")}`;
    await shell.terminal.out(`Restored ${size} to ${place}.`);
    if (aside !== null) await shell.terminal.out(`What was there before is now ${aside}.`);
    if (archive) await shell.terminal.out(`Its archive: ${plural(archive.files, "file")} in ${archiveFolder(config)}.`);
    if (archive && archive.missing.length > 0)
      shell.terminal.err(`The copy of the archive lacks ${plural(archive.missing.length, "file")} that the data cite.`);
  } finally {
    await store.close();
  }
}

/** A copy goes back to where it is from; between the two, `migrate` moves data. */
function requireKind(kind: CopyKind | null, file: string, { databaseUrl }: Config): void {
  if (kind === null)
    throw new Exit("failed", `${file} is no backup: neither a database file of Variorum nor a dump by pg_dump.`);
  if (kind === "sqlite" && databaseUrl !== null)
    throw new Exit(
      "usage",
      `${file} is a copy of a database file, but the data are in PostgreSQL. Restore it without DATABASE_URL, into a folder of its own with --data; "variorum migrate" moves it into an empty database then.`,
    );
  if (kind === "postgres" && databaseUrl === null)
    throw new Exit(
      "usage",
      `${file} is a dump of a PostgreSQL database: set DATABASE_URL to an empty one, made with createdb, and restore again.`,
    );
}

async function intoFolder(from: string, config: Config, options: Options, { terminal }: Shell): Promise<Restored> {
  const place = storeFile(config);
  const aside = asideOf(place, options);
  mkdirSync(config.dataDir, { recursive: true });
  terminal.progress(`Checking ${from} ...`);
  const { restoreSqlite } = await import("#store/sqlite/restore");
  await restoreSqlite(from, place, aside);
  return { place, aside };
}

async function intoDatabase(from: string, url: string, options: Options, { terminal, signal }: Shell) {
  const { restorePostgres } = await import("#store/postgres/restore");
  try {
    const aside = options.replace ? stamp().replaceAll("-", "").toLowerCase() : null;
    return await restorePostgres(from, url, { aside, signal, onProgress: terminal.progress });
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === "aborted") throw new Exit("interrupted", error.message);
    throw error;
  }
}

/** Where the present data go; null when there are none. */
function asideOf(place: string, { replace }: Options): string | null {
  if (!existsSync(place)) return null;
  if (!replace)
    throw new Exit("failed", `${place} holds data. Use --replace to move them aside, or another folder with --data.`);
  return `${place}.before-${stamp()}`;
}

const stamp = (): string => new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(":", "");
