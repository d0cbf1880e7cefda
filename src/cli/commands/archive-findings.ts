import type { ArchiveState } from "#archive/state";
import { archiveFolder, bucketOf } from "#cli/open-archive";
import { printSize } from "#config/kinds";
import { type Config, SETTINGS } from "#config/schema";
import type { Reader } from "#store/reader";
import { absolute, plural } from "#words/wording";
import type { Finding } from "./finding.ts";

const SUBJECT = "archive";
const MB = 1024 ** 2;

/** The state of the archive: files that wait, what the store answers, and whether all files that versions refer to exist. */
export async function archiveFindings(config: Config, reader: Reader): Promise<readonly Finding[]> {
  const { archiveState } = await import("#archive/state");
  const folder = archiveFolder(config);
  const state = await archiveState(folder);
  const cited = await reader.archiveFiles();
  if (config.archive.kind === "off" && cited.length === 0)
    return [{ subject: SUBJECT, state: "ok", text: "off; pages are kept in the database" }];
  const bucket = await bucketOf(config);
  const there = bucket && (await bucket.list("versions/"));
  const found = there === null ? inFolder(config, folder, state) : inBucket(config, folder, state);
  if (there && !there.ok)
    return [...found, { subject: SUBJECT, state: "problem", text: `${there.failure.message} No data is lost.` }];
  const known = new Set([...state.ended, ...state.open, ...(there?.value ?? [])]);
  const short = [...(await reader.archiveLengths())].filter(
    ([file, bytes]) => (state.sizes.get(file) ?? bytes) < bytes,
  );
  return [...found, ...missing(cited.filter((file) => !known.has(file))), ...cutOff(short.map(([file]) => file))];
}

function cutOff(files: readonly string[]): readonly Finding[] {
  if (files.length === 0) return [];
  const text = `${plural(files.length, "file")} of the archive ${files.length === 1 ? "is" : "are"} cut off, such as ${files[0]}: pages that versions cite are missing at the end. Restore the archive. No text is lost, only the pages that the texts were read from.`;
  return [{ subject: SUBJECT, state: "problem", text }];
}

function inFolder(config: Config, folder: string, { ended, open, bytes }: ArchiveState): readonly Finding[] {
  const keep = SETTINGS.archiveKeep.kind.print(config.archiveKeep);
  const text = `${plural(ended.length + open.length, "file")} (${size(bytes)}) in ${folder}; keeps ${keep}`;
  return [{ subject: SUBJECT, state: "ok", text }];
}

function inBucket(config: Config, folder: string, { ended, bytes, oldestAt }: ArchiveState): readonly Finding[] {
  const name = SETTINGS.archive.kind.print(config.archive);
  if (oldestAt === null) return [{ subject: SUBJECT, state: "ok", text: `${name}; all files are there` }];
  const text = `${plural(ended.length, "file")} (${size(bytes)}) in ${folder} wait to be copied to ${name}, the first since ${absolute(oldestAt)}; they are copied while Variorum runs`;
  return [{ subject: SUBJECT, state: "warning", text }];
}

function missing(files: readonly string[]): readonly Finding[] {
  if (files.length === 0) return [];
  const text = `${plural(files.length, "file")} of the archive ${files.length === 1 ? "is" : "are"} missing, such as ${files[0]}. Restore the archive, or look on the machine that wrote it. No text is lost, only the pages that the texts were read from.`;
  return [{ subject: SUBJECT, state: "problem", text }];
}

const size = (bytes: number): string => printSize(Math.ceil(bytes / MB) * MB);
