import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, suite, test } from "node:test";
import type { ArticleId } from "#model/id";
import { openStore } from "#store/open";
import { addArticle, openVersion, textOf } from "../contract/fixtures.ts";
import { damage } from "./damage.ts";
import { type Ran, run } from "./run.ts";

suite("variorum doctor", () => {
  let folder: string;
  let file: string;
  const doctor = (...args: string[]): Promise<Ran> => run(["doctor", ...args, "--data", folder], { cwd: folder });
  const spoil = (sql: string): void => {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "variorum-doctor-"));
    file = join(folder, "variorum.db");
    const store = await openStore(file);
    const id = await addArticle(store);
    for (const [after, text] of ["Ten people", "Eleven people"].entries())
      await openVersion(store, id, after, textOf("Headline", text));
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("finds sound data sound", async () => {
    const { code, out } = await doctor();
    assert.equal(code, 0, out);
    assert.match(out, /ok +data: intact: 1 source, 1 article, 2 versions, 2 looks/);
  });

  const damages: readonly (readonly [what: string, damage: string, told: RegExp])[] = [
    ["an altered text", "update paragraph set text = 'Twelve people' where text = 'Ten people'", /was altered/],
    ["a version that is lost", "update article set version_count = 3", /counts 3 versions but has 2/],
    ["an article that is found no more", "delete from article_url", /cannot be found by its address/],
    ["a host that would never be asked", "update host set ready_at = null", /wrong instant in the queue/],
    [
      "a newer schema",
      "insert into kysely_migration values ('9999-from-the-future', '2999-01-01T00:00:00.000Z')",
      /newer Variorum.*9999-from-the-future/,
    ],
  ];
  for (const [what, damage, told] of damages)
    test(`reports ${what}, and ends with 1`, async () => {
      spoil(damage);
      const { code, out } = await doctor();
      assert.equal(code, 1, out);
      assert.match(out, new RegExp(`WRONG {2}data: .*${told.source}`));
    });

  test("tells which tables are damaged and which can be read, and goes on; no backup is kept of that", async () => {
    damage(file, "version");
    const { code, out } = await doctor();
    assert.equal(code, 1, out);
    assert.match(
      out,
      /WRONG {2}data: damaged tables: [a-z_, ]*version[a-z_, ]*; tables that can be read, with their rows: .*source \(1\)/,
    );
    assert.match(out, /archive: /);
    const copy = join(folder, "copy.db");
    const backup = await run(["backup", copy, "--data", folder], { cwd: folder });
    assert.equal(backup.code, 1);
    assert.match(backup.err, /damaged, and the copy was not kept/);
    assert.equal(existsSync(copy), false);
  });

  test("a database that answers with damage is not ready, from the first such answer on", async () => {
    damage(file, "version");
    const store = await openStore(file);
    assert.equal(store.damage(), null);
    await store.reader.jobs();
    assert.equal(store.damage(), null);
    await store.reader.versions(1 as ArticleId).catch(() => {});
    assert.match(store.damage() ?? "", /The database is damaged/);
    await store.close();
  });

  test("says when the last closing of a day lies ahead", async () => {
    const store = await openStore(file);
    assert.ok(await store.closeDay(Date.UTC(2099, 0, 1)));
    await store.close();
    assert.match((await doctor()).out, /warn +ledger: the last day of the ledger was closed at 1 Jan 2099.*lies ahead/);
  });

  test("reports a file that is no database, and leaves it as it is", async () => {
    const letter = "This is a letter to my aunt. ".repeat(400);
    writeFileSync(file, letter);
    const { findings } = JSON.parse((await doctor("--json")).out) as { findings: { subject: string; state: string }[] };
    assert.equal(findings.find(({ subject }) => subject === "data")?.state, "problem");
    assert.equal(readFileSync(file, "utf8"), letter);
  });
});
