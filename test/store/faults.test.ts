import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { it } from "node:test";
import { FailureError } from "#model/failure";
import { openStore } from "#store/index";
import { requireSqlite } from "#store/sqlite/version-guard";
import { addArticle, lookOf, openVersion, T0, textOf } from "../contract/fixtures.ts";
import { freshFile } from "./folder.ts";

const stops = (code: string) => (error: unknown) =>
  error instanceof FailureError && error.failure.advice === "stop" && error.failure.code === code;

it("stops at a full disk and leaves no half version", async () => {
  const file = freshFile();
  const store = await openStore(file, { maxBytes: 600_000 });
  const id = await addArticle(store);
  const body = (after: number) => Array.from({ length: 50 }, (_, line) => `${after} ${line} ${"word ".repeat(80)}`);
  let after = 0;
  await assert.rejects(async () => {
    for (; after < 100; after++) await openVersion(store, id, after, textOf("Headline", ...body(after)));
  }, stops("store-full"));
  assert.ok(after > 3 && after < 100);
  assert.equal((await store.reader.article(id))?.versionCount, after);
  assert.equal((await store.reader.versions(id)).length, after);
  assert.equal((await store.reader.captures(id, { limit: 200 })).items.length, after);
  assert.deepEqual((await store.reader.search(`"${after} 49 word"`, { limit: 5 })).items, []);
  assert.deepEqual(await store.check(), []);
  await store.close();
  const roomier = await openStore(file);
  assert.equal(await openVersion(roomier, id, after, textOf("Headline", ...body(after))), after + 1);
  await roomier.close();
});

it("says that another process holds the database, after waiting a bounded time, and goes on later", async () => {
  const file = freshFile();
  const store = await openStore(file, { lockWaitMs: 30 });
  const id = await addArticle(store);
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  await assert.rejects(store.writer.recordLook(lookOf(id, T0)), stops("store-locked"));
  assert.equal((await store.reader.article(id))?.id, id);
  other.exec("rollback");
  other.close();
  assert.equal((await store.writer.recordLook(lookOf(id, T0))).kind, "recorded");
  await store.close();
});

it("waits for another process without blocking its own", async () => {
  const file = freshFile();
  const store = await openStore(file);
  const id = await addArticle(store);
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  const recording = store.writer.recordLook(lookOf(id, T0));
  setImmediate(() => other.exec("rollback"));
  assert.equal((await recording).kind, "recorded");
  other.close();
  await store.close();
});

it("refuses a database of a newer Variorum and leaves it as it is", async () => {
  const file = freshFile();
  await (await openStore(file)).close();
  const newer = new DatabaseSync(file);
  newer.exec("insert into kysely_migration values ('9999-from-the-future', '2999-01-01T00:00:00.000Z')");
  newer.close();
  const before = readFileSync(file);
  await assert.rejects(openStore(file), (error: FailureError) => {
    assert.match(error.message, /newer Variorum.*9999-from-the-future/);
    return stops("store-too-new")(error);
  });
  assert.deepEqual(readFileSync(file), before);
});

it("refuses what is not its own database", async () => {
  const foreign = freshFile();
  const database = new DatabaseSync(foreign);
  database.exec("create table cookies (name text)");
  database.close();
  await assert.rejects(openStore(foreign), stops("store-foreign"));
  const text = freshFile();
  writeFileSync(text, "This is a letter to my aunt, and certainly not a database. ".repeat(40));
  await assert.rejects(openStore(text), stops("store-not-a-database"));
  assert.match(readFileSync(text, "utf8"), /^This is a letter/);
  await assert.rejects(openStore(`${text}/below/a-file.db`), stops("store-cannot-open"));
  await assert.rejects(openStore("/proc/nowhere/below/a-file.db"), stops("store-cannot-open"));
});

