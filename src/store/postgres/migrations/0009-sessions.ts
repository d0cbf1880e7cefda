import { type Kysely, sql } from "kysely";

/** Sign-in links and sessions of the operator. */
const STATEMENTS = [
  `create table token (
    hash bytea primary key,
    kind text not null,
    expires_at bigint not null,
    notice text
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
