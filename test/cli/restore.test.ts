import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, suite, test } from "node:test";
import { openStore } from "#store/open";
import { addArticle, openVersion, T0, textOf } from "../contract/fixtures.ts";
import { type Ran, run } from "./run.ts";

suite("variorum restore", () => {
  let folder: string;
  let data: string;
  let copy: string;
  const restore = (...args: string[]): Promise<Ran> => run(["restore", ...args, "--data", data], { cwd: folder });
  const versions = async (): Promise<number> => {
    const store = await openStore(join(data, "variorum.db"));
    const counts = await store.reader.counts();
    await store.close();
    return counts.versions;
  };

  /** Data with two versions, and a backup from when there was one. */
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "variorum-restore-"));
    data = join(folder, "data");
    copy = join(folder, "copy.db");
    mkdirSync(data);
    const store = await openStore(join(data, "variorum.db"));
    const id = await addArticle(store);
    await openVersion(store, id, 0, textOf("Storm", "Ten hurt."), T0);
    await store.backup(copy);
    await openVersion(store, id, 1, textOf("Storm", "Twelve hurt."), T0 + 1);
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("puts a copy into an empty folder, and leaves the copy as it is", async () => {
    const before = createHash("sha256").update(readFileSync(copy)).digest("hex");
    data = join(folder, "new");
    const ran = await restore("copy.db");
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /Restored 1 article with 1 version/);
    assert.equal(await versions(), 1);
    assert.equal(createHash("sha256").update(readFileSync(copy)).digest("hex"), before);
  });

  test("replaces nothing unasked, and then moves it aside", async () => {
    const refused = await restore("copy.db");
    assert.equal(refused.code, 1);
    assert.match(refused.err, /There is data in .* already\. Use --replace/);
    assert.equal(await versions(), 2);
    const ran = await restore("copy.db", "--replace", "--json");
    const { aside } = JSON.parse(ran.out) as { aside: string };
    assert.equal(await versions(), 1);
    const old = await openStore(aside);
    assert.equal((await old.reader.counts()).versions, 2);
    await old.close();
  });

  test("data that are in use are left alone", async () => {
    const server = await openStore(join(data, "variorum.db"));
    const ran = await restore("copy.db", "--replace");
    assert.equal(ran.code, 1);
    assert.match(ran.err, /is in use\. Stop the server/);
    assert.equal((await server.reader.counts()).versions, 2);
    await openVersion(
      server,
      (await server.reader.articleByUrl("https://daily.example/a"))!.id,
      2,
      textOf("C"),
      T0 + 2,
    );
    await server.close();
    assert.equal(await versions(), 3);
    assert.deepEqual(readdirSync(data), ["variorum.db"]);
  });

  test("a damaged copy, a letter and nothing at all are refused, and what was there stays", async () => {
    const database = new DatabaseSync(copy);
    database.exec("update paragraph set text = 'Two hurt.' where text = 'Ten hurt.'");
    database.close();
    const damaged = await restore("copy.db", "--replace");
    assert.equal(damaged.code, 1);
    assert.match(damaged.err, /copy\.db is damaged and was not restored: the text of paragraph \d+ was altered/);
    writeFileSync(copy, "Dear aunt, this is a letter and no database. ".repeat(100));
    assert.equal((await restore("copy.db", "--replace")).code, 1);
    assert.equal((await restore("nowhere.db", "--replace")).code, 3);
    assert.equal(await versions(), 2);
    assert.deepEqual(readdirSync(data), ["variorum.db"]);
  });
});
