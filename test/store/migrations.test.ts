import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { openStore } from "#store/index";
import { MIGRATIONS } from "#store/migrations/list";
import { MIGRATIONS as POSTGRES_MIGRATIONS } from "#store/postgres/migrations/list";
import { NodeSqliteDialect } from "#store/sqlite/kysely-dialect";
import { addArticle, lookOf, openVersion, stateOf, T0, textOf } from "../contract/fixtures.ts";
import { makeEarlier } from "./earlier.ts";
import { freshFile } from "./folder.ts";

test("a file of the first release is brought up to date with everything that is in it", async () => {
  const file = freshFile();
  const first = await openStore(file);
  const id = await addArticle(first);
  await openVersion(first, id, 0, textOf("A", "one"));
  await openVersion(first, id, 1, textOf("A", "two"));
  // What an older program did not count is computed from the versions it knew.
  const before = {
    watched: (await first.reader.watched(id))!,
    versions: await first.reader.versions(id),
  };
  await first.close();
  const old = freshFile();
  await makeEarlier(old, file, "0001-initial");

  const store = await openStore(old);
  try {
    // Edits are counted since a later step, which begins with the changes that are there.
    const { article, watch } = before.watched;
    assert.deepEqual(await store.reader.watched(id), { article, watch: { ...watch, edits: 1 } });
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
    assert.deepEqual((await store.reader.watched(id))!.watch.claimedDate, claimedDate);
    assert.equal((await store.reader.raisedDates(id)).length, 1);
  } finally {
    await store.close();
  }
});

test("a chore of an earlier release keeps its instant, its failures and its last success when chores get keys", async () => {
  const file = freshFile();
  const database = new DatabaseSync(file);
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database, 0) });
  const earlier = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < "0012"));
  await sql`pragma application_id = ${sql.lit(0x5672726d)}`.execute(db);
  await new Migrator({ db, provider: { getMigrations: async () => earlier } }).migrateToLatest();
  await sql`insert into job (name, due_at, done_at, failures, last_error) values ('close-day', ${T0}, 5, 2, 'disk full')`.execute(
    db,
  );
  await db.destroy();
  const store = await openStore(file);
  try {
    const chore = { name: "close-day", key: "", dueAt: T0, doneAt: 5, failures: 2, lastError: "disk full" };
    assert.deepEqual(await store.reader.jobs(), [chore]);
    await store.writer.ensureChore({ name: "close-day", key: "" }, T0 + 1);
    assert.deepEqual(await store.reader.jobs(), [chore], "it is known already");
  } finally {
    await store.close();
  }
});

const OPENER = new URL("./child-opener.ts", import.meta.url).pathname;

/** Names of the steps that a file has seen, and of the columns of its articles. */
function shapeOf(file: string): { readonly steps: readonly string[]; readonly columns: readonly string[] } {
  const database = new DatabaseSync(file);
  const list = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => String(row["name"]));
  const steps = list("select name from kysely_migration order by name");
  const columns = list("select name from pragma_table_info('article')");
  database.close();
  return { steps, columns };
}

test("killed in the middle of bringing it up to date, a file is as it was, and is brought up to date the next time", async () => {
  const made = freshFile();
  const first = await openStore(made);
  const id = await addArticle(first);
  await openVersion(first, id, 0, textOf("A", "one"));
  const versions = await first.reader.versions(id);
  await first.close();
  const old = freshFile();
  await makeEarlier(old, made, "0001-initial");
  const before = shapeOf(old);
  let killed = 0;
  for (let number = 4; ; number += 9) {
    const file = freshFile();
    copyFileSync(old, file);
    const { signal, status } = spawnSync(process.execPath, [OPENER, file, String(number)], { stdio: "ignore" });
    if (signal === "SIGKILL") {
      killed += 1;
      assert.deepEqual(shapeOf(file), before, `killed before statement ${number}`);
    } else assert.equal(status, 0);
    const store = await openStore(file);
    assert.deepEqual(await store.check(), []);
    assert.deepEqual(await store.reader.versions(id), versions);
    await store.close();
    assert.deepEqual(shapeOf(file).steps, Object.keys(MIGRATIONS));
    if (signal === null) break;
  }
  assert.ok(killed >= 5, `killed ${killed} times`);
});

test("every step from 0005 on is in the lists of both databases", () => {
  const later = (steps: object) => Object.keys(steps).filter((name) => name > "0005");
  assert.deepEqual(later(POSTGRES_MIGRATIONS), later(MIGRATIONS));
});

test("steps are listed in their order", () => {
  for (const steps of [MIGRATIONS, POSTGRES_MIGRATIONS])
    assert.deepEqual(Object.keys(steps), Object.keys(steps).toSorted());
});
