import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "#lib/clock";
import type { Log } from "#lib/log";
import type { Archive, ArchivePlace, RawExchange } from "#model/archive";
import { ok, type Result } from "#model/failure";
import { SERIES, type Series } from "./file-name.ts";
import { KnownOriginals } from "./known-originals.ts";
import { answerIn, bytesInFolder, isPlace, lost, missing } from "./read-place.ts";
import { readPlaces } from "./read-places.ts";
import { namesIn, recoverFiles } from "./recover.ts";
import { type Keep, outlived } from "./retention.ts";
import { Spool } from "./spool.ts";
import { type Bucket, Uploads } from "./uploads.ts";

export interface ArchiveSettings {
  /** Made when something is to be kept. Where there is a bucket, files stay here until it has them. */
  readonly folder: string;
  readonly bucket: Bucket | null;
  readonly keep: Keep;
  /** Names the worker in the names of its files; different from all others, also from itself after a restart. */
  readonly owner: string;
  /** True only when the worker of that name has certainly ended. */
  readonly isDead: (owner: string) => boolean;
  readonly software: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly maxFileBytes?: number;
}

/**
 * A file is ended at this size. A quarter of what is usual for WARC: a bucket takes it in one request, and after a crash it
 * is read through in two seconds.
 */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Opens the archive for adding and reading; first repairs what a dead worker left. */
export async function openArchive(settings: ArchiveSettings): Promise<Archive> {
  const { folder, bucket, clock, log } = settings;
  const uploads = bucket && new Uploads({ folder, bucket, clock, log });
  const isDead = (owner: string): boolean => owner !== settings.owner && settings.isDead(owner);
  const tidy = async (): Promise<void> => {
    for (const file of await recoverFiles(folder, isDead, clock.now())) {
      log.info(file, "ended a file of the archive");
      if (file.records > 0) uploads?.add(file.path);
    }
    await dropOld(settings);
  };
  let tidying = Promise.resolve();
  const versions = new KnownOriginals(null);
  const spoolOf = (series: Series): Spool =>
    new Spool({
      ...settings,
      series,
      maxBytes: settings.maxFileBytes ?? MAX_FILE_BYTES,
      originals: series === "versions" ? versions : new KnownOriginals(versions),
      onEnded: (path) => {
        uploads?.add(path);
        tidying = tidying.then(tidy).catch((error) => log.warn({ err: error }, "the archive was not tidied"));
      },
    });
  const spools = { versions: spoolOf("versions"), looks: spoolOf("looks") };
  await tidy();
  uploads?.start();
  return {
    isReadOnly: false,
    append: async (exchanges: readonly RawExchange[], { cited }) => {
      if (exchanges.length === 0 || (!cited && settings.keep === "versions")) return ok(null);
      return spools[cited ? "versions" : "looks"].append(exchanges);
    },
    ...readingOf(folder, bucket),
    close: async () => {
      await Promise.all(SERIES.map((series) => spools[series].close()));
      await tidying;
      await uploads?.close();
    },
  };
}

/** An archive that is only read, because the settings keep nothing any more or nothing is to be added. */
export const readOnlyArchive = (folder: string, bucket: Bucket | null): Archive => ({
  isReadOnly: true,
  append: async () => ok(null),
  ...readingOf(folder, bucket),
  close: async () => {},
});

function readingOf(folder: string, bucket: Bucket | null): Pick<Archive, "read" | "readMany"> {
  const bytesAt = (place: ArchivePlace) => bytesFrom(folder, bucket, place);
  return {
    read: async (place) => {
      const bytes = await bytesAt(place);
      return bytes.ok ? answerIn(bytes.value, place) : bytes;
    },
    readMany: (places) => readPlaces(places, bytesAt),
  };
}

async function bytesFrom(folder: string, bucket: Bucket | null, place: ArchivePlace): Promise<Result<Buffer>> {
  if (!isPlace(place)) return lost(`${place.offset} in "${place.file}" is no place in an archive.`);
  try {
    const here = await bytesInFolder(folder, place);
    if (here) return ok(here);
  } catch (error) {
    return lost(`${place.file} cannot be read: ${(error as Error).message}.`);
  }
  return bucket ? bucket.read(place) : missing(place.file, ` ${folder}`);
}

/** What the policy does not keep any longer: whole files, in the folder and in the bucket. */
async function dropOld({ folder, bucket, keep, clock, log }: ArchiveSettings): Promise<void> {
  if (typeof keep !== "number") return;
  const here = (await namesIn(join(folder, "looks"))).map((name) => `looks/${name}`);
  for (const path of outlived(here, keep, clock.now())) {
    await rm(join(folder, path), { force: true });
    log.info({ path }, "dropped from the archive by its policy");
  }
  const there = await bucket?.list("looks/");
  if (!there?.ok) return;
  for (const path of outlived(there.value, keep, clock.now())) await bucket!.drop(path);
}
