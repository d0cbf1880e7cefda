import type { ArticleId } from "#model/id";
import type { VersionText } from "#model/version";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { articlePath, changePath, evolutionPath, feedPath, searchPath, sourcePath, versionPath } from "#view/addresses";
import { printTable } from "../table.ts";
import type { WatchedDatabase } from "../watch/database.ts";
import type { Addresses, ChangeKey } from "./addresses.ts";
import { type Client, createClient } from "./client.ts";
import { percentile } from "./load.ts";
import type { Progress } from "./progress.ts";
import type { Server } from "./server.ts";

interface Kind {
  readonly name: string;
  readonly paths: readonly string[];
  /** Bytes, unpacked. */
  readonly most?: (at: number) => Promise<number>;
  readonly feed?: true;
}

const PAGE_BYTES = 60_000;
const CHANGE_BYTES = 20_000;
/** A change may weigh so many times what its two texts weigh, besides. */
const TIMES_TEXTS = 3;
const UNCHANGED_FEED_MS = 2;
/** Addresses of kinds that take a second or more each. */
const FEW = 3;
/** CPU time comes in hundredths of a second: fewer answers than this tell nothing. */
const LEAST_TIMED = 20;
/** Rounds over few addresses until there are so many answers. */
const LEAST_WARM = 60;

/** Each kind of page by itself, one request after the other: CPU per answer the first time and again, of a 304, and its weight. */
export async function measureKinds(
  server: Server,
  database: WatchedDatabase,
  addresses: Addresses,
  samples: number,
  progress: Progress,
): Promise<void> {
  const store = await openStore(database.place);
  const client = createClient(server.url, 1);
  const rows: (readonly (string | number)[])[] = [];
  const kinds = kindsOf(addresses, samples, store);
  for (const [at, kind] of kinds.entries()) {
    progress("kinds of pages", at, kinds.length);
    if (kind.paths.length > 0) rows.push(await rowOf(kind, client, server));
    if (!server.isUp()) throw new Error(`The server ended while it was asked for ${kind.name}: ${server.said()}`);
  }
  client.close();
  await store.close();
  printTable(
    "each kind of page by itself, one request after the other: CPU ms of server and database per answer",
    HEAD,
    rows,
  );
}

const HEAD = [
  ...["page", "addresses", "first time", "again", "304", "target", "p95 ms first", "p95 ms again"],
  ...["kB, median", "largest", "packed", "allowed", "too heavy", "failed"],
];

async function rowOf(kind: Kind, client: Client, server: Server): Promise<readonly (string | number)[]> {
  const first = await pass(kind.paths, client, server, {});
  const rounds = Math.ceil(LEAST_WARM / kind.paths.length);
  const again = await pass(repeated(kind.paths, kind.paths.length <= FEW ? 1 : rounds), client, server, {});
  const tags = new Map(kind.paths.map((path, at) => [path, first.etags[at]!] as const));
  const tagged = kind.paths.filter((path) => tags.get(path));
  const unchanged = tagged.length === 0 ? null : await pass(repeated(tagged, rounds), client, server, { tags });
  const weights = first.bodies.map((body) => body / 1000);
  const allowed = kind.most ? await Promise.all(kind.paths.map((_, at) => kind.most!(at))) : null;
  const heavy = allowed?.filter((most, at) => first.bodies[at]! > most).length;
  const failed = first.failed + again.failed;
  const sorted = weights.toSorted((a, b) => a - b);
  return [
    ...[kind.name, kind.paths.length, timed(first), timed(again), unchanged ? timed(unchanged) : "-"],
    ...[
      kind.feed ? `304 <= ${UNCHANGED_FEED_MS}` : "",
      percentile(first.ms, 0.95).toFixed(0),
      percentile(again.ms, 0.95).toFixed(0),
    ],
    ...[
      percentile(sorted, 0.5).toFixed(1),
      (sorted.at(-1) ?? 0).toFixed(1),
      (first.packed / kind.paths.length / 1000).toFixed(1),
    ],
    ...[allowed ? (Math.max(...allowed) / 1000).toFixed(0) : "-", heavy === undefined ? "-" : heavy, failed],
  ];
}

interface Pass {
  readonly answers: number;
  readonly cpuMs: number;
  readonly etags: readonly (string | null)[];
  /** Sorted. */
  readonly ms: readonly number[];
  readonly bodies: readonly number[];
  readonly packed: number;
  readonly failed: number;
}

interface How {
  readonly tags?: ReadonlyMap<string, string>;
}

