import assert from "node:assert/strict";
import { type ChildProcess, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, suite, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openStore } from "#store/open";
import { addArticle, openVersion, T0, textOf } from "../contract/fixtures.ts";
import { testServer } from "../store/postgres/server.ts";
import { run } from "./run.ts";
import { start } from "./start.ts";
import { watchInto } from "./watched.ts";

const server = testServer();
const client = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8" });

suite("variorum restore, into PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-restore-pg-"));
  const copy = join(folder, "copy.dump");
  const running = new Set<ChildProcess>();
  after(() => rmSync(folder, { recursive: true, force: true }));
  const holding = new Set<pg.Client>();
  afterEach(async () => {
    for (const client of holding) await client.end();
    holding.clear();
    for (const child of running) child.kill("SIGKILL");
    running.clear();
  });
  const variorum = (url: string, args: readonly string[], signal?: AbortSignal) =>
    run([...args, "--data", join(folder, "data")], {
      cwd: folder,
      variables: { DATABASE_URL: url },
      ...(signal && { signal }),
    });
  const versions = async (url: string): Promise<number> => {
    const store = await openStore(url);
    const counts = await store.reader.counts();
    await store.close();
    return counts.versions;
  };
  const query = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };

  /** A backup with one version, and a database that has two since. */
  let grown: string;
  before(async () => {
    grown = await server.freshDatabase();
    const store = await openStore(grown);
    const id = await addArticle(store);
    await openVersion(store, id, 0, textOf("Storm", "Ten hurt."), T0);
    await store.closeDay(T0 + 1);
    await store.backup(copy);
    await openVersion(store, id, 1, textOf("Storm", "Twelve hurt."), T0 + 1);
    await store.close();
  });

  test("what was watched comes back whole in another database, with the same roots", async () => {
    const [from, to] = [await server.freshDatabase(), await server.emptyDatabase()];
    await watchInto({ place: from, archive: null, hours: 6 });
    const dump = join(folder, "watched.dump");
    assert.equal((await variorum(from, ["backup", dump])).code, 0);
    const restored = await variorum(to, ["restore", dump, "--json"]);
    assert.equal(restored.code, 0, restored.err);
    const told = JSON.parse(restored.out) as { versions: number; captures: number; aside: null };
    assert.ok(told.versions > 5 && told.captures > 20, restored.out);
    assert.equal(told.aside, null);
    const [here, there] = [await variorum(from, ["verify", "--json"]), await variorum(to, ["verify", "--json"])];
    assert.equal(there.code, 0, there.out);
    assert.deepEqual(JSON.parse(there.out), JSON.parse(here.out));
    const store = await openStore(to);
    const original = await openStore(from);
    const authorities = await Promise.all([store, original].map(({ writer }) => writer.settleAuthority("x.example")));
    await original.close();
    assert.equal(authorities[0], authorities[1], "the ids of feed entries stay");
    const id = await addArticle(store, "https://new.example/1");
    assert.equal(await openVersion(store, id, 0, textOf("New", "It goes on.")), 1, "numbers go on after the highest");
    await store.close();
  });

  test("replaces nothing unasked, and then moves it aside, in no later backup", async () => {
    const refused = await variorum(grown, ["restore", "copy.dump"]);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /holds data\. Use --replace/);
    assert.equal(await versions(grown), 2);
    const ran = await variorum(grown, ["restore", "copy.dump", "--replace"]);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /Restored 1 article with 1 version to .*\.\nThe earlier data is now in the schema variorum_/);
    const [, aside] = /the schema (variorum_before_\S+)\./.exec(ran.out)!;
    assert.equal(await versions(grown), 1);
    assert.deepEqual(await query(grown, `select count(*)::int as n from ${aside}.version`), [{ n: 2 }]);
    assert.deepEqual(
      await query(
        grown,
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
        and not exists (select 1 from pg_depend where objid = pg_class.oid and deptype in ('a', 'i'))`,
      ),
      [],
    );
    assert.equal((await variorum(grown, ["backup", join(folder, "later.dump")])).code, 0);
    const list = client("pg_restore", "--list", join(folder, "later.dump"));
    assert.doesNotMatch(list, /variorum_before_/);
  });

  test("a running worker, another program's tables, another kind of copy and a letter are refused", async () => {
    const url = await server.freshDatabase();
    const worker = await openStore(url);
    const used = await variorum(url, ["restore", "copy.dump", "--replace"]);
    assert.deepEqual([used.code, /is in use\. Stop all workers/.test(used.err)], [1, true], used.err);
    assert.equal((await worker.reader.counts()).versions, 0);
    await worker.close();

    const foreign = await server.emptyDatabase();
    await query(foreign, "create table letters (text text)");
    const strange = await variorum(foreign, ["restore", "copy.dump", "--replace"]);
    assert.deepEqual([strange.code, /tables of another program \(letters\)/.test(strange.err)], [1, true], strange.err);
    const other = join(folder, "other.dump");
    client("pg_dump", "--format=custom", `--file=${other}`, foreign);
    const empty = await server.emptyDatabase();
    const alien = await variorum(empty, ["restore", other]);
    assert.deepEqual([alien.code, /another program's database/.test(alien.err)], [1, true], alien.err);

    const file = join(folder, "file.db");
    await (await openStore(file)).close();
    const wrong = await variorum(empty, ["restore", file]);
    assert.deepEqual([wrong.code, /copy of a database file, but/.test(wrong.err)], [2, true], wrong.err);
    const noServer = await variorum("", ["restore", copy]);
    assert.deepEqual([noServer.code, /set DATABASE_URL to it/.test(noServer.err)], [2, true], noServer.err);
    const letter = join(folder, "letter.dump");
    writeFileSync(letter, "Dear aunt, this is a letter and no database.");
    const text = await variorum(empty, ["restore", letter]);
    assert.deepEqual([text.code, /is not a backup/.test(text.err)], [1, true], text.err);
    assert.equal((await variorum(empty, ["restore", "nowhere.dump"])).code, 3);
    assert.deepEqual(
      await query(empty, "select relname from pg_class where relnamespace = 'public'::regnamespace"),
      [],
    );
  });

  test("a newer Variorum's, a damaged and a cut copy leave everything as it was", async () => {
    const url = await server.freshDatabase();
    const store = await openStore(url);
    await openVersion(store, await addArticle(store), 0, textOf("Storm", "Ten hurt."), T0);
    const spoilt = (name: string) => join(folder, name);
    await store.close();
    await query(url, "update paragraph set text = 'Two hurt.' where text = 'Ten hurt.'");
    assert.equal((await variorum(url, ["backup", spoilt("altered.dump")])).code, 0);
    await query(url, "insert into variorum_migration values ('9999-later', 'now')");
    client("pg_dump", "--format=custom", `--file=${spoilt("newer.dump")}`, url);
    await query(url, "delete from variorum_migration where name = '9999-later'");
    const whole = readFileSync(copy);
    writeFileSync(spoilt("cut.dump"), whole.subarray(0, whole.length - 2000));
    writeFileSync(spoilt("future.dump"), Buffer.concat([Buffer.from("PGDMP\u0001\u0063"), whole.subarray(7)]));
    for (const [file, said] of [
      ["altered.dump", /is damaged and was not restored: .*the text of paragraph \d+ was altered/],
      ["newer.dump", /written by a newer Variorum/],
      ["cut.dump", /cut\.dump/],
      ["future.dump", /older than what made the file/],
    ] as const) {
      const ran = await variorum(url, ["restore", file, "--replace"]);
      assert.deepEqual([ran.code, said.test(ran.err)], [1, true], ran.err);
      assert.equal(await versions(url), 1);
    }
    const schemas = await query(url, "select nspname from pg_namespace where nspname like 'variorum%'");
    assert.deepEqual(schemas, []);
  });

  /** Makes `pg_restore` wait once it has made a table, and tells the server's process that does. */
  async function held(url: string): Promise<{ readonly reached: Promise<number>; letGo(): Promise<void> }> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    holding.add(client);
    await client.query(`
      create schema held;
      create function held.wait() returns event_trigger language plpgsql as $$ begin
        if current_setting('application_name') = 'pg_restore' then perform pg_advisory_xact_lock(4711); end if; end $$;
      create event trigger held on ddl_command_end execute function held.wait();
      select pg_advisory_lock(4711)`);
    const waiting = async (): Promise<number> => {
      for (;;) {
        const { rows } = await client.query(
          "select pid from pg_locks where locktype = 'advisory' and not granted and objid = 4711",
        );
        if (rows[0]) return rows[0].pid as number;
        await sleep(20);
      }
    };
    return {
      reached: waiting(),
      letGo: async () => {
        await client.query("select pg_advisory_unlock(4711)");
      },
    };
  }

  const argumentsOf = (program: string): readonly string[] =>
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
          return line.split(" ")[0]!.endsWith(program) ? [line] : [];
        } catch {
          return [];
        }
      });

  test("stopped by Ctrl+C it puts everything back, and the password is no one's to see", async () => {
    const url = await server.freshDatabase();
    const store = await openStore(url);
    await openVersion(store, await addArticle(store), 0, textOf("Calm", "Nobody hurt."), T0);
    await store.close();
    const stop = new AbortController();
    const hold = await held(url);
    const secret = `${url.replace("variorum@", "variorum:hunter2@")}&sslmode=disable`;
    const ran = variorum(secret, ["restore", copy, "--replace"], stop.signal);
    await Promise.race([hold.reached, ran]);
    const seen = argumentsOf("pg_restore");
    assert.ok(seen.length > 0);
    assert.doesNotMatch(seen.join("\n"), /hunter2/);
    assert.match(seen.join("\n"), /sslmode='disable'/, "as careful as the address says");
    stop.abort();
    await hold.letGo();
    const { code, err } = await ran;
    assert.equal(code, 130, err);
    assert.doesNotMatch(err, /hunter2/);
    assert.equal(await versions(url), 1);
    assert.deepEqual(await query(url, "select nspname from pg_namespace where nspname like 'variorum%'"), []);
  });

  test("killed in the middle, no one opens the database until it was restored again", async () => {
    const url = await server.freshDatabase();
    const store = await openStore(url);
    const id = await addArticle(store);
    for (const number of [0, 1, 2]) await openVersion(store, id, number, textOf("Calm", `Nobody hurt, ${number}.`));
    await store.close();
    const hold = await held(url);
    const process = start(running, ["restore", copy, "--replace", "--data", folder], { DATABASE_URL: url });
    const backend = await hold.reached;
    process.kill("SIGKILL");
    await process.end();
    const early = await variorum(url, ["restore", copy]);
    assert.deepEqual([early.code, /is in use/.test(early.err)], [1, true], early.err);
    await query(url, `select pg_terminate_backend(${backend})`);
    await hold.letGo();
    const opened = await variorum(url, ["articles"]);
    assert.equal(opened.code, 1);
    assert.match(opened.err, /run `variorum restore` again.* untouched in its schema variorum_before_/);
    const again = await variorum(url, ["restore", copy]);
    assert.equal(again.code, 0, again.err);
    const [, aside] = /the schema (variorum_before_\S+)\./.exec(again.out)!;
    assert.equal(await versions(url), 1);
    assert.deepEqual(await query(url, `select count(*)::int as n from ${aside}.version`), [{ n: 3 }]);
  });
});
