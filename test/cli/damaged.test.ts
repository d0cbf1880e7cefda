import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import pg from "pg";
import { FailureError } from "#model/failure";
import { openStore } from "#store/open";
import { addArticle, addSource, openVersion, textOf } from "../contract/fixtures.ts";
import { testServer } from "../store/postgres/server.ts";
import { damage } from "./damage.ts";
import { start } from "./start.ts";

suite("a database that answers with damage", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-damaged-"));
  const running = new Set<ChildProcess>();
  after(() => {
    for (const child of running) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [table, path] of [
    ["paragraph", "/articles/1/versions/1"],
    ["version", "/articles/1"],
  ] as const)
    test(`is said by /ready and /health from the first such answer on (${table})`, async () => {
      const data = join(folder, table);
      const file = join(data, "variorum.db");
      const store = await openStore(file);
      await openVersion(store, await addArticle(store), 0, textOf("Storm", "Ten hurt."));
      await store.close();
      damage(file, table);
      const server = start(running, ["--data", data, "web", "--port", "0"]);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await server.line())![0];
      const get = async (at: string) => {
        const answer = await fetch(url + at);
        return [answer.status, await answer.text()] as const;
      };
      const first = await get("/ready");
      assert.deepEqual(first, [200, "ready\n"], "small questions are answered as before");
      assert.match((await get("/health.json"))[1], /"database": ?"intact"/);
      const [status, page] = await get(path);
      assert.equal(status, 503);
      assert.match(page, /The database is damaged/);
      assert.ok(!page.includes(folder), "strangers learn nothing of this machine");
      const [ready, why] = await get("/ready");
      assert.deepEqual([ready, why], [503, "not ready: the database is damaged; see `variorum doctor`\n"]);
      const [healthStatus, health] = await get("/health.json");
      assert.equal(healthStatus, 200);
      const { well, database } = JSON.parse(health) as { well: boolean; database: string };
      assert.deepEqual([well, database], [false, "damaged"]);
      const [jsonStatus, json] = await get(`${path}.json`);
      const { error } = JSON.parse(json) as { error: { title: string } };
      assert.deepEqual([jsonStatus, error.title], [503, "The database is damaged"]);
      assert.match((await get("/health"))[1], /The database is damaged/);
      server.kill("SIGTERM");
      await server.end();
    });

  test("is noted over PostgreSQL too", async () => {
    const url = await testServer().freshDatabase();
    const store = await openStore(url);
    const source = await addSource(store);
    assert.equal(store.damage(), null);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `create function broken() returns trigger language plpgsql as
       $$ begin raise exception 'invalid page in block 7 of relation base/1/2' using errcode = 'XX001'; end $$`,
    );
    await client.query("create trigger broken before insert on article for each row execute function broken()");
    await client.end();
    await assert.rejects(
      store.writer.addArticles(
        source,
        [{ url: "https://daily.example/1", title: null, publishedAt: null, updatedAt: null }],
        1,
      ),
      (error) => error instanceof FailureError && error.failure.code === "store-corrupt",
    );
    assert.match(store.damage()!, /The database is damaged/);
    await store.close();
  });
});
