import assert from "node:assert/strict";
import { it } from "node:test";
import pg from "pg";
import { MINUTE_MS } from "#lib/clock";
import { FailureError } from "#model/failure";
import { openPostgres } from "#store/postgres/open";
import type { Store } from "#store/store";
import { addArticle, addSource, found, lookOf, openVersion, T0, textOf, versionOf } from "../../contract/fixtures.ts";
import { testServer } from "./server.ts";

const server = testServer();

/** Several processes as far as the database can tell: each with connections of its own. */
interface Clients {
  readonly stores: readonly Store[];
  /** Closes them and returns how many deadlocks the server had to break. */
  close(): Promise<number>;
}

async function clients(count: number): Promise<Clients> {
  const url = await server.freshDatabase();
  const stores = await Promise.all(Array.from({ length: count }, () => openPostgres(url, { connections: 3 })));
  const close = async (): Promise<number> => {
    await Promise.all(stores.map((store) => store.close()));
    const control = new pg.Client({ connectionString: url });
    await control.connect();
    // Connections report what they counted when they end, which is after they were closed here.
    const others = "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    while ((await control.query(others)).rows.length > 0) await new Promise((go) => setImmediate(go));
    const { rows } = await control.query("select deadlocks from pg_stat_database where datname = current_database()");
    await control.end();
    return Number(rows[0].deadlocks);
  };
  return { stores, close };
}

const failsWith = (code: string) => (error: unknown) => error instanceof FailureError && error.failure.code === code;

it("leases no host twice within its gap, whatever eight clients do", async () => {
  const { stores, close } = await clients(8);
  const gapMs = 1000;
  const hosts = 40;
  for (let host = 0; host < hosts; host++) await addArticle(stores[0]!, `https://host${host}.example/1`);
  const asked = new Map<string, number[]>();
  let now = T0;
  await Promise.all(
    stores.map(async (store, client) => {
      for (let round = 0; round < 30; round++) {
        const at = now++;
        for (const host of await store.writer.leaseHosts(`client ${client}`, at, MINUTE_MS, 3)) {
          asked.set(host.key, [...(asked.get(host.key) ?? []), at]);
          await store.writer.releaseHost(host.id, `client ${client}`, at + gapMs);
        }
        if (round % 10 === 9) now += gapMs;
      }
    }),
  );
  const turns = [...asked.values()];
  assert.equal(asked.size, hosts);
  assert.ok(turns.flat().length > 2 * hosts);
  for (const instants of turns) {
    const sorted = instants.toSorted((a, b) => a - b);
    for (const [at, instant] of sorted.entries()) if (at > 0) assert.ok(instant - sorted[at - 1]! >= gapMs);
  }
  assert.equal(await close(), 0);
});

it("makes one version of an edit that eight clients meet at once: the others are told that they are late", async () => {
  const { stores, close } = await clients(8);
  const id = await addArticle(stores[0]!);
  for (let after = 0; after < 5; after++) {
    const ends = await Promise.all(
      stores.map((store, client) =>
        store.writer.recordLook(
          lookOf(id, T0 + after * 100 + client, {
            outcome: "changed",
            decision: "new",
            version: versionOf(after, textOf("Headline", `paragraph ${after}`, "kept")),
          }),
        ),
      ),
    );
    assert.deepEqual(ends.map(({ kind }) => kind).sort(), ["recorded", ...Array(7).fill("stale")]);
  }
  assert.equal((await stores[0]!.reader.versions(id)).length, 5);
  assert.deepEqual(await stores[0]!.check(), []);
  assert.equal(await close(), 0);
});

it("records the same capture once", async () => {
  const { stores, close } = await clients(6);
  const id = await addArticle(stores[0]!);
  const ends = await Promise.all(stores.map((store) => store.writer.recordLook(lookOf(id, T0 + 1))));
  assert.deepEqual(ends.map(({ kind }) => kind).sort(), ["recorded", ...Array(5).fill("repeated")]);
  assert.equal((await stores[0]!.reader.captures(id, { limit: 10 })).items.length, 1);
  await close();
});

it("stores paragraphs once that many articles bring at the same time, in any order", async () => {
  const { stores, close } = await clients(6);
  const source = await addSource(stores[0]!);
  const urls = Array.from({ length: 36 }, (_, at) => found(`https://daily.example/${at}`));
  const ids = await stores[0]!.writer.addArticles(source, urls, T0);
  const shared = Array.from({ length: 60 }, (_, at) => `Agency paragraph number ${at}`);
  await Promise.all(
    ids.map((id, at) => {
      const body = at % 2 === 0 ? shared : shared.toReversed();
      return openVersion(stores[at % stores.length]!, id, 0, textOf(`Headline ${at}`, ...body, `own ${at}`));
    }),
  );
  const { versions } = await stores[0]!.reader.counts();
  assert.equal(versions, 36);
  assert.equal((await stores[0]!.reader.search("agency paragraph 59", { limit: 50 })).items.length, 36);
  for (const id of ids) assert.equal((await stores[1]!.reader.version(id, 1))!.text.blocks.length, 61);
  assert.deepEqual(await stores[0]!.check(), []);
  assert.equal(await close(), 0);
});