async function pass(paths: readonly string[], client: Client, server: Server, { tags }: How): Promise<Pass> {
  const before = server.usage().cpuMs;
  const answers = [];
  for (const path of paths) {
    const etag = tags?.get(path);
    answers.push(await client.get(path, etag === undefined ? { wantsBody: true } : { etag }));
  }
  return {
    ...{ answers: answers.length, cpuMs: (server.usage().cpuMs - before) / answers.length },
    etags: answers.map(({ etag }) => etag),
    ms: answers.map(({ ms }) => ms).sort((a, b) => a - b),
    bodies: answers.map(({ body }) => Buffer.byteLength(body ?? "")),
    packed: answers.reduce((sum, { bytes }) => sum + bytes, 0),
    failed: answers.filter(({ status }) => status !== (tags ? 304 : 200)).length,
  };
}

const timed = ({ answers, cpuMs }: Pass): string =>
  answers < LEAST_TIMED ? `${cpuMs.toFixed(0)} (few)` : cpuMs.toFixed(2);

const repeated = (paths: readonly string[], rounds: number): readonly string[] =>
  Array.from({ length: rounds }, () => paths).flat();

function kindsOf(
  { sources, changes, queries, live, shelves }: Addresses,
  samples: number,
  store: Store,
): readonly Kind[] {
  const spread = <T>(all: readonly T[]): readonly T[] => {
    const step = Math.max(1, Math.floor(all.length / samples));
    return all.filter((_, at) => at % step === 0).slice(0, samples);
  };
  const isLive = new Set(live.map(({ article }) => article));
  const short = spread(changes.filter(({ article }) => !isLive.has(article)));
  const someSources = spread(sources);
  const long = live.slice(0, FEW);
  const page = async () => PAGE_BYTES;
  const feed = true as const;
  return [
    { name: "front page", paths: ["/"], most: page },
    { name: "front page, older", paths: spread(changes).map(({ id }) => `/?before=${id}`), most: page },
    { name: "front page, a source", paths: someSources.map((id) => `/?source=${id}`), most: page },
    { name: "front page, by rank", paths: ["/?order=rank"], most: page },
    { name: "change", paths: short.map(pathOf), most: (at) => mostOf(store, short[at]!) },
    { name: "article", paths: Array.from({ length: samples }, (_, at) => shelves.article.at(at)), most: page },
    { name: "version", paths: short.map(({ article, to }) => versionPath(article as ArticleId, to)) },
    { name: "source", paths: someSources.map((id) => sourcePath(id as never)), most: page },
    { name: "search", paths: spread(queries).map(searchPath), most: page },
    { name: "sources", paths: ["/sources"], most: page },
    { name: "health", paths: ["/health"], most: page },
    { name: "feed, all", paths: [feedPath("", "atom")], feed },
    { name: "feed, a source", paths: someSources.map((id) => feedPath(sourcePath(id as never), "atom")), feed },
    {
      name: "feed, an article",
      paths: short.map(({ article }) => feedPath(articlePath(article as ArticleId), "atom")),
      feed,
    },
    { name: "feed, a search", paths: spread(queries).map((q) => feedPath("/search", "atom", q)), feed },
    { name: "live: article", paths: long.map(({ article }) => articlePath(article as ArticleId)) },
    {
      name: "live: its latest change",
      paths: long.map(({ article, versions }) => changePath(article as ArticleId, versions - 1, versions)),
    },
    {
      name: "live: first to last",
      paths: long.map(({ article, versions }) => changePath(article as ArticleId, 1, versions)),
    },
    { name: "live: feed", paths: long.map(({ article }) => feedPath(articlePath(article as ArticleId), "atom")), feed },
    {
      name: "live: feed of source",
      paths: long.map(({ source }) => feedPath(sourcePath(source as never), "atom")),
      feed,
    },
    { name: "live: evolution", paths: long.map(({ article }) => evolutionPath(article as ArticleId)) },
  ];
}

const pathOf = ({ article, from, to }: ChangeKey): string => changePath(article as ArticleId, from, to);

async function mostOf({ reader }: Store, { article, from, to }: ChangeKey): Promise<number> {
  const [old, next] = await Promise.all([from, to].map((number) => reader.version(article as ArticleId, number)));
  return CHANGE_BYTES + TIMES_TEXTS * (bytesOf(old!.text) + bytesOf(next!.text));
}

const bytesOf = ({ headline, standfirst, corrections, blocks }: VersionText): number =>
  [headline ?? "", standfirst ?? "", ...corrections, ...blocks.map(({ text }) => text)].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );
