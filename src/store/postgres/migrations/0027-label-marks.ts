import { type Kysely, sql } from "kysely";

/** Labels that the operator calls wrong. */
const STATEMENTS = [
  `create table label_mark (
    change_id bigint not null references change,
    kind text not null,
    reason text not null,
    marked_at bigint not null,
    primary key (change_id, kind, reason)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
