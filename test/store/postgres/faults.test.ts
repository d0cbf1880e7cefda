import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { after, it } from "node:test";
import { inspect } from "node:util";
import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { FailureError } from "#model/failure";
import { openStore } from "#store/index";
import { MIGRATIONS } from "#store/postgres/migrations/list";
import { openPostgres } from "#store/postgres/open";
import { monthOf } from "#store/postgres/partitions";
import { serverPrograms, startCluster } from "../../../scripts/postgres.ts";
import { addArticle, lookOf, openVersion, T0, textOf } from "../../contract/fixtures.ts";
import { freshFile } from "../folder.ts";
import { testServer } from "./server.ts";

const server = testServer();

const failsWith =
  (code: string, advice = "stop") =>
  (error: unknown) =>
    error instanceof FailureError && error.failure.advice === advice && error.failure.code === code;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Waits until somebody waits for a lock there, and ends their connection. */
const endBlocked = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    const blocked = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await client.query(blocked)).rows.length === 0) await new Promise((go) => setImmediate(go));
    await client.query(`select pg_terminate_backend(pid) from (${blocked}) as b`);
  });

const tables = async (url: string): Promise<readonly string[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select relname from pg_class where relnamespace = 'public'::regnamespace");
    return rows.map((row) => row.relname).sort();
  });

it("lives on when the server is restarted, killed or away for a while", async () => {
  const own = await startCluster({ durable: false });
  after(() => own.stop());
  const url = own.url("postgres");
  const store = await openStore(url, { connections: 3 });
  const id = await addArticle(store);
  let at = T0;
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    const restarting = own.restart(signal);
    // Meanwhile every call ends, well or with advice to try again; none hangs and none fails otherwise.
    for (let away = true; away; ) {
      const next = ++at;
      const [written, read] = await Promise.allSettled([
        store.writer.recordLook(lookOf(id, next)),
        store.reader.article(id),
      ]);
      for (const end of [written, read])
        if (end.status === "rejected")
          assert.ok(failsWith("store-unreachable", "retry")(end.reason), inspect(end.reason));
      away = await Promise.race([restarting.then(() => false), new Promise<boolean>((go) => setImmediate(go, true))]);
    }
    assert.equal((await store.writer.recordLook(lookOf(id, ++at))).kind, "recorded");
    assert.equal((await store.reader.article(id))?.lastLookedAt, at);
  }
  assert.deepEqual(await store.check(), []);
  await store.close();
});

it("says that the server cannot be reached, with what to do", async () => {
  await assert.rejects(openStore("postgres://nobody@/none?host=/nowhere"), failsWith("store-unreachable", "retry"));
  await assert.rejects(openStore("postgres://u:p@127.0.0.1:1/none"), failsWith("store-unreachable", "retry"));
  await assert.rejects(openStore(await server.url("never_made")), failsWith("store-cannot-open"));
});

it("never tells a password", async () => {
  const secret = "hunter2-TopSecret";
  for (const url of [
    `postgres://someone:${secret}@127.0.0.1:1/none`,
    `postgres://someone:${secret}@no such host/none`,
    `postgres://someone:${secret}@127.0.0.1:port/none`,
    `postgres://someone:${secret}%ZZ@127.0.0.1/none`,
    (await server.url("postgres")).replace("variorum@", `nobody-of-this-name:${secret}@`),
  ]) {
    const error = await openStore(url).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof FailureError, url);
    assert.doesNotMatch(inspect(error, { depth: 9, showHidden: true }), new RegExp(secret));
  }
});

it("makes its tables once when many processes start at the same time", async () => {
  const url = await server.emptyDatabase();
  const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url, { connections: 2 })));
  assert.equal(await addArticle(stores[3]!), 1);
  await Promise.all(stores.map((store) => store.close()));
});

it("leaves an empty database empty when making the tables is interrupted, and makes them the next time", async () => {
  const url = await server.emptyDatabase();
  await withClient(url, async (client) => {
    // The last table of the first step cannot be made: its name is held by a transaction that is not over yet.
    await client.query("begin");
    await client.query("create table reading_paragraph (x int)");
    const opening = openPostgres(url, { connections: 2 });
    const broken = assert.rejects(opening, failsWith("store-unreachable", "retry"));
    await endBlocked(url);
    await broken;
    await client.query("rollback");
  });
  assert.deepEqual(await tables(url), []);
  const store = await openPostgres(url);
  await addArticle(store);
  await store.close();
});

