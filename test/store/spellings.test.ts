import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import pg from "pg";
import { DAY_MS } from "#lib/clock";
import { keyBytes } from "#store/bytes";
import { openStore } from "#store/index";
import { addArticle, openVersion, T0, textOf } from "../contract/fixtures.ts";
import { freshFile } from "./folder.ts";
import { testServer } from "./postgres/server.ts";

const server = testServer();

/** As an older program stored it: the key made from the address as it was spelled. */
const olderKey = (url: string): Uint8Array => keyBytes(url.replace(/^https?:\/\/(?:www\.)?/, ""));

const COUNT = 1000;
const spelled = (at: number): string => `https://daily.example/${at}/%D1%88%D0%BB%D1%8E%D0%B7`;
const lower = (url: string): string => url.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());

interface Raw {
  run(statement: string, values: readonly (string | Uint8Array)[]): Promise<void>;
  close(): Promise<void>;
}

function rawSqlite(file: string): Raw {
  const database = new DatabaseSync(file);
  return {
    run: async (statement, values) => void database.prepare(statement).run(...values),
    close: async () => database.close(),
  };
}

async function rawPostgres(url: string): Promise<Raw> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let count = 0;
  return {
    run: async (statement, values) => {
      count = 0;
      await client.query(
        statement.replace(/\?/g, () => `$${++count}`),
        [...values],
      );
    },
    close: () => client.end(),
  };
}

for (const [database, place, raw, steps] of [
  ["SQLite", async () => freshFile(), async (file: string) => rawSqlite(file), "kysely_migration"],
  ["PostgreSQL", () => server.freshDatabase(), rawPostgres, "variorum_migration"],
] as const)
  test(`addresses of an older release are found in every spelling, and two that meet leave a clue, over ${database}`, async () => {
    const at = await place();
    const first = await openStore(at);
    const twin = await addArticle(first, spelled(0));
    await openVersion(first, twin, 0, textOf("Lock", "The lock is shut."));
    const { sourceId } = (await first.reader.article(twin))!;
    const others = Array.from({ length: COUNT - 1 }, (_, k) => spelled(k + 1));
    const found = (url: string) => ({ url, title: null, publishedAt: null, updatedAt: null });
    await first.writer.addArticles(sourceId, others.map(found), T0);
    const late = await addArticle(first, "https://daily.example/late", sourceId);
    await openVersion(first, late, 0, textOf("Lock", "The lock is shut."));
    await first.close();

    const older = await raw(at);
    const respell = async (url: string, stored: string) => {
      await older.run("update article set url = ? where url = ?", [stored, url]);
      await older.run("update article_url set url = ?, key_hash = ? where url = ?", [stored, olderKey(stored), url]);
    };
    for (const url of [spelled(0), ...others]) await respell(url, lower(url));
    await respell("https://daily.example/late", spelled(0));
    // As that release left it: without this step and those after it.
    await older.run(`delete from ${steps} where name >= ?`, ["0021"]);
    await older.run("drop table label_mark", []);
    for (const index of ["version_taken_back", "change_labelled", "article_news", "article_seed"])
      await older.run(`drop index ${index}`, []);
    for (const column of ["collated", "labelled_by", "label_bits", "rank", "silent"])
      await older.run(`alter table change drop column ${column}`, []);
    for (const column of ["seeded", "seed_at"]) await older.run(`alter table article drop column ${column}`, []);
    await older.close();

    const store = await openStore(at);
    try {
      const polled = [...others, ...others.map(lower), spelled(0), lower(spelled(0))].map(found);
      assert.deepEqual(await store.writer.addArticles(sourceId, polled, T0 + 9), []);
      assert.equal((await store.reader.articleByUrl(lower(spelled(700))))!.url, lower(spelled(700)));
      assert.equal((await store.reader.articleByUrl(spelled(0)))!.id, twin, "the one that was found first");
      assert.deepEqual(await store.reader.clues(late), [{ other: twin, kind: "spelling" }]);
      assert.deepEqual(await store.reader.clues(twin), [{ other: late, kind: "spelling" }]);
      assert.deepEqual(await store.check(), []);
      const pair = [twin, late] as const;
      assert.equal(
        await store.writer.joinArticles({
          articles: pair,
          living: twin,
          at: T0 + DAY_MS,
          why: "spelling",
          share: 1,
          crossings: [],
        }),
        "joined",
      );
      assert.equal((await store.reader.history(twin)).versions.length, 1);
      assert.deepEqual(await store.check(), []);
    } finally {
      await store.close();
    }
  });
