import { availableParallelism } from "node:os";
import type { z } from "zod";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { LOG_LEVELS } from "#lib/log";
import { archiveKeep, archiveTarget, optionalSecret } from "./archive-kinds.ts";
import {
  choice,
  duration,
  integer,
  type Kind,
  list,
  optionalDatabaseUrl,
  optionalText,
  optionalUrl,
  size,
  text,
} from "./kinds.ts";

export interface Setting<T> {
  /** In TOML, and after `--` where it is a flag; upper case with `_` after `VARIORUM_` in the environment. */
  readonly name: string;
  readonly kind: Kind<T>;
  readonly fallback: T;
  /** What stands in the reference for a fallback that depends on the machine. */
  readonly fallbackText?: string;
  /** One or two sentences for the reference. */
  readonly help: string;
}

const setting = <T>(name: string, kind: Kind<T>, fallback: T, help: string, fallbackText?: string): Setting<T> =>
  fallbackText === undefined ? { name, kind, fallback, help } : { name, kind, fallback, help, fallbackText };

const MB = 1024 * 1024;

/** Every setting there is. The reference, the variables and the TOML keys are made from this list. */
export const SETTINGS = {
  dataDir: setting("data", text, "./variorum-data", "Folder that holds everything Variorum keeps; made when missing."),
  databaseUrl: setting(
    "database-url",
    optionalDatabaseUrl,
    null,
    "PostgreSQL database (14 or newer) that holds the data in place of a file in the data folder, as postgres://USER:PASSWORD@HOST:5432/DATABASE; several machines may share it. The variable DATABASE_URL does the same. `variorum migrate` takes what a file holds over.",
  ),
  databaseConnections: setting(
    "database-connections",
    integer(1, 200),
    8,
    "Connections to PostgreSQL that one process writes through; half as many again read. All processes together need fewer than the server's max_connections.",
  ),
  host: setting(
    "host",
    text,
    "127.0.0.1",
    "Address the web server listens on. The default is reached from this machine only; put a proxy with TLS in front before you open it.",
  ),
  port: setting("port", integer(0, 65_535), 4242, "Port the web server listens on; 0 takes a free one."),
  statusPort: setting(
    "status-port",
    integer(0, 65_535),
    4243,
    "Port on which `worker` answers /ready and /metrics; 0 takes a free one. `serve` and `web` answer both beside the pages.",
  ),
  publicUrl: setting(
    "public-url",
    optionalUrl,
    null,
    "Address under which readers reach the site, such as https://variorum.example.org. Links in feeds begin with it, and hubs (WebSub) that feeds name call back under it: none is asked without it, or where it is not public.",
  ),
  siteName: setting("site-name", text, "Variorum", "Name of the site, at the top of each page and in its feeds."),
  contact: setting(
    "contact",
    optionalText,
    null,
    "Page or mail address for publishers and readers with a question. It stands in the User-Agent of every request and at the foot of each page; set it before you watch other people's sites.",
  ),
  gapMs: setting(
    "gap",
    duration(0, HOUR_MS),
    10 * SECOND_MS,
    "Pause between two requests to the same registrable domain, at least. Less than 5 s holds only for private places (allow-private); a longer Crawl-delay in robots.txt wins; after a refusal (403, 429) the pause doubles for a day.",
  ),
  interactiveGapMs: setting(
    "interactive-gap",
    duration(0, HOUR_MS),
    2 * SECOND_MS,
    "The same while a person waits for `add`, which makes a dozen requests at most. Less than 1 s holds only for private places.",
  ),
  dailyCap: setting(
    "daily-cap",
    integer(10, 86_400),
    3000,
    "Requests a registrable domain gets in one day (UTC) at most; what is due beyond waits for the next.",
  ),
  feedPeriodMs: setting(
    "feed-period",
    duration(5 * MINUTE_MS, 7 * DAY_MS),
    15 * MINUTE_MS,
    "How often a feed is asked for new articles while it works; a broken one is asked less often.",
  ),
  timeoutMs: setting(
    "timeout",
    duration(SECOND_MS, 10 * MINUTE_MS),
    30 * SECOND_MS,
    "A page that has not arrived whole after this time is given up.",
  ),
  maxBodyBytes: setting(
    "max-body",
    size(64 * 1024, 256 * MB),
    10 * MB,
    "Largest page that is read, after decompression. Larger ones are recorded as failed looks.",
  ),
  allowPrivate: setting(
    "allow-private",
    list,
    [],
    'Private places that may be watched all the same, as host and port, all names below a suffix, or a network of addresses: ["intranet.example:443", "*.intra.example:8080", "10.1.2.0/24"]. Everything else that is not public is refused.',
  ),
  browser: setting(
    "browser",
    optionalText,
    null,
    "Path of the Chromium that runs the scripts of pages, for sources added with --render browser. None has to be set where it stands in a usual place.",
  ),
  concurrency: setting(
    "concurrency",
    integer(1, 1000),
    32,
    "Hosts worked on at the same time; each gets one request at a time.",
  ),
  threads: setting(
    "threads",
    integer(0, 64),
    Math.max(1, Math.min(4, availableParallelism() - 1)),
    "Threads that read pages and collate texts. 0 does the work in the main thread.",
    "one less than the processors, 1 to 4",
  ),
  archive: setting(
    "archive",
    archiveTarget,
    { kind: "folder", path: "archive" },
    "Where pages are kept as they were received, in WARC files: a folder (in the data folder, unless its path is absolute), s3://BUCKET/PREFIX for any store that speaks S3, or off for the database.",
  ),
  archiveKeep: setting(
    "archive-keep",
    archiveKeep,
    "versions",
    "What is kept of it: every answer (all), those that a version was read from (versions), or every answer for some time and those of versions for ever (90 d).",
  ),
  s3Endpoint: setting(
    "s3-endpoint",
    optionalUrl,
    null,
    "Address of the store for s3:// archives, such as https://s3.example.org. Amazon's in the region when there is none.",
  ),
  s3Region: setting("s3-region", text, "us-east-1", "Region of the store; many stores take any."),
  s3AccessKey: setting("s3-access-key", optionalText, null, "Name of the key for the store."),
  s3SecretKey: setting(
    "s3-secret-key",
    optionalSecret,
    null,
    "The key itself. Better given as VARIORUM_S3_SECRET_KEY than in a file.",
  ),
  logLevel: setting("log-level", choice(LOG_LEVELS), "warn", "How much is written to standard error, as JSON lines."),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Config = { readonly [K in SettingKey]: z.output<(typeof SETTINGS)[K]["kind"]["schema"]> };

export const SETTING_LIST: readonly (Setting<unknown> & { readonly key: SettingKey })[] = Object.entries(SETTINGS).map(
  ([key, value]) => ({ ...(value as Setting<unknown>), key: key as SettingKey }),
);

export const variableOf = (name: string): string => name.toUpperCase().replaceAll("-", "_");
