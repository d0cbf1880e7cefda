import { type Kysely, sql } from "kysely";

/** Sign-in links and sessions of the operator, so that every process that serves pages knows them, also after a restart. */
const STATEMENTS = [
  `create table token (
    hash blob primary key,
    kind text not null,
    expires_at integer not null,
    notice text
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
