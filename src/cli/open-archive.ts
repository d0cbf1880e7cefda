import { join, resolve } from "node:path";
import type { Bucket } from "#archive/bucket";
import type { Config } from "#config/schema";
import type { Clock } from "#lib/clock";
import type { Log } from "#lib/log";
import type { Archive } from "#model/archive";
import { Exit } from "./exit.ts";
import { VERSION } from "./version.ts";

/** The archive of the settings for a worker that adds to it. */
export async function openOwnArchive(
  config: Config,
  { clock, log, owner }: { readonly clock: Clock; readonly log: Log; readonly owner: string },
): Promise<Archive> {
  // Pages from before the archive was switched off can still be read.
  if (config.archive.kind === "off") return openArchiveToRead(config);
  const { openArchive } = await import("#archive/archive");
  const { isDeadWorker } = await import("#engine/worker-name");
  return openArchive({
    folder: archiveFolder(config),
    bucket: await bucketOf(config),
    keep: config.archiveKeep,
    owner,
    isDead: (other) => isDeadWorker(other, owner),
    software: `Variorum/${VERSION}`,
    clock,
    log,
  });
}

/** For commands that add nothing to it. */
export async function openArchiveToRead(config: Config): Promise<Archive> {
  const { readOnlyArchive } = await import("#archive/archive");
  return readOnlyArchive(archiveFolder(config), await bucketOf(config));
}

/** Where files are written, and stay until a store has them. */
export const archiveFolder = ({ archive, dataDir }: Config): string =>
  archive.kind === "folder" ? resolve(dataDir, archive.path) : join(dataDir, "archive");

/** The store of the settings; null when files stay in the folder. */
export async function bucketOf(config: Config): Promise<Bucket | null> {
  const { archive, s3AccessKey, s3SecretKey, s3Region, s3Endpoint } = config;
  if (archive.kind !== "bucket") return null;
  if (s3AccessKey === null || s3SecretKey === null)
    throw new Exit("usage", "An archive at s3:// needs a key. Set s3-access-key and s3-secret-key.");
  const { s3Bucket } = await import("#archive/bucket");
  return s3Bucket({
    endpoint: s3Endpoint ?? `https://s3.${s3Region}.amazonaws.com`,
    bucket: archive.bucket,
    prefix: archive.prefix,
    region: s3Region,
    accessKeyId: s3AccessKey,
    secretAccessKey: s3SecretKey,
  });
}