it("leaves a database of an earlier release as it was when bringing it up to date is interrupted", async () => {
  const url = await server.emptyDatabase();
  const earlier = Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 2));
  const pool = new pg.Pool({ connectionString: url });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const provider = { getMigrations: async () => earlier };
  const names = { migrationTableName: "variorum_migration", migrationLockTableName: "variorum_migration_lock" };
  assert.equal((await new Migrator({ db, provider, ...names }).migrateToLatest()).error, undefined);
  await db.destroy();
  const steps = () =>
    withClient(url, async (client) =>
      (await client.query("select name from variorum_migration order by name")).rows.map((row) => row.name),
    );
  const before = await tables(url);
  await withClient(url, async (client) => {
    // A step adds columns to hosts, after others have made tables; somebody reads hosts and does not end.
    await client.query("begin");
    await client.query("lock table host in access share mode");
    const broken = assert.rejects(openPostgres(url, { connections: 2 }), failsWith("store-unreachable", "retry"));
    await endBlocked(url);
    await broken;
    await client.query("rollback");
  });
  assert.deepEqual([await tables(url), await steps()], [before, Object.keys(earlier)]);
  const store = await openPostgres(url);
  await addArticle(store);
  assert.deepEqual(await store.check(), []);
  await store.close();
  assert.deepEqual(await steps(), Object.keys(MIGRATIONS));
});

it("refuses a database of a newer Variorum and leaves it as it is", async () => {
  const url = await server.freshDatabase();
  await withClient(url, (client) =>
    client.query("insert into variorum_migration values ('9999-from-the-future', '2999-01-01T00:00:00.000Z')"),
  );
  const before = await tables(url);
  await assert.rejects(openStore(url), (error: FailureError) => {
    assert.match(error.message, /newer Variorum.*9999-from-the-future/);
    return failsWith("store-too-new")(error);
  });
  assert.deepEqual(await tables(url), before);
});

it("goes on when another process brings the tables up to date under it", async () => {
  const url = await server.freshDatabase();
  const store = await openPostgres(url, { connections: 2 });
  const id = await addArticle(store);
  let at = T0;
  const use = async () => {
    await store.writer.recordLook(lookOf(id, ++at));
    return (await store.reader.article(id))?.lastLookedAt;
  };
  for (let warm = 0; warm < 5; warm++) await use();
  await withClient(url, (client) => client.query("alter table article add column of_the_future text"));
  let refused = 0;
  for (let tries = 0; tries < 5; tries++) {
    const told = await use().catch((error: unknown) => {
      assert.ok(failsWith("store-changed", "retry")(error), inspect(error));
      refused++;
    });
    if (told !== undefined) assert.equal(told, at);
  }
  assert.ok(refused <= 2, `${refused} calls failed`);
  await store.close();
});

it("refuses a database of another program, but not one with an extension", async () => {
  const url = await server.emptyDatabase();
  await withClient(url, (client) => client.query("create table cookies (name text)"));
  await assert.rejects(openStore(url), (error: FailureError) => {
    assert.match(error.message, /another program \(cookies\)/);
    return failsWith("store-foreign")(error);
  });
  assert.deepEqual(await tables(url), ["cookies"]);
  const extended = await server.emptyDatabase();
  await withClient(extended, (client) => client.query("create extension pg_stat_statements"));
  await (await openStore(extended)).close();
});

it("makes nothing where a command only looks", async () => {
  const url = await server.emptyDatabase();
  await assert.rejects(openStore(url, { mustExist: true }), failsWith("store-empty"));
  assert.deepEqual(await tables(url), []);
});

it("wakes those who wait for work in other processes", async () => {
  const url = await server.freshDatabase();
  const [here, there] = [await openPostgres(url), await openPostgres(url)];
  const id = await addArticle(here);
  let wakes = 0;
  let told = () => {};
  const next = () =>
    new Promise<void>((resolve) => {
      told = resolve;
    });
  const listening = next();
  const stop = there.onDue(() => {
    wakes++;
    told();
  });
  await listening;
  const woken = next();
  await here.writer.scheduleLook(id, T0);
  await woken;
  await here.writer.recordLook(lookOf(id, T0));
  stop();
  assert.equal(wakes, 2);
  await Promise.all([here.close(), there.close()]);
});

