import { type Kysely, sql } from "kysely";

/** Where kept bytes stand that are in the archive and not in `raw_body`. */
const STATEMENTS = [
  `create table archive_file (
    id integer primary key autoincrement,
    name text not null unique
  ) strict`,
  `create table archived_body (
    digest blob primary key,
    file_id integer not null references archive_file,
    start integer not null,
    length integer not null,
    content_type text
  ) strict`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
