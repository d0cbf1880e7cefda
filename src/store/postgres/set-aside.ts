import { type Kysely, sql } from "kysely";

/** Begins the name of a schema that holds what a restore moved aside. */
export const ASIDE_PREFIX = "variorum_before_";

/** Moves all tables of the schema in use into a new one, with their indexes and numbers. */
export async function setAside<T>(trx: Kysely<T>, aside: string): Promise<void> {
  await sql`create schema ${sql.id(aside)}`.execute(trx);
  for (const table of await tablesIn(trx, null))
    await sql`alter table ${sql.id(table)} set schema ${sql.id(aside)}`.execute(trx);
}

/** Moves them back into the schema in use, where nothing may stand. */
export async function putBack<T>(trx: Kysely<T>, aside: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(trx);
  for (const table of await tablesIn(trx, aside))
    await sql`alter table ${sql.id(aside, table)} set schema ${sql.id(rows[0]!.name)}`.execute(trx);
  await sql`drop schema ${sql.id(aside)}`.execute(trx);
}

/** Tables of a schema, those that partitions belong to first; of the one in use if none is named. Tables of extensions do not count. */
export async function tablesIn<T>(db: Kysely<T>, schema: string | null): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = coalesce(${schema}::text, current_schema()) and c.relkind in ('r', 'p')
      and not exists (
        select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relispartition, c.relname`.execute(db);
  return found.rows.map(({ name }) => name);
}
