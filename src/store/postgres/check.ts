import { sql } from "kysely";
import { SECOND_MS, systemClock } from "#lib/clock";
import type { Check } from "#store/check";
import { indexedWords } from "./search-words.ts";

/** Leases and gaps are compared across machines: the clocks may differ by a part of the shortest gap. */
const MOST_SKEW_MS = 2 * SECOND_MS;
/** Paragraphs whose stored words are made again: the newest ones, which were written by the program that is in use. */
const SAMPLE = 5000;

/** Instants in the database come from the machines that write to it: theirs have to agree. */
const clock: Check = async (db) => {
  const before = systemClock.now();
  const answer = await sql<{
    now: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
  const skewMs = (before + systemClock.now()) / 2 - answer.rows[0]!.now;
  if (Math.abs(skewMs) <= MOST_SKEW_MS) return [];
  const seconds = (Math.abs(skewMs) / SECOND_MS).toFixed(1);
  return [
    `the clock of this machine is ${seconds} s ${skewMs > 0 ? "ahead of" : "behind"} the database server's: let both keep time by NTP`,
  ];
};

/** Every month of looks has its table. */
const partitions: Check = async (db) => {
  const strays = await sql<{ strays: number }>`
    select count(*) as strays from capture_other
    where captured_at >= extract(epoch from timestamptz '1990-01-01Z') * 1000
      and captured_at < extract(epoch from timestamptz '2100-01-01Z') * 1000`.execute(db);
  const count = strays.rows[0]!.strays;
  return count === 0 ? [] : [`${count} looks stand outside of the table of their month`];
};

const invalidIndexes: Check = async (db) => {
  const broken = await sql<{ name: string }>`
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = current_schema()::regnamespace and not (i.indisvalid and i.indisready)`.execute(db);
  return broken.rows.map(({ name }) => `the index ${name} is damaged or unfinished: reindex it`);
};

/** The newest paragraphs can be found by their words. */
const searchWords: Check = async (db) => {
  const rows = await sql<{ id: number; text: string; words: string }>`
    select id, text, words from paragraph order by id desc limit ${SAMPLE}`.execute(db);
  return rows.rows
    .filter(({ text, words }) => indexedWords(text) !== words)
    .map(({ id }) => `the search words of paragraph ${id} are not those of its text`);
};

/** Rows that point to what is not there; the database itself sees to all others. */
const strayRows: Check = async (db) => {
  const rows = await sql<{ problem: string }>`
    select 'capture ' || c.id || ' points to an article that is not there' as problem from capture c
    where not exists (select 1 from article a where a.id = c.article_id)
    union all
    select 'an occurrence of paragraph ' || o.paragraph_id || ' points to what is not there' from occurrence o
    where not exists (select 1 from paragraph p where p.id = o.paragraph_id)
      or not exists (select 1 from version v where v.id = o.first_version_id)
      or (o.last_version_id is not null and not exists (select 1 from version v where v.id = o.last_version_id))
    limit 100`.execute(db);
  return rows.rows.map(({ problem }) => problem);
};

/** What is stored, wherever it is read. */
export const CONTENT_CHECKS: readonly Check[] = [invalidIndexes, partitions, searchWords, strayRows];
export const POSTGRES_CHECKS: readonly Check[] = [clock, ...CONTENT_CHECKS];
