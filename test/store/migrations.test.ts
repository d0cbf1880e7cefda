import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { openStore } from "#store/index";
import { MIGRATIONS } from "#store/migrations/list";
import { MIGRATIONS as POSTGRES_MIGRATIONS } from "#store/postgres/migrations/list";
import { NodeSqliteDialect } from "#store/sqlite/dialect";
import { addArticle, lookOf, openVersion, stateOf, T0, textOf } from "../contract/fixtures.ts";
import { freshFile } from "./folder.ts";

/** Makes a file as the first release made it and copies into it what its tables have a place for. */
async function asFirstRelease(file: string, from: string): Promise<void> {
  const database = new DatabaseSync(file);
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database, 0) });
  await db.transaction().execute(async (trx) => {
    await sql`pragma application_id = ${sql.lit(0x5672726d)}`.execute(trx);
    await new Migrator({
      db: trx,
      provider: { getMigrations: async () => ({ "0001-initial": MIGRATIONS["0001-initial"]! }) },
    }).migrateToLatest();
  });
  database.exec(`pragma foreign_keys = off; attach '${from}' as later`);
  const names = database.prepare("select name from sqlite_schema where type = 'table' and sql like '%strict%'").all();
  for (const { name } of names) {
    const columns = database.prepare(`select name from pragma_table_info('${name}')`).all();
    const list = columns.map((column) => column["name"]).join(", ");
    database.exec(`insert into ${name} (${list}) select ${list} from later.${name}`);
  }
  database.close();
}

test("a file of the first release is brought up to date with everything that is in it", async () => {
  const file = freshFile();
  const first = await openStore(file);
  const id = await addArticle(first);
  await openVersion(first, id, 0, textOf("A", "one"));
  await openVersion(first, id, 1, textOf("A", "two"));
  // What an older program did not count is reckoned from the versions it knew.
  const before = {
    article: { ...(await first.reader.article(id))!, edits: 1 },
    versions: await first.reader.versions(id),
  };
  await first.close();
  const old = freshFile();
  await asFirstRelease(old, file);

  const store = await openStore(old);
  try {
    // Edits are counted since a later step, which begins with the changes that are there.
    assert.deepEqual(await store.reader.article(id), { ...before.article, edits: 1 });
    assert.deepEqual(await store.reader.versions(id), before.versions);
    assert.deepEqual(
      before.versions.map((version) => version.dateRaised),
      [null, null],
    );
    assert.deepEqual(await store.check(), []);
    const claimedDate = {
      modifiedAt: T0,
      lastSeenAt: T0,
      textSeenAt: T0,
      beside: "",
      extractor: "test/1",
      pending: null,
    };
    const raisedDate = { oldModifiedAt: 1, newModifiedAt: 2, lastSeenOldAt: T0, seenAt: T0 + 1 };
    await store.writer.recordLook(lookOf(id, T0 + 9, { sawVersion: 2, raisedDate, state: stateOf({ claimedDate }) }));
    assert.deepEqual((await store.reader.article(id))!.claimedDate, claimedDate);
    assert.equal((await store.reader.raisedDates(id)).length, 1);
  } finally {
    await store.close();
  }
});

test("every step from 0005 on is in the lists of both databases", () => {
  const later = (steps: object) => Object.keys(steps).filter((name) => name > "0005");
  assert.deepEqual(later(POSTGRES_MIGRATIONS), later(MIGRATIONS));
});

test("steps are listed in their order", () => {
  for (const steps of [MIGRATIONS, POSTGRES_MIGRATIONS])
    assert.deepEqual(Object.keys(steps), Object.keys(steps).toSorted());
});
