import { open } from "node:fs/promises";
import { basename, join } from "node:path";
import { FailureError } from "#model/failure";
import { readAt } from "./read-at.ts";
import { entriesOf, isZip, unzipTo, type ZipEntry } from "./zip.ts";

/** A file with records, and what it is called in messages. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

const RECORDS = /\.w?arc(?:\.gz|\.zst)?$/i;
/** WARC files are packed before they go into a package, so that unpacking them gains little. More is a trap. */
const MAX_GROWTH = 50;
const LEAST_BYTES = 64 * 1024 * 1024;

/**
 * Unpacks the files of packages (WACZ, or any zip archive with WARC files in it) into `folder`, and leaves all other files as they
 * are. Throws a FailureError that names the package when one cannot be read.
 */
export async function openPackages(files: readonly string[], folder: string): Promise<readonly NamedFile[]> {
  const named: NamedFile[] = [];
  for (const path of files) named.push(...((await unpacked(path, folder, named.length)) ?? [{ path, name: path }]));
  return named;
}

/** Null when the file is no package. */
async function unpacked(path: string, folder: string, serial: number): Promise<readonly NamedFile[] | null> {
  const file = await open(path, "r");
  try {
    if (!isZip(await readAt(file, 0, 4))) return null;
    const entries = await entriesOf(file);
    if (!entries.ok) throw refused(path, entries.failure.message);
    const wanted = entries.value.filter(({ name }) => RECORDS.test(name));
    if (wanted.length === 0) throw refused(path, "it is a zip archive without WARC files");
    const limit = Math.max(LEAST_BYTES, MAX_GROWTH * (await file.stat()).size);
    if (total(wanted) > limit) throw refused(path, "unpacked, it would be far larger than a crawl is");
    const named: NamedFile[] = [];
    for (const [at, entry] of wanted.entries()) {
      const out = join(folder, `package-${serial}-${at}`);
      const done = await unzipTo(file, entry, out);
      if (!done.ok) throw refused(path, done.failure.message);
      named.push({ path: out, name: `${path}: ${entry.name}` });
    }
    return named;
  } finally {
    await file.close();
  }
}

const total = (entries: readonly ZipEntry[]): number => entries.reduce((sum, { bytes }) => sum + bytes, 0);

const refused = (path: string, why: string): FailureError =>
  new FailureError({
    advice: "stop",
    code: "bad-package",
    message: `${basename(path)} cannot be imported: ${why}. Unpack it with another program, and import its WARC files.`,
  });
