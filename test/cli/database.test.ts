import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { readEnvironment } from "#config/env";
import { openStore } from "#store/open";
import { addArticle, openVersion, textOf } from "../contract/fixtures.ts";
import { testServer } from "../store/postgres/server.ts";
import { run } from "./run.ts";

const server = testServer();

suite("a database server in place of the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-cli-database-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const variorum = (url: string, ...args: string[]) =>
    run([...args, "--data", folder], { cwd: folder, variables: { DATABASE_URL: url } });

  test("is moved into with one command, reported by doctor, copied by backup", async () => {
    const store = await openStore(join(folder, "variorum.db"));
    const id = await addArticle(store);
    await openVersion(store, id, 0, textOf("Storm", "Ten hurt."));
    await openVersion(store, id, 1, textOf("Storm", "Twelve hurt."));
    await store.close();
    const url = await server.emptyDatabase();
    const nothing = await variorum(url, "articles");
    assert.deepEqual([nothing.code, nothing.err.includes("no data in the database")], [3, true]);

    const moved = await variorum(url, "migrate");
    assert.equal(moved.code, 0, moved.err);
    assert.match(moved.out, /Moved \d+ rows of \d+ tables; both databases have the same content\./);
    const again = await variorum(url, "migrate", "--to", url);
    assert.deepEqual([again.code, again.err.includes("holds data already")], [1, true]);

    const searched = await variorum(url, "search", "twelve", "--json");
    assert.equal(JSON.parse(searched.out).hits.length, 1);
    const doctor = await variorum(url, "doctor", "--json");
    const { findings } = JSON.parse(doctor.out) as { findings: { subject: string; state: string; text: string }[] };
    const told = (subject: string) => findings.find((finding) => finding.subject === subject);
    assert.match(told("database")!.text, /^PostgreSQL \d+/);
    assert.match(told("data")!.text, /^intact: 1 source, 1 article, 2 versions/);

    const copied = await variorum(url, "backup", "--json");
    assert.match((JSON.parse(copied.out) as { path: string }).path, /\.dump$/);
  });

  test("is never made by a command that only looks, nor reached with a wrong address", async () => {
    for (const [url, code, told] of [
      ["mysql://root:secret@db/x", 2, /DATABASE_URL must look like postgres:/],
      ["postgres://u:secret@127.0.0.1:1/none", 1, /cannot be reached/],
    ] as const) {
      const ran = await variorum(url, "articles");
      assert.equal(ran.code, code, ran.err);
      assert.match(ran.err, told);
      assert.doesNotMatch(ran.err, /secret/);
    }
    const wrong = await variorum("", "migrate", "--to", "https://db.example/");
    assert.deepEqual([wrong.code, wrong.err.includes("postgres://")], [2, true]);
    const nowhere = await variorum("", "migrate");
    assert.equal(nowhere.code, 2);
  });

  test("shows its address without the password", async () => {
    const doctor = await variorum("postgres://u:secret@127.0.0.1:1/none?password=secret", "doctor");
    assert.match(doctor.out, /database-url = postgres:\/\/u:\*\*\*@127\.0\.0\.1:1\/none/);
    assert.doesNotMatch(doctor.out + doctor.err, /secret/);
    assert.ok(existsSync(folder));
  });

  test("is named by either variable, the one of Variorum first", () => {
    const of = (variables: Record<string, string>) => readEnvironment(variables).settings["DATABASE_URL"];
    assert.equal(of({ DATABASE_URL: "a" }), "a");
    assert.equal(of({ DATABASE_URL: "a", VARIORUM_DATABASE_URL: "b" }), "b");
    assert.equal(of({}), undefined);
  });
});