it("adds sources, feeds and articles once that all clients add at once", async () => {
  const { stores, close } = await clients(6);
  const urls = Array.from({ length: 300 }, (_, at) => found(`https://h${at % 7}.example/${at}`, `Title ${at}`));
  const added = await Promise.all(
    stores.map(async (store, client) => {
      const source = await addSource(store, "https://daily.example/");
      await store.writer.addFeed(source, { url: "https://daily.example/f", kind: "rss", title: null }, MINUTE_MS, T0);
      return (await store.writer.addArticles(source, client % 2 === 0 ? urls : urls.toReversed(), T0)).length;
    }),
  );
  const { sources, feeds, articles } = await stores[0]!.reader.counts();
  assert.deepEqual([sources, feeds, articles], [1, 1, 300]);
  assert.equal(
    added.reduce((sum, count) => sum + count, 0),
    300,
  );
  assert.deepEqual(await stores[0]!.check(), []);
  assert.equal(await close(), 0);
});

it("knows exactly when each host is ready while clients write to it from all sides", async () => {
  const { stores, close } = await clients(6);
  const source = await addSource(stores[0]!, "https://busy.example/");
  const ids = await stores[0]!.writer.addArticles(
    source,
    Array.from({ length: 12 }, (_, at) => found(`https://busy.example/${at}`)),
    T0,
  );
  await Promise.all(
    stores.flatMap((store, client) => [
      ...ids.map((id, at) => store.writer.scheduleLook(id, T0 + ((client * 7 + at * 13) % 50))),
      store.writer.addArticles(source, [found(`https://busy.example/new${client}`)], T0 + client),
      ...[1, 2, 3].map((turn) => store.writer.reserveHost("busy.example", T0 + turn, 10)),
    ]),
  );
  assert.deepEqual(await stores[0]!.check(), []);
  assert.equal(await close(), 0);
});

it("merges and moves articles while others look at them, without a deadlock that lasts", async () => {
  const { stores, close } = await clients(4);
  const source = await addSource(stores[0]!);
  const ids = await stores[0]!.writer.addArticles(
    source,
    Array.from({ length: 16 }, (_, at) => found(`https://daily.example/${at}`)),
    T0,
  );
  await Promise.all(
    ids.flatMap((id, at) => {
      const [a, b] = [stores[at % 4]!, stores[(at + 1) % 4]!];
      const look = a.writer.recordLook(lookOf(id, T0 + at)).catch((error: unknown) => {
        if (!failsWith("no-such-article")(error)) throw error;
      });
      return at % 2 === 0 ? [look] : [look, b.writer.mergeArticles(id, ids[at - 1]!)];
    }),
  );
  assert.equal((await stores[0]!.reader.counts()).articles, 8);
  assert.deepEqual(await stores[0]!.check(), []);
  await close();
});

it("leaves nothing half when its connections are cut in the middle, and goes on", async () => {
  const url = await server.freshDatabase();
  const store = await openPostgres(url, { connections: 4 });
  const source = await addSource(store);
  const ids = await store.writer.addArticles(
    source,
    Array.from({ length: 60 }, (_, at) => found(`https://daily.example/${at}`)),
    T0,
  );
  const control = new pg.Client({ connectionString: url });
  await control.connect();
  const body = Array.from({ length: 40 }, (_, line) => `line ${line}`);
  const writing = ids.map((id, at) => openVersion(store, id, 0, textOf(`Headline ${at}`, ...body, `own ${at}`)));
  const ended = Promise.allSettled(writing);
  await writing[0]!.catch(() => {});
  await control.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  const ends = await ended;
  for (const end of ends)
    if (end.status === "rejected") assert.ok(failsWith("store-unreachable")(end.reason), end.reason);
  assert.ok(ends.some(({ status }) => status === "fulfilled"));
  assert.deepEqual(await store.check(), []);
  for (const [at, id] of ids.entries()) {
    const { versionCount } = (await store.reader.article(id))!;
    if (ends[at]!.status === "fulfilled") assert.equal(versionCount, 1);
    if (versionCount === 0) await openVersion(store, id, 0, textOf(`Headline ${at}`, ...body, `own ${at}`));
  }
  assert.equal((await store.reader.counts()).versions, 60);
  assert.deepEqual(await store.check(), []);
  await control.end();
  await store.close();
});
