import { existsSync } from "node:fs";
import type { CopiedFiles } from "#archive/copy-files";
import { printSize } from "#config/kinds";
import { type Config, SETTINGS } from "#config/schema";
import { systemClock } from "#lib/clock";
import type { Reader } from "#store/reader";
import { plural } from "#words/wording";
import { Exit } from "./exit.ts";
import { archiveFolder } from "./open-archive.ts";

/** Folder beside a backup, for the copy of the archive. */
export const archiveBeside = (backup: string): string => `${backup}.archive`;

/** Before anything is copied. */
export function refuseOldArchive(backup: string): void {
  if (existsSync(archiveBeside(backup)))
    throw new Exit(
      "failed",
      `${archiveBeside(backup)} exists already. Choose another file: backups are never overwritten.`,
    );
}

/** Copies every file that the database refers to. */
export async function takeArchive(config: Config, reader: Reader, backup: string): Promise<CopiedFiles> {
  const { copyFiles } = await import("#archive/copy-files");
  const { recoverFiles } = await import("#archive/recover");
  const copied = await copyFiles(archiveFolder(config), archiveBeside(backup), await reader.archiveFiles());
  // A file that a worker still writes to ends, in the copy, after its last whole record.
  await recoverFiles(archiveBeside(backup), () => true, systemClock.now());
  return copied;
}

/** Copies the archive beside a backup to where the restored data look for it; null if there is none. */
export async function putArchiveBack(config: Config, reader: Reader, backup: string): Promise<CopiedFiles | null> {
  if (!existsSync(archiveBeside(backup))) return null;
  const { copyFiles } = await import("#archive/copy-files");
  return copyFiles(archiveBeside(backup), archiveFolder(config), await reader.archiveFiles());
}

/** What was copied of the archive and what was not, in sentences. */
export function archiveSentences(
  config: Config,
  cited: readonly string[],
  backup: string,
  taken: CopiedFiles | null,
): readonly string[] {
  if (cited.length === 0) return ["All kept pages are in the copy; there is no archive."];
  const sentences: string[] = [];
  const inStore = config.archive.kind === "bucket" ? SETTINGS.archive.kind.print(config.archive) : null;
  const files = plural(cited.length, "file");
  if (taken && taken.files > 0)
    sentences.push(
      `The archive was copied too: ${plural(taken.files, "file")} (${about(taken.bytes)}) in ${archiveBeside(backup)}.`,
    );
  if (inStore !== null)
    sentences.push(
      `Not copied: the archive at ${inStore} (${files} in use). Keep that store, or back it up separately.`,
    );
  else if (taken === null)
    sentences.push(
      `Not copied: the archive of pages, ${files} in ${archiveFolder(config)}. Use --with-archive to copy it too, or copy that folder.`,
    );
  else if (taken.missing.length > 0)
    sentences.push(
      `Not copied: ${plural(taken.missing.length, "file")} of the archive that ${taken.missing.length === 1 ? "is" : "are"} not in ${archiveFolder(config)}, such as ${taken.missing[0]}. Another machine may have written ${taken.missing.length === 1 ? "it" : "them"}.`,
    );
  return sentences;
}

/** Rounded up, so that a small copy does not have 0 MB. */
export const about = (bytes: number): string =>
  printSize(bytes < 1024 ** 2 ? Math.ceil(bytes / 1024) * 1024 : Math.ceil(bytes / 1024 ** 2) * 1024 ** 2);