it("reports damage: altered text, broken chain, lost rows, wrong queue", async () => {
  const damages = [
    ["update paragraph set text = 'Twelve people' where text = 'Ten people'", /text of paragraph \d+ was altered/],
    [
      "update version set first_seen_at = first_seen_at - 1 where number = 1",
      /version 1 of article 1 breaks the chain/,
    ],
    ["update version set text_hash = zeroblob(32) where number = 2", /version 2 of article 1 breaks the chain/],
    ["update article set version_count = 3", /counts 3 versions but has 2/],
    ["delete from change", /version 2 of article 1 has no change/],
    ["update host set ready_at = ready_at + 1", /wrong instant in the queue/],
    ["delete from article_url", /cannot be found by its address/],
    [
      "pragma foreign_keys = off; delete from occurrence; delete from paragraph where id = 2",
      /lacks 1 of its paragraphs/,
    ],
    ["pragma foreign_keys = off; delete from source", /points to a source/],
  ] as const;
  for (const [damage, told] of damages) {
    const file = freshFile();
    const store = await openStore(file);
    const id = await addArticle(store);
    await openVersion(store, id, 0, textOf("Headline", "Ten people"));
    await openVersion(store, id, 1, textOf("Headline", "Eleven people"));
    assert.deepEqual(await store.check(), []);
    const vandal = new DatabaseSync(file);
    vandal.exec(damage);
    vandal.close();
    assert.match((await store.check()).join("\n"), told);
    await store.close();
  }
});

it("copies itself while it is written to, and never over something", async () => {
  const file = freshFile();
  const store = await openStore(file);
  const id = await addArticle(store);
  for (let after = 0; after < 20; after++) await openVersion(store, id, after, textOf("Headline", `Text ${after}`));
  const copying = store.backup(`${file}.copy`);
  await openVersion(store, id, 20, textOf("Headline", "While it copies"));
  await copying;
  const size = statSync(`${file}.copy`).size;
  await assert.rejects(store.backup(`${file}.copy`), stops("backup-exists"));
  assert.equal(statSync(`${file}.copy`).size, size);
  await assert.rejects(store.backup(`${file}.d/copy`), stops("backup-unwritable"));
  await store.close();
  const copy = await openStore(`${file}.copy`);
  assert.deepEqual(await copy.check(), []);
  assert.ok((await copy.reader.article(id))!.versionCount >= 20);
  await copy.close();
});

it("copies a store in memory", async () => {
  const to = freshFile();
  const store = await openStore(":memory:");
  const id = await addArticle(store);
  await store.backup(to);
  await store.close();
  const copy = await openStore(to);
  assert.equal((await copy.reader.article(id))?.id, id);
  await copy.close();
});

it("leaves one file behind when it is closed", async () => {
  const file = freshFile();
  const store = await openStore(file);
  await addArticle(store);
  await store.close();
  await store.close();
  assert.deepEqual([existsSync(file), existsSync(`${file}-wal`)], [true, false]);
});

it("finishes what was begun before it closes", async () => {
  const file = freshFile();
  const store = await openStore(file);
  const id = await addArticle(store);
  const writing = [0, 1, 2].map((at) => store.writer.recordLook(lookOf(id, T0 + at)));
  await store.close();
  assert.deepEqual(
    (await Promise.all(writing)).map((recorded) => recorded.kind),
    Array(3).fill("recorded"),
  );
  const again = await openStore(file);
  assert.equal((await again.reader.counts()).captures, 3);
  await again.close();
});

it("refuses an SQLite that can damage the log", () => {
  for (const good of ["3.51.3", "3.51.10", "3.53.0", "4.0.0"]) requireSqlite(good);
  for (const bad of ["3.51.2", "3.50.9", "3.9.99", "2.99.99"]) {
    assert.throws(() => requireSqlite(bad), stops("sqlite-too-old"));
  }
});

it("lets writes share a commit and keeps each by itself: one that fails takes no one along", async () => {
  const store = await openStore(freshFile());
  const id = await addArticle(store);
  const looks = Array.from({ length: 120 }, (_, at) =>
    lookOf(
      id,
      T0 + at,
      at % 3 === 1
        ? { bodyDigest: "not a digest", reason: { code: "sentence", text: "refused after some was written" } }
        : {},
    ),
  );
  const ends = await Promise.allSettled(looks.map((look) => store.writer.recordLook(look)));
  for (const [at, end] of ends.entries()) assert.equal(end.status, at % 3 === 1 ? "rejected" : "fulfilled");
  assert.equal((await store.reader.counts()).captures, 80);
  assert.equal((await store.reader.captures(id, { limit: 200 })).items.length, 80);
  await store.close();
});
