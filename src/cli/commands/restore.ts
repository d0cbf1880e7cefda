import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { putArchiveBack } from "#cli/archive-copy";
import { openExistingData, storeFile } from "#cli/compose";
import { Exit } from "#cli/exit";
import { archiveFolder } from "#cli/open-archive";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import type { Config } from "#config/schema";
import { systemClock } from "#lib/clock";
import { FailureError } from "#model/failure";
import { type CopyKind, copyKindOf } from "#store/copy-kind";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** Where the restored data is, and where the earlier data is now. */
interface Restored {
  readonly place: string;
  readonly aside: string | null;
}

export function restoreCommand(program: Command, shell: Shell): void {
  program
    .command("restore")
    .summary("check a backup and put it back")
    .description(
      "Checks the whole backup, then restores it into the data folder, or with pg_restore into the PostgreSQL database of DATABASE_URL. An archive beside the backup is copied back too. Existing data is never deleted: with --replace it is moved aside, without --replace the command stops. Stop the server and all workers first. A backup of an older Variorum is upgraded; the file itself is not changed. If interrupted, nothing has changed; run it again to continue.",
    )
    .argument("<FILE>", "the backup")
    .option("--replace", "move existing data aside")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 restore /mnt/backup/variorum-2026-11-21.db --data /var/lib/variorum", "on a new machine"],
        [
          "$0 restore backups/variorum-2026-11-21T0400.db --replace",
          "go back to yesterday; the data of today is moved aside",
        ],
        ["DATABASE_URL=postgres://variorum@db/variorum $0 restore variorum-2026-11-21.dump", "into PostgreSQL"],
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
        reportText("restore", { path: place, aside, ...counts, archiveFiles: archive?.files ?? null }),
      );
    const size = `${plural(counts.articles, "article")} with ${plural(counts.versions, "version")}`;
    await shell.terminal.out(`Restored ${size} to ${place}.`);
    if (aside !== null) await shell.terminal.out(`The earlier data is now in ${aside}.`);
    if (archive)
      await shell.terminal.out(`Restored the archive: ${plural(archive.files, "file")} in ${archiveFolder(config)}.`);
    if (archive && archive.missing.length > 0)
      shell.terminal.err(
        `${plural(archive.missing.length, "file")} of the archive ${archive.missing.length === 1 ? "is" : "are"} missing in the copy.`,
      );
  } finally {
    await store.close();
  }
}

/** A backup can only be restored into the kind of database that it was made from; `migrate` moves data to the other kind. */
function requireKind(kind: CopyKind | null, file: string, { databaseUrl }: Config): void {
  if (kind === null)
    throw new Exit(
      "failed",
      `${file} is not a backup: it is neither a database file of Variorum nor a dump of pg_dump.`,
    );
  if (kind === "sqlite" && databaseUrl !== null)
    throw new Exit(
      "usage",
      `${file} is a copy of a database file, but the data are in PostgreSQL. Restore it without DATABASE_URL into an empty folder (--data), then move it into an empty database with "variorum migrate".`,
    );
  if (kind === "postgres" && databaseUrl === null)
    throw new Exit(
      "usage",
      `${file} is a dump of a PostgreSQL database. Make an empty one with createdb, set DATABASE_URL to it, and restore again.`,
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

/** Where to move existing data; null if there is none. */
function asideOf(place: string, { replace }: Options): string | null {
  if (!existsSync(place)) return null;
  if (!replace)
    throw new Exit(
      "failed",
      `There is data in ${place} already. Use --replace to move it aside, or another folder with --data.`,
    );
  return `${place}.before-${stamp()}`;
}

const stamp = (): string => new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(":", "");
