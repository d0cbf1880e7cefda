import { type Kysely, sql } from "kysely";

/**
 * Who labelled a change, and what its labels say in columns that can be asked for: the kinds as bits (`label-bits.ts`), the rank in
 * thousandths, whether it was silent. Changes from before have an empty name and no columns until they are summed up again.
 */
const STATEMENTS = [
  "alter table change add column labelled_by text not null default ''",
  "alter table change add column label_bits bigint",
  "alter table change add column rank integer",
  "alter table change add column silent smallint",
  "create index change_labelled on change (labelled_by, id)",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
