import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { wordsOf } from "#query/words";
import { MIGRATIONS } from "#store/migrations/list";
import { NodeSqliteDialect } from "#store/sqlite/kysely-dialect";

/** Makes a file as a program made it whose last step was `lastStep`, and copies into it what its tables have a place for. */
export async function makeEarlier(file: string, from: string, lastStep: string): Promise<void> {
  const steps = Object.entries(MIGRATIONS).filter(([name]) => name <= lastStep);
  const database = new DatabaseSync(file);
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database, 0) });
  await db.transaction().execute(async (trx) => {
    await sql`pragma application_id = ${sql.lit(0x5672726d)}`.execute(trx);
    await new Migrator({
      db: trx,
      provider: { getMigrations: async () => Object.fromEntries(steps) },
    }).migrateToLatest();
  });
  database.exec(`pragma foreign_keys = off; attach '${from}' as later`);
  const names = database.prepare("select name from sqlite_schema where type = 'table' and sql like '%strict%'").all();
  for (const { name } of names) {
    const columns = database.prepare(`select name from pragma_table_info('${name}')`).all();
    const list = columns.map((column) => column["name"]).join(", ");
    database.exec(`insert into ${name} (${list}) select ${list} from later.${name}`);
  }
  const index = database.prepare("insert into paragraph_fts (rowid, words) values (?, ?)");
  for (const { id, text } of database.prepare("select id, text from paragraph").all())
    index.run(
      Number(id),
      wordsOf(String(text))
        .map((word) => word.folded)
        .join(" "),
    );
  database.close();
}
