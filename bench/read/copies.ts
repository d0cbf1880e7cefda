import { HOUR_MS } from "#lib/clock";
import { wordsOf } from "#query/words";
import { monthOf } from "#store/postgres/partitions";
import type { SqliteFunctions, WatchedDatabase } from "../watch/database.ts";

/** Copied sources have so many names at most: a larger database has more articles at each of its sources. */
const MOST_SOURCE_COPIES = 10;
/** Looks that found nothing new, besides those that opened a version. */
const LOOKS = 3;
/** Of nothing that is due: years ahead. */
const FAR_AT = Date.UTC(2040, 0, 1);
/** Hours that the health page counts. */
const TALLIED_HOURS = 24;

/** What there is before anything is copied: how many articles, and the highest number of each table. */
interface Originals {
  readonly articles: number;
  readonly sources: number;
  readonly paragraphs: number;
  readonly versions: number;
  readonly changes: number;
}

export interface Copying {
  /** All articles, a multiple of the originals. */
  readonly until: number;
  /** What the originals were seen in; each copy was seen so much later. */
  readonly stretchMs: number;
  readonly untilAt: number;
}

/**
 * Copies the rows of the originals under other numbers until there are enough, by plain SQL, one whole set after the other, so that
 * numbers ascend with time. A copied paragraph is a row of its own, with its words in the index: a database of texts that
 * all differ is as large. Nothing is due: a server that watches has nothing to do.
 */
export async function copyOriginals(
  database: WatchedDatabase,
  { until, stretchMs, untilAt }: Copying,
  progress: (done: number, all: number) => void,
): Promise<void> {
  const isSqlite = database.name.startsWith("SQLite");
  const from = await countOriginals(database);
  const copies = until / from.articles - 1;
  const functions: SqliteFunctions = {
    shifted_refs: (refs, by) => shiftedRefs(String(refs), Number(by)),
    folded_words: (text) => folded(String(text)),
  };
  const statements = isSqlite ? SQLITE_HELP : POSTGRES_HELP;
  await database.load(
    [
      ...statements,
      ...(isSqlite ? [] : monthsUntil(untilAt)),
      ...atRest(untilAt),
      ...Array.from({ length: copies }, (_, at) => oneCopy(from, at + 1, stretchMs, isSqlite)).flat(),
      ...closing(until, untilAt),
      ...(isSqlite ? [] : ["host", "source", "feed", "article", "paragraph", "version", "change"].map(SEQUENCE)),
      ...(isSqlite ? SQLITE_HELP_ENDS : ["drop function shifted_refs"]),
    ],
    functions,
    progress,
  );
  await database.tidy();
}

async function countOriginals(database: WatchedDatabase): Promise<Originals> {
  const [row] = await database.rows<Record<keyof Originals, number | string>>(
    `select (select count(*) from article) as articles, (select max(id) from source) as sources,
      (select max(id) from paragraph) as paragraphs, (select max(id) from version) as versions, (select max(id) from change) as changes`,
  );
  const { articles, sources, paragraphs, versions, changes } = row!;
  return {
    ...{ articles: Number(articles), sources: Number(sources), paragraphs: Number(paragraphs) },
    ...{ versions: Number(versions), changes: Number(changes) },
  };
}

/** The `k`th copy of all rows. A source has a host, both of one number. */
function oneCopy(from: Originals, k: number, stretchMs: number, isSqlite: boolean): readonly string[] {
  const [A, P, V, C] = [k * from.articles, k * from.paragraphs, k * from.versions, k * from.changes];
  const S = (k % MOST_SOURCE_COPIES) * from.sources;
  const later = k * stretchMs;
  const hash = isSqlite ? "randomblob(16)" : "decode(md5(random()::text), 'hex')";
  const long = isSqlite ? "randomblob(32)" : `(${hash} || ${hash})`;
  const empty = isSqlite ? "x''" : "''::bytea";
  const spread = isSqlite ? { column: "", value: "" } : { column: ", source_id", value: `, source_id + ${S}` };
  const sourced = k < MOST_SOURCE_COPIES ? sourceCopies(from.sources, S) : [];
  const words = isSqlite ? "" : ", words";
  return [
    ...sourced,
    `insert into article (id, source_id, host_id, url, headline, status, first_seen_at, published_at, language, version_count,
        latest_version_id, last_changed_at, last_looked_at, next_look_at, period_ms, edits)
      select id + ${A}, source_id + ${S}, host_id + ${S}, replace(url, '.localhost', '-${k}.localhost'), headline, status,
        first_seen_at + ${later}, published_at + ${later}, language, version_count, latest_version_id + ${V},
        last_changed_at + ${later}, last_looked_at, next_look_at + ${A}, period_ms, edits from article where id <= ${from.articles}`,
    `insert into article_url (key_hash, article_id${spread.column}, url)
      select ${hash}, article_id + ${A}${spread.value}, replace(url, '.localhost', '-${k}.localhost') from article_url where article_id <= ${from.articles}`,
    `insert into paragraph (id, hash, variant, text${words})
      select id + ${P}, ${hash}, ${empty}, text${words} from paragraph where id <= ${from.paragraphs}`,
    ...(isSqlite
      ? [`insert into paragraph_fts (rowid, words) select id + ${P}, words from temp.folded order by id`]
      : []),
    `insert into version (id, article_id, source_id, number, headline_id, text, byline, published_at, modified_at, language,
        extractor, first_seen_at, last_seen_at, previous_seen_at, text_hash, chain_hash, date_raised, confirmed_at, live, facts, paragraph_high)
      select id + ${V}, article_id + ${A}, source_id + ${S}, number, headline_id + ${P}, shifted_refs(text, ${P}), byline, published_at, modified_at,
        language, extractor, first_seen_at + ${later}, last_seen_at + ${later}, previous_seen_at + ${later}, ${long}, ${long}, date_raised,
        confirmed_at, live, facts, paragraph_high + ${P} from version where id <= ${from.versions} order by id`,
    `insert into occurrence (paragraph_id, article_id, source_id, first_version_id, last_version_id)
      select paragraph_id + ${P}, article_id + ${A}, source_id + ${S}, first_version_id + ${V}, last_version_id + ${V}
      from occurrence where paragraph_id <= ${from.paragraphs}`,
    `insert into change (id, article_id, source_id, from_number, to_number, seen_at, last_seen_old_at, summary, packed, collated, reading_only, running_from)
      select id + ${C}, article_id + ${A}, source_id + ${S}, from_number, to_number, seen_at + ${later}, last_seen_old_at + ${later},
        summary, packed, collated, reading_only, running_from from change where id <= ${from.changes} order by id`,
    `insert into deciding (article_id${spread.column}, memory)
      select article_id + ${A}${spread.value}, memory from deciding where article_id <= ${from.articles}`,
    `insert into capture (article_id, source_id, captured_at, took_ms, outcome, status, final_url, decision, reason, version_number, body_digest, body_bytes)
      select article_id + ${A}, source_id + ${S}, captured_at + ${later}, took_ms, outcome, status, final_url, decision, reason,
        version_number, body_digest, body_bytes from capture where article_id <= ${from.articles} order by captured_at`,
  ];
}