it("gives each month of looks its table, and nothing to the default one but what is of no century", async () => {
  const url = await server.freshDatabase();
  const store = await openPostgres(url);
  const id = await addArticle(store);
  const instants = ["2023-11-30T23:59:59.999Z", "2023-12-01T00:00:00Z", "2019-02-28T12:00:00Z", "1066-10-14T09:00:00Z"];
  for (const instant of instants) await store.writer.recordLook(lookOf(id, Date.parse(instant)));
  const names = (await tables(url)).filter((name) => /^capture_\d{4}_\d\d$/.test(name));
  const months = ["2019_02", "2019_03", "2023_11", "2023_12", "2024_01"];
  assert.deepEqual(
    names,
    months.map((month) => `capture_${month}`),
  );
  const strays = await withClient(url, (client) => client.query("select count(*)::int as n from capture_other"));
  assert.equal(strays.rows[0].n, 1);
  assert.deepEqual(
    (await store.reader.captures(id, { limit: 9 })).items.map(({ capturedAt }) =>
      new Date(capturedAt).getUTCFullYear(),
    ),
    [2023, 2023, 2019, 1066],
  );
  assert.deepEqual(await store.check(), []);
  await store.close();
});

it("knows the bounds of a month", () => {
  assert.deepEqual(monthOf(Date.UTC(2024, 1, 29, 23)), {
    name: "capture_2024_02",
    fromAt: Date.UTC(2024, 1),
    untilAt: Date.UTC(2024, 2),
  });
  for (const outside of [Date.UTC(1989, 11, 31), Date.UTC(2100, 0), Number.NaN, -1e15])
    assert.equal(monthOf(outside), null);
});

it("reports damage: altered text, broken chain, lost rows, wrong queue", async () => {
  const damages = [
    ["update paragraph set text = 'Twelve people' where text = 'Ten people'", /text of paragraph \d+ was altered/],
    ["update paragraph set words = 'twelve people' where text = 'Ten people'", /search words of paragraph \d+ are not/],
    [
      "update version set first_seen_at = first_seen_at - 1 where number = 1",
      /version 1 of article 1 breaks the chain/,
    ],
    ["update article set version_count = 3", /counts 3 versions but has 2/],
    ["delete from change", /version 2 of article 1 has no change/],
    ["update host set ready_at = ready_at + 1", /wrong instant in the queue/],
    ["delete from article_url", /cannot be found by its address/],
    ["delete from version where number = 2", /occurrence of paragraph \d+ points to what is not there/],
    ["update capture set article_id = 99", /points to an article that is not there/],
  ] as const;
  for (const [damage, told] of damages) {
    const url = await server.freshDatabase();
    const store = await openPostgres(url, { connections: 2 });
    const id = await addArticle(store);
    await openVersion(store, id, 0, textOf("Headline", "Ten people"));
    await openVersion(store, id, 1, textOf("Headline", "Eleven people"));
    assert.deepEqual(await store.check(), []);
    await withClient(url, (client) => client.query(damage));
    assert.match((await store.check()).join("\n"), told, damage);
    await store.close();
  }
});

it("copies itself with pg_dump, never over something, and the copy is whole", async () => {
  const url = await server.freshDatabase();
  const store = await openPostgres(url);
  const id = await addArticle(store);
  for (let after = 0; after < 5; after++) await openVersion(store, id, after, textOf("Headline", `Text ${after}`));
  const file = freshFile();
  await store.backup(file);
  assert.ok(statSync(file).size > 1000);
  await assert.rejects(store.backup(file), failsWith("backup-exists"));
  await assert.rejects(store.backup(`${file}.d/copy`), failsWith("backup-unwritable"));
  await store.close();
  const to = await server.emptyDatabase();
  execFileSync(`${serverPrograms()}/pg_restore`, [`--dbname=${to.replace("postgres://", "postgresql://")}`, file]);
  const copy = await openPostgres(to);
  assert.deepEqual(await copy.check(), []);
  assert.equal((await copy.reader.version(id, 5))?.text.blocks[0]?.text, "Text 4");
  await openVersion(copy, id, 5, textOf("Headline", "After the copy"));
  await copy.close();
});

it("keeps what a hostile page says with a NUL or half a surrogate", async () => {
  const store = await server.freshStore();
  const id = await addArticle(store);
  const reason = { code: "wall", quote: "odd \0 and \uD800" } as const;
  await openVersion(store, id, 0, textOf("He\0ad", "bo\0dy \uDC00"), T0, { reason, finalUrl: "https://x.example/\0" });
  assert.equal((await store.reader.version(id, 1))!.text.blocks[0]!.text, "bo\uFFFDdy \uFFFD");
  assert.deepEqual((await store.reader.captures(id, { limit: 1 })).items[0]!.reason, {
    code: "wall",
    quote: "odd \uFFFD and \uFFFD",
  });
  assert.deepEqual(await store.check(), []);
  await store.close();
});
