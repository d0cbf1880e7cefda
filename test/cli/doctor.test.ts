import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, suite, test } from "node:test";
import { openStore } from "#store/open";
import { addArticle, openVersion, textOf } from "../contract/fixtures.ts";
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

  test("reports a file that is no database, and leaves it as it is", async () => {
    const letter = "This is a letter to my aunt. ".repeat(400);
    writeFileSync(file, letter);
    const { findings } = JSON.parse((await doctor("--json")).out) as { findings: { subject: string; state: string }[] };
    assert.equal(findings.find(({ subject }) => subject === "data")?.state, "problem");
    assert.equal(readFileSync(file, "utf8"), letter);
  });
});
