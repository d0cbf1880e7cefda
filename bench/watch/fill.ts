import { HOUR_MS } from "#lib/clock";
import { openStore } from "#store/open";
import { monthOf } from "#store/postgres/partitions";
import { FORMULA } from "#version/fingerprint";
import type { WatchedDatabase } from "./database.ts";

export const FILLED_AT = Date.UTC(2026, 4, 1);
const ARTICLES_PER_HOST = 50;
const PARAGRAPHS = 4;
const WORDS = 24;
const CAPTURES = 4;

/**
 * A stock of articles that was watched for some hours, written by plain SQL into an empty database: each with a version of
 * four paragraphs, the memory of deciding and four looks, fifty at a host. None is due. What they say is made of 20,000 words.
 *
 * Rows lie as they do in life: articles found by turns at all hosts, looks in the order of time, so that those of one
 * article are far apart; hashes are random; indexes grow row by row. What differs: no row was ever rewritten (looks and memories
 * were recorded once), and PostgreSQL's index of words is made at the end, of all paragraphs, which life appends to it in
 * the same order by some hundred at a time.
 */
export async function fill(database: WatchedDatabase, until: number): Promise<void> {
  await (await openStore(database.place)).close();
  const isSqlite = database.name.startsWith("SQLite");
  const n = (last: number) =>
    isSqlite
      ? `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${last})`
      : `with n(i) as (select generate_series(1::bigint, ${last}::bigint))`;
  const hash = isSqlite ? "randomblob(16)" : "decode(md5(random()::text), 'hex')";
  const long = isSqlite ? "randomblob(32)" : `(${hash} || ${hash})`;
  const empty = isSqlite ? "x''" : "''::bytea";
  const ofSource = (value: string) =>
    isSqlite ? { column: "", value: "" } : { column: ", source_id", value: `, ${value}` };
  const hosts = Math.ceil(until / ARTICLES_PER_HOST);
  const hostOf = (article: string) => `(${article} - 1) % ${hosts} + 1`;
  const host = hostOf("i");
  const { column, value } = ofSource(host);
  const paragraphs = until * PARAGRAPHS;
  const article = `(i - 1) / ${PARAGRAPHS} + 1`;
  const looked = `(i - 1) % ${until} + 1`;
  const words = Array.from(
    { length: WORDS },
    (_, at) => `'w' || (i * ${PRIMES[at % PRIMES.length]! + at} % 20011)`,
  ).join(" || ' ' || ");
  const month = monthOf(FILLED_AT)!;
  await database.load([
    ...(isSqlite
      ? []
      : [
          `create table ${month.name} (like capture including all)`,
          `alter table capture attach partition ${month.name} for values from (${month.fromAt}) to (${month.untilAt})`,
        ]),
    `${n(hosts)} insert into host (id, key) select i, 'filled-' || i || '.example' from n`,
    `${n(hosts)} insert into source (id, name, home_url, home_key, patterns, created_at)
      select i, 'Filled ' || i, 'https://filled-' || i || '.example/', 'filled-' || i || '.example/', '{"include":[],"exclude":[]}', ${FILLED_AT} from n`,
    `${n(until)} insert into article (id, source_id, host_id, url, headline, status, first_seen_at, version_count, latest_version_id, last_looked_at, next_look_at)
      select i, ${host}, ${host}, 'https://filled-' || (${host}) || '.example/news/2026/05/01/story-' || i, 'Filled story ' || i,
        'watched', ${FILLED_AT}, 1, i, ${FILLED_AT + HOUR_MS}, ${FAR_AT} + i from n`,
    `${n(until)} insert into article_url (key_hash, article_id${column}, url)
      select ${hash}, i${value}, 'https://filled-' || (${host}) || '.example/news/2026/05/01/story-' || i from n`,
    `${n(paragraphs)} insert into paragraph (id, hash, variant, text${isSqlite ? "" : ", words"})
      select i, ${hash}, ${empty}, ${words}${isSqlite ? "" : `, ${words}`} from n`,
    ...(isSqlite ? [`insert into paragraph_fts (rowid, words) select id, text from paragraph`] : []),
    `${n(until)} insert into version (id, article_id, source_id, number, headline_id, text, byline, extractor, first_seen_at, last_seen_at, text_hash, chain_hash, paragraph_high)
      select i, i, ${host}, 1, (i - 1) * ${PARAGRAPHS} + 1, 'h' || ((i - 1) * ${PARAGRAPHS} + 1) || ' p' || ((i - 1) * ${PARAGRAPHS} + 2) || '-' || (i * ${PARAGRAPHS}),
        '["Staff"]', 'variorum/4+1', ${FILLED_AT}, ${FILLED_AT + HOUR_MS}, ${long}, ${long}, i * ${PARAGRAPHS} from n`,
    `${n(paragraphs)} insert into occurrence (paragraph_id, article_id, source_id, first_version_id)
      select i, ${article}, ${hostOf(`(${article})`)}, ${article} from n`,
    `${n(until)} insert into deciding (article_id${column}, memory) select i${value}, '${MEMORY}' from n`,
    `${n(until)} insert into article_trace (article_id${column}, trace) select i${value}, '${TRACE}' from n`,
    `${n(until * CAPTURES)} insert into capture (article_id, source_id, captured_at, took_ms, outcome, status, final_url, decision, reason, version_number, body_digest, body_bytes)
      select ${looked}, ${hostOf(`(${looked})`)}, ${FILLED_AT} + (i - 1) / ${until} * ${HOUR_MS} + ${looked} % 1000,
        120, 'unchanged', 200, 'https://filled.example/news/2026/05/01/story-' || i, 'same', 'same text as the latest version', 1, ${long}, 20000 from n`,
    ...(isSqlite ? [] : ["host", "source", "article", "paragraph", "version"].map(SEQUENCE)),
  ]);
  await database.tidy();
}

/** Of nothing that is due: years ahead. */
const FAR_AT = Date.UTC(2040, 0, 1);
const PRIMES = [7919, 104_729, 1_299_709, 15_485_863, 31_337, 65_537, 611_953, 49_979_687];

const SEQUENCE = (table: string): string =>
  `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`;

const MEMORY = JSON.stringify({
  formula: FORMULA,
  latest: {
    number: 1,
    text: {
      whole: "a9b30ec860b38d4e",
      headline: "4222a1bc",
      standfirst: "01531503",
      corrections: "e3b0c442",
      body: "dbcb3cdd",
      lines: "45133de301531503fa2694a9ba9a407c77fce1f0d411905f1725c25da819985fcf4f61c5",
      size: 1427,
    },
  },
  ring: [],
  away: null,
});
/** As long as those that the newsroom's pages leave. */
const TRACE = JSON.stringify({ reader: "variorum/4+1", filled: "x".repeat(400) });
