import { articlePath, changePath, FEED_FORMATS, feedPath, searchPath, sourcePath } from "#view/addresses";
import { type Random, randomOf } from "../store/looks.ts";
import type { WatchedDatabase } from "../watch/database.ts";

/** What readers ask for, and of how many answers in a hundred it is one. */
export const MIX = { front: 30, change: 25, article: 15, feed: 20, search: 10 } as const;
export type Asked = keyof typeof MIX;

/** Addresses of one kind by rank: what is asked for most has rank 0. */
export interface Shelf {
  readonly size: number;
  at(rank: number): string;
}

export interface Addresses {
  readonly shelves: Readonly<Record<Asked, Shelf>>;
  /** Of the kinds that are measured one by one. */
  readonly sources: readonly number[];
  readonly changes: readonly ChangeKey[];
  readonly queries: readonly string[];
  /** Long pages that are live, the longest first. */
  readonly live: readonly { readonly article: number; readonly source: number; readonly versions: number }[];
}

export interface ChangeKey {
  readonly id: number;
  readonly article: number;
  readonly from: number;
  readonly to: number;
}

const CHANGES_PER_PAGE = 40;
/** Paragraphs that questions are taken from. */
const ASKED_PARAGRAPHS = 4000;
const SHORTEST_WORD = 4;
const WORDS_PER_PHRASE = 3;
const MOST_LIVE = 20;
/** Larger than any number of addresses, and prime: steps of it visit each address once. */
const STEP = 15_485_863;
const SEED = 3;

/** Reads from the database what may be asked for. */
export async function readAddresses(database: WatchedDatabase): Promise<Addresses> {
  const numbers = async (sql: string) => (await database.rows<{ id: number }>(sql)).map(({ id }) => Number(id));
  const articles = await numbers("select id from article order by id");
  const sources = await numbers("select id from source order by id");
  const changes = (
    await database.rows<{ id: number; article_id: number; from_number: number; to_number: number }>(
      "select id, article_id, from_number, to_number from change order by id desc",
    )
  ).map((row) => ({
    ...{ id: Number(row.id), article: Number(row.article_id) },
    ...{ from: row.from_number, to: row.to_number },
  }));
  const live = await database.rows<{ id: number; source_id: number; version_count: number }>(
    `select id, source_id, version_count from article where version_count > 1 and id in (select article_id from version where live = 1)
      order by version_count desc, id limit ${MOST_LIVE}`,
  );
  const queries = await readQueries(database);
  return {
    shelves: {
      front: frontShelf(sources, changes),
      change: strewn(changes.length, (at) =>
        changePath(changes[at]!.article as never, changes[at]!.from, changes[at]!.to),
      ),
      article: strewn(articles.length, (at) => articlePath(articles[at]! as never)),
      feed: feedShelf(sources, changes, queries),
      search: strewn(queries.length, (at) => searchPath(queries[at]!)),
    },
    ...{ sources, changes, queries },
    live: live.map((row) => ({
      article: Number(row.id),
      source: Number(row.source_id),
      versions: row.version_count,
    })),
  };
}

/** The front page itself, by rank, of each source, and its older pages. */
function frontShelf(sources: readonly number[], changes: readonly ChangeKey[]): Shelf {
  const first = ["/", "/?order=rank", "/?order=rank&days=1", "/?order=rank&days=7"];
  const pages = Math.floor(changes.length / CHANGES_PER_PAGE);
  const ofSources = strewn(sources.length, (at) => `/?source=${sources[at]}`);
  const older = strewn(pages, (at) => `/?before=${changes[at * CHANGES_PER_PAGE]!.id}`);
  return joined([listed(first), ofSources, older]);
}

/** Of everything, of the sources, of articles that changed, and of searches, in all formats. */
function feedShelf(sources: readonly number[], changes: readonly ChangeKey[], queries: readonly string[]): Shelf {
  const formats = FEED_FORMATS;
  const of = (count: number, path: (at: number) => string, q?: (at: number) => string) =>
    strewn(count * formats.length, (at) => {
      const which = Math.floor(at / formats.length);
      return feedPath(path(which), formats[at % formats.length]!, q?.(which));
    });
  return joined([
    listed(formats.map((format) => feedPath("", format))),
    of(sources.length, (at) => sourcePath(sources[at]! as never)),
    of(changes.length, (at) => articlePath(changes[at]!.article as never)),
    of(
      queries.length,
      () => "/search",
      (at) => queries[at]!,
    ),
  ]);
}

const listed = (addresses: readonly string[]): Shelf => ({ size: addresses.length, at: (rank) => addresses[rank]! });

/** Ranks have nothing to do with age or number. */
function strewn(size: number, address: (at: number) => string): Shelf {
  return { size, at: (rank) => address((rank * (STEP % Math.max(1, size)) + (size >> 1)) % size) };
}

/** One shelf after the other. */
function joined(shelves: readonly Shelf[]): Shelf {
  return {
    size: shelves.reduce((sum, { size }) => sum + size, 0),
    at: (rank) => {
      let left = rank;
      for (const shelf of shelves) {
        if (left < shelf.size) return shelf.at(left);
        left -= shelf.size;
      }
      throw new RangeError(`There is no address of rank ${rank}.`);
    },
  };
}

/** Single words, two words and phrases that stand in the texts. */
async function readQueries(database: WatchedDatabase): Promise<readonly string[]> {
  const [{ high } = { high: 0 }] = await database.rows<{ high: number }>("select max(id) as high from paragraph");
  const step = Math.max(1, Math.floor(Number(high) / ASKED_PARAGRAPHS));
  const texts = await database.rows<{ text: string }>(`select text from paragraph where id % ${step} = 0 order by id`);
  const random = randomOf(SEED);
  return [...new Set(texts.flatMap(({ text }) => queriesOf(text, random)))];
}

function queriesOf(text: string, random: Random): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 0);
  const long = words.filter((word) => word.length >= SHORTEST_WORD);
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  if (long.length < WORDS_PER_PHRASE) return [];
  const start = Math.floor(random() * (words.length - WORDS_PER_PHRASE));
  const phrase = words.slice(start, start + WORDS_PER_PHRASE).join(" ");
  return [any(long), `${any(long)} ${any(long)}`, `"${phrase}"`];
}
