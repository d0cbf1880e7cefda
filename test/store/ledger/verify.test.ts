import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { openStore } from "#store/index";
import { addArticle, lookOf, openVersion, T0, textOf } from "../../contract/fixtures.ts";
import { verified } from "../../contract/ledger.ts";
import { freshFile } from "../folder.ts";

/** Two articles on two days: versions 1 and 2 of the first, version 1 of the second, and looks around them. */
async function twoDays(file: string): Promise<void> {
  const store = await openStore(file);
  const one = await addArticle(store, "https://daily.example/1");
  await openVersion(store, one, 0, textOf("Storm", "Ten people were hurt."), T0 + 10);
  const [, two] = [one, await addArticle(store, "https://weekly.example/2")];
  await openVersion(store, two, 0, textOf("Calm", "Nobody was hurt."), T0 + 20);
  await store.closeDay(T0 + 100);
  await openVersion(store, one, 1, textOf("Storm", "Twelve people were hurt."), T0 + 200);
  for (let at = 300; at < 310; at++) await store.writer.recordLook(lookOf(two, T0 + at));
  await store.closeDay(T0 + 400);
  await store.close();
}

const TAMPERED = [
  [
    "a word of a text",
    "update paragraph set text = 'Two people were hurt.' where text like 'Ten%'",
    "version 1 of article 1 was altered or put in",
  ],
  [
    "which paragraph is there",
    "update version set text = replace(text, 'p2', 'p4') where number = 1 and article_id = 1",
    "version 1 of article 1 was altered or put in",
  ],
  [
    "when a version was first seen",
    "update version set first_seen_at = first_seen_at - 1 where number = 2",
    "version 2 of article 1 was altered or put in",
  ],
  [
    "who wrote it",
    "update version set byline = '[]' where article_id = 2",
    "version 1 of article 2 was altered or put in",
  ],
  [
    "a hash",
    "update version set text_hash = zeroblob(32) where article_id = 2",
    "version 1 of article 2 was altered or put in",
  ],
  [
    "what a look met",
    "update capture set status = 404 where captured_at = 1700000000305",
    "look 9 at article 2, 2023-11-14T22:13:20.305Z was altered or put in",
  ],
  [
    "a look less",
    "delete from capture where captured_at = 1700000000305",
    "1 of the captures after look 8 at article 2, 2023-11-14T22:13:20.304Z was taken out",
  ],
  [
    "the last look less",
    "delete from capture where captured_at = 1700000000309",
    "1 of the captures after look 12 at article 2, 2023-11-14T22:13:20.308Z was taken out",
  ],
  [
    "a closing",
    "update ledger_day set closed_at = closed_at - 1 where number = 1",
    "the closing entry of day 1 was altered",
  ],
  ["a root", "update ledger_day set root = zeroblob(32) where number = 1", "the closing entry of day 1 was altered"],
  [
    "a day less",
    "delete from ledger_part where day = 1; delete from ledger_day where number = 1",
    "day 1 was taken out of the ledger",
  ],
  [
    "marks too",
    "update ledger_part set marks = zeroblob(8) where day = 2 and kind = 'versions'; update version set language = 'de' where number = 2",
    "version 2 of article 1 was altered or put in",
  ],
] as const;

describe("verifying the ledger", () => {
  it("finds nothing where nothing was altered", async () => {
    const file = freshFile();
    await twoDays(file);
    assert.deepEqual(await problemsOf(file), []);
  });

  for (const [what, sql, problem] of TAMPERED) {
    it(`finds ${what}`, async () => {
      const file = freshFile();
      await twoDays(file);
      const database = new DatabaseSync(file);
      database.exec("pragma foreign_keys = off");
      database.exec(sql);
      database.close();
      const problems = await problemsOf(file);
      assert.ok(problems.includes(problem), `${problem} is not among ${JSON.stringify(problems)}`);
      assert.ok(!problems.some((each) => each.startsWith("0 of")), JSON.stringify(problems));
    });
  }

  it("a forged history has other roots than the ones kept elsewhere", async () => {
    const [file, forged] = [freshFile(), freshFile()];
    await twoDays(file);
    await twoDays(forged);
    const database = new DatabaseSync(forged);
    database.exec("delete from ledger_part; delete from ledger_day; update version set byline = '[]'");
    database.close();
    const store = await openStore(forged);
    const day = await store.closeDay(T0 + 100);
    await store.close();
    const kept = await openStore(file);
    const [, first] = (await kept.reader.ledger({ limit: 2 })).items;
    await kept.close();
    assert.notEqual(day!.root, first!.root);
  });
});

async function problemsOf(file: string): Promise<readonly string[]> {
  const store = await openStore(file);
  try {
    return (await verified(store.verifyDays())).flatMap(({ problems }) => problems);
  } finally {
    await store.close();
  }
}
