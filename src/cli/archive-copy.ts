import { existsSync } from "node:fs";
import type { CopiedFiles } from "#archive/copy-files";
import { printSize } from "#config/kinds";
import { type Config, SETTINGS } from "#config/schema";
import { systemClock } from "#lib/clock";
import type { Reader } from "#store/reader";
import { plural } from "#words/wording";
import { Exit } from "./exit.ts";
import { archiveFolder } from "./open-archive.ts";

/** Folder beside a backup that holds the archive that was taken along. */
export const archiveBeside = (backup: string): string => `${backup}.archive`;

/** Before anything is copied. */
export function refuseOldArchive(backup: string): void {
  if (existsSync(archiveBeside(backup)))
    throw new Exit(
      "failed",
      `${archiveBeside(backup)} exists already; name another file, backups are never overwritten.`,
    );
}

/** Copies what the database cites; everything, because no file is ever taken from under a version. */
export async function takeArchive(config: Config, reader: Reader, backup: string): Promise<CopiedFiles> {
  const { copyFiles } = await import("#archive/copy-files");
  const { recoverFiles } = await import("#archive/recover");
  const copied = await copyFiles(archiveFolder(config), archiveBeside(backup), await reader.archiveFiles());
  // No worker goes on writing into the copy: what was open ends after its last whole record.
  await recoverFiles(archiveBeside(backup), () => true, systemClock.now());
  return copied;
}

/** Puts an archive that stands beside a backup where the restored data look for it; null when there is none. */
export async function putArchiveBack(config: Config, reader: Reader, backup: string): Promise<CopiedFiles | null> {
  if (!existsSync(archiveBeside(backup))) return null;
  const { copyFiles } = await import("#archive/copy-files");
  return copyFiles(archiveBeside(backup), archiveFolder(config), await reader.archiveFiles());
}

/** What became of the archive, and what a backup leaves out, in sentences. */
export function archiveSentences(
  config: Config,
  cited: readonly string[],
  backup: string,
  taken: CopiedFiles | null,
): readonly string[] {
  if (cited.length === 0) return ["All kept pages are in the copy: none of them is in an archive."];
  const sentences: string[] = [];
  const inStore = config.archive.kind === "bucket" ? SETTINGS.archive.kind.print(config.archive) : null;
  const files = plural(cited.length, "file");
  if (taken && taken.files > 0)
    sentences.push(
      `The archive is beside it: ${plural(taken.files, "file")} (${about(taken.bytes)}) in ${archiveBeside(backup)}.`,
    );
  if (inStore !== null)
    sentences.push(
      `Not in it: what is in the archive at ${inStore} stays there (the data cite ${files}). Keep that store, or back it up by itself.`,
    );
  else if (taken === null)
    sentences.push(
      `Not in it: the archive of pages, ${files} in ${archiveFolder(config)}. Use --with-archive to take it along, or copy that folder.`,
    );
  else if (taken.missing.length > 0)
    sentences.push(
      `Not in it: ${plural(taken.missing.length, "file")} that the data cite and that ${taken.missing.length === 1 ? "is" : "are"} not in ${archiveFolder(config)}, such as ${taken.missing[0]}. Another machine may have written them.`,
    );
  return sentences;
}

/** Rounded up, so that a small copy does not have 0 MB. */
export const about = (bytes: number): string =>
  printSize(bytes < 1024 ** 2 ? Math.ceil(bytes / 1024) * 1024 : Math.ceil(bytes / 1024 ** 2) * 1024 ** 2);
