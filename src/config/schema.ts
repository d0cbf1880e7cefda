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
import { networks } from "./network-kinds.ts";

export interface Setting<T> {
  /** In TOML, and after `--` where it is a flag; upper case with `_` after `VARIORUM_` in the environment. */
  readonly name: string;
  readonly kind: Kind<T>;
  readonly fallback: T;
  /** What the reference prints for a fallback that depends on the machine. */
  readonly fallbackText?: string;
  /** One or two sentences for the reference. */
  readonly help: string;
}

const setting = <T>(name: string, kind: Kind<T>, fallback: T, help: string, fallbackText?: string): Setting<T> =>
  fallbackText === undefined ? { name, kind, fallback, help } : { name, kind, fallback, help, fallbackText };

const MB = 1024 * 1024;

/** Every setting there is. The reference, the variables and the TOML keys are made from this list. */
export const SETTINGS = {
  dataDir: setting(
    "data",
    text,
    "./variorum-data",
    "Folder in which Variorum keeps its data; created if it does not exist.",
  ),
  databaseUrl: setting(
    "database-url",
    optionalDatabaseUrl,
    null,
    "PostgreSQL database (14 or newer) to use instead of a file in the data folder: postgres://USER:PASSWORD@HOST:5432/DATABASE. Several machines can share it. The variable DATABASE_URL does the same. `variorum migrate` copies the data of a file into it.",
  ),
  databaseConnections: setting(
    "database-connections",
    integer(1, 200),
    8,
    "Connections to PostgreSQL that one process opens for writing; it opens half as many more for reading. All processes together must stay below the server's max_connections.",
  ),
  host: setting(
    "host",
    text,
    "127.0.0.1",
    "Address the web server listens on. The default can be reached from this machine only; put a proxy with TLS in front before you open it to others.",
  ),
  port: setting("port", integer(0, 65_535), 4242, "Port the web server listens on; 0 picks a free one."),
  trustedProxies: setting(
    "trusted-proxies",
    networks,
    ["127.0.0.0/8", "::1"],
    "Addresses or networks of the proxies in front of the web server. Every other address may have 64 connections at a time.",
  ),
  statusPort: setting(
    "status-port",
    integer(0, 65_535),
    4243,
    "Port on which `worker` answers /ready and /metrics; 0 picks a free one. `serve` and `web` answer both on the port of the pages.",
  ),
  publicUrl: setting(
    "public-url",
    optionalUrl,
    null,
    "Address at which readers reach the site, such as https://variorum.example.org. Links in feeds begin with it, and hubs (WebSub) call back at it: hubs are asked only if it is set and public.",
  ),
  siteName: setting("site-name", text, "Variorum", "Name of the site, at the top of each page and in its feeds."),
  contact: setting(
    "contact",
    optionalText,
    null,
    "Page or mail address for publishers and readers with a question. It is part of the User-Agent of every request and shown at the foot of each page; set it before you watch other people's sites.",
  ),
  gapMs: setting(
    "gap",
    duration(0, HOUR_MS),
    10 * SECOND_MS,
    "Shortest pause between two requests to the same registrable domain. Less than 5 s works only for private addresses (allow-private); a longer Crawl-delay in robots.txt is followed; after a refusal (403, 429) the pause doubles for a day.",
  ),
  interactiveGapMs: setting(
    "interactive-gap",
    duration(0, HOUR_MS),
    2 * SECOND_MS,
    "The pause while a person waits for `add`, which makes at most a dozen requests. Less than 1 s works only for private addresses.",
  ),
  dailyCap: setting(
    "daily-cap",
    integer(10, 86_400),
    3000,
    "Most requests to one registrable domain in a day (UTC); whatever else is due waits for the next day.",
  ),
  feedPeriodMs: setting(
    "feed-period",
    duration(5 * MINUTE_MS, 7 * DAY_MS),
    15 * MINUTE_MS,
    "How often a working feed is asked for new articles; a broken one is asked less often.",
  ),
  timeoutMs: setting(
    "timeout",
    duration(SECOND_MS, 10 * MINUTE_MS),
    30 * SECOND_MS,
    "A page that has not arrived completely after this time counts as failed.",
  ),
  maxBodyBytes: setting(
    "max-body",
    size(64 * 1024, 256 * MB),
    10 * MB,
    "Largest page that is read, after decompression. A larger one is recorded as a failed look.",
  ),
  allowPrivate: setting(
    "allow-private",
    list,
    [],
    'Private addresses that may be watched: host and port, all names below a suffix, or a network: ["intranet.example:443", "*.intra.example:8080", "10.1.2.0/24"]. All other addresses that are not public are refused.',
  ),
  browser: setting(
    "browser",
    optionalText,
    null,
    "Path of the Chromium that runs the scripts of pages, for sources added with --render browser. Only needed if Chromium is not in a standard location.",
  ),
  concurrency: setting(
    "concurrency",
    integer(1, 1000),
    32,
    "Number of hosts asked at the same time; each gets one request at a time.",
  ),
  threads: setting(
    "threads",
    integer(0, 64),
    Math.max(1, Math.min(4, availableParallelism() - 1)),
    "Number of threads that read pages and collate texts. With 0, the main thread does this work.",
    "number of processors minus one, from 1 to 4",
  ),
  pageThreads: setting(
    "page-threads",
    integer(0, 64),
    Math.max(1, Math.min(4, availableParallelism())),
    "Number of threads that make the pages of readers. With 0, the main thread does this work.",
    "number of processors, from 1 to 4",
  ),
  archive: setting(
    "archive",
    archiveTarget,
    { kind: "folder", path: "archive" },
    "Where pages are kept as received, in WARC files: a folder (inside the data folder, unless its path is absolute) or s3://BUCKET/PREFIX for any S3-compatible store. With off, pages of versions are kept in the database.",
  ),
  archiveKeep: setting(
    "archive-keep",
    archiveKeep,
    "versions",
    "Which answers are kept: all of them (all), those that a version was read from (versions), or all for a time and those of versions for ever (90 d).",
  ),
  s3Endpoint: setting(
    "s3-endpoint",
    optionalUrl,
    null,
    "Address of the S3-compatible store, such as https://s3.example.org. Without it, Amazon's address for the region is used.",
  ),
  s3Region: setting("s3-region", text, "us-east-1", "Region of the store; many stores accept any value."),
  s3AccessKey: setting("s3-access-key", optionalText, null, "Id of the access key for the store."),
  s3SecretKey: setting(
    "s3-secret-key",
    optionalSecret,
    null,
    "Secret of the access key. Set it as VARIORUM_S3_SECRET_KEY rather than in a file.",
  ),
  logLevel: setting("log-level", choice(LOG_LEVELS), "warn", "How much is written to standard error, as JSON lines."),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Config = { readonly [K in SettingKey]: z.output<(typeof SETTINGS)[K]["kind"]["schema"]> };

export const SETTING_LIST: readonly (Setting<unknown> & { readonly key: SettingKey })[] = Object.entries(SETTINGS).map(
  ([key, value]) => ({ ...(value as Setting<unknown>), key: key as SettingKey }),
);

export const variableOf = (name: string): string => name.toUpperCase().replaceAll("-", "_");