const sourceCopies = (sources: number, S: number): readonly string[] => [
  `insert into host (id, key, ready_at) select id + ${S}, key || '-${S}', ready_at from host where id <= ${sources}`,
  `insert into source (id, name, home_url, home_key, patterns, created_at, last_success_at)
    select id + ${S}, name || ' ${S}', home_url, home_key || '-${S}', patterns, created_at, last_success_at from source where id <= ${sources}`,
  `insert into feed (source_id, host_id, kind, url, url_key, period_ms, due_at, last_polled_at, last_success_at)
    select source_id + ${S}, host_id + ${S}, kind, url, url_key || '-${S}', period_ms, due_at, last_polled_at, last_success_at from feed where source_id <= ${sources}`,
];

/** Nothing of the originals, and so of their copies, is due. */
const atRest = (untilAt: number): readonly string[] => [
  `update article set last_looked_at = ${untilAt}, next_look_at = ${FAR_AT} + id`,
  `update feed set due_at = ${FAR_AT}, last_polled_at = ${untilAt}, last_success_at = ${untilAt}`,
  `update source set last_success_at = ${untilAt}`,
  `update host set ready_at = ${FAR_AT}`,
];

/** What all articles have alike. */
const closing = (until: number, untilAt: number): readonly string[] => [
  ...Array.from(
    { length: LOOKS },
    (
      _,
      at,
    ) => `insert into capture (article_id, source_id, captured_at, took_ms, outcome, status, final_url, decision, reason, version_number, body_bytes)
      select id, source_id, ${untilAt - (LOOKS - at) * HOUR_MS} + id * ${HOUR_MS - 1} / ${until}, 120, 'unchanged', 304, url, 'same', 'not modified (304)', version_count, 0 from article`,
  ),
  ...Array.from(
    { length: TALLIED_HOURS },
    (_, at) =>
      `insert into look_tally (source_id, hour, looks, failed) select id, ${Math.floor(untilAt / HOUR_MS) - at}, 3, 0 from source where true
        on conflict (source_id, hour) do nothing`,
  ),
];

/** Texts of the originals with their words as the index has them, made once for all copies. */
const SQLITE_HELP = [
  "create temp table folded as select id, folded_words(text) as words from paragraph order by id",
  // Words of many paragraphs are written together; the usual size is set again at the end.
  "insert into paragraph_fts (paragraph_fts, rank) values ('hashsize', 67108864)",
];
const SQLITE_HELP_ENDS = [
  "insert into paragraph_fts (paragraph_fts, rank) values ('hashsize', 1048576)",
  "drop table folded",
];
const POSTGRES_HELP = [
  `create function shifted_refs(refs text, by bigint) returns text language sql immutable as $$
    select string_agg(left(run, 1) || (substr(split_part(run, '-', 1), 2)::bigint + by)
      || case when strpos(run, '-') > 0 then '-' || (split_part(run, '-', 2)::bigint + by) else '' end, ' ' order by at)
    from unnest(string_to_array(refs, ' ')) with ordinality as r(run, at) $$`,
];

/** `h12 p14-40` with every number so much higher; see store/versions/version-text.ts. */
const shiftedRefs = (refs: string, by: number): string => refs.replaceAll(/\d+/g, (id) => String(Number(id) + by));

const folded = (text: string): string =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(" ");

/** The tables of the last few months, some of which the originals have made. */
function monthsUntil(untilAt: number): readonly string[] {
  const months = [0, 1, 2].map(
    (back) => monthOf(Date.UTC(new Date(untilAt).getUTCFullYear(), new Date(untilAt).getUTCMonth() - back))!,
  );
  return months.map(
    ({ name, fromAt, untilAt: end }) => `do $$ begin
      if to_regclass('${name}') is null then
        create table ${name} (like capture including all);
        alter table capture attach partition ${name} for values from (${fromAt}) to (${end});
      end if; end $$`,
  );
}

const SEQUENCE = (table: string): string =>
  `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`;
