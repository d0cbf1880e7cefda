import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, suite, test } from "node:test";
import { openStore } from "#store/open";
import { fingerprint } from "#version/fingerprint";
import { addArticle, lookOf, T0, textOf, versionOf } from "../contract/fixtures.ts";
import { siteOver } from "../publish/site.ts";
import { type Ran, run } from "./run.ts";

suite("variorum verify", () => {
  let folder: string;
  const variorum = (...args: string[]): Promise<Ran> => run(["verify", ...args, "--data", folder], { cwd: folder });
  const spoil = (sql: string): void => {
    const database = new DatabaseSync(join(folder, "variorum.db"));
    database.exec(sql);
    database.close();
  };

  /** One version in a closed day, one after it. */
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "variorum-verify-"));
    const store = await openStore(join(folder, "variorum.db"));
    const id = await addArticle(store);
    for (const [after, text] of [textOf("Storm", "Ten hurt."), textOf("Storm", "Twelve hurt.")].entries()) {
      const version = { ...versionOf(after, text), textHash: fingerprint(text) };
      await store.writer.recordLook(lookOf(id, T0 + after, { outcome: "changed", decision: "new", version }));
      if (after === 0) await store.closeDay(T0 + 1);
    }
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("says that all is intact, and the root to keep", async () => {
    const ran = await variorum();
    assert.equal(ran.code, 0, ran.out + ran.err);
    assert.match(ran.out, /1 day with 1 version and 1 look: nothing was altered/);
    const [root] = /1=[0-9a-f]{64}/.exec(ran.out)!;
    assert.equal((await variorum("--root", root)).code, 0);
    const days = (JSON.parse((await variorum("--json")).out) as { days: { root: string }[] }).days;
    assert.equal(`1=${days[0]!.root}`, root);
  });

  test("finds what was altered in a closed day, and what was since", async () => {
    spoil("update version set byline = '[]' where number = 1");
    const closed = await variorum();
    assert.equal(closed.code, 1);
    assert.match(closed.out, /ALTERED {2}version 1 of article 1 was altered or put in/);
    spoil("update version set text = (select text from version where number = 1) where number = 2");
    assert.match((await variorum()).out, /version 2 of article 1 was altered: its text does not match its hash/);
  });

  test("a root that was kept elsewhere exposes a rewritten ledger", async () => {
    const ran = await variorum("--root", `1=${"0".repeat(64)}`, "--root", `7=${"0".repeat(64)}`);
    assert.equal(ran.code, 1);
    assert.match(ran.out, /day 1 has another root than the one that was kept/);
    assert.match(ran.out, /day 7 is not in the ledger/);
  });

  test("checks the proof of a version without any database", async () => {
    const store = await openStore(join(folder, "variorum.db"));
    const { get } = siteOver(store);
    const open = await get("/articles/1/versions/2/proof.json");
    assert.equal(open.status, 404, "its day is not closed");
    const proof = await (await get("/articles/1/versions/1/proof.json")).text();
    await store.close();
    const file = join(folder, "proof.json");
    writeFileSync(file, proof);
    const ran = await variorum("--proof", "proof.json");
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /version 1 of article 1, first seen 2023-11-14T22:13:20.000Z, was in the ledger/);
    const [root] = /1=[0-9a-f]{64}/.exec(ran.out)!;
    assert.match((await variorum("--proof", file, "--root", root)).out, /the one that you kept/);
    assert.equal((await variorum("--proof", file, "--root", `1=${"0".repeat(64)}`)).code, 1);
    for (const [was, is, code] of [
      ["Ten hurt.", "Two hurt.", 1],
      ['"index": 0', '"index": 1', 1],
      ['"versions": 1', '"versions": 2', 1],
      ['"looks": 1', '"looks": 2', 1],
      ['"kind"', "kind", 2],
      ['"leaf": "', '"leaf": "x', 2],
    ] as const) {
      assert.ok(proof.includes(was), was);
      writeFileSync(file, proof.replace(was, is));
      assert.equal((await variorum("--proof", file)).code, code, `${was} became ${is}`);
    }
    assert.equal((await variorum("--proof", "nowhere.json")).code, 3);
  });

  test("refuses what is no root, and says where nothing is", async () => {
    assert.equal((await variorum("--root", "yesterday")).code, 2);
    assert.equal((await run(["verify", "--data", join(folder, "none")], { cwd: folder })).code, 3);
  });
});
