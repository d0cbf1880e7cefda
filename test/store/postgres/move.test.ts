import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { it } from "node:test";
import { zstdCompressSync } from "node:zlib";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { FailureError } from "#model/failure";
import { openStore } from "#store/index";
import { moveStore } from "#store/move/move";
import type { Store } from "#store/store";
import { addSource, found, lookOf, openVersion, stateOf, T0, textOf } from "../../contract/fixtures.ts";
import { makeEarlier } from "../earlier.ts";
import { freshFile } from "../folder.ts";
import { testServer } from "./server.ts";

const server = testServer();

const failsWith = (code: string) => (error: unknown) => error instanceof FailureError && error.failure.code === code;

/** A file with something in most tables. */
async function filledFile(articles: number): Promise<string> {
  const file = freshFile();
  const store = await openStore(file);
  const source = await addSource(store);
  await store.writer.addFeed(source, { url: "https://daily.example/f", kind: "rss", title: "Feed" }, HOUR_MS, T0);
  const urls = Array.from({ length: articles }, (_, at) => found(`https://host${at % 5}.example/${at}`, `Title ${at}`));
  const ids = await store.writer.addArticles(source, urls, T0);
  const [twin, original] = [ids.at(-1)!, ids.at(-2)!];
  await store.writer.mergeArticles(twin, original);
  await store.writer.saveRobots({ origin: "https://daily.example", status: 200, text: "Disallow:\0", fetchedAt: T0 });
  await store.writer.setSiteRules("daily.example", '{"body":["main"]}');
  await Promise.all(
    ids.slice(0, -1).map(async (id, at) => {
      const bytes = new TextEncoder().encode(`<p>page ${at}</p>`);
      const raw = { digest: sha256(bytes), zstd: zstdCompressSync(bytes), contentType: "text/html" };
      const body = ["Shared by all — 東京都の新しい知事", `Über ${at}`, "x".repeat(3000)];
      await openVersion(store, id, 0, textOf(`Headline ${at}`, ...body), T0 + at, { raw, bodyDigest: raw.digest });
      await openVersion(
        store,
        id,
        1,
        textOf(`Headline ${at}`, `Edited ${at}`, ...body.slice(1)),
        T0 + DAY_MS * 40 + at,
      );
      const learned = { trace: `trace ${at}` };
      await store.writer.recordLook(
        lookOf(id, T0 + DAY_MS * 41 + at, { sawVersion: 2, learned, state: stateOf({ nextLookAt: T0 + at }) }),
      );
    }),
  );
  await store.writer.hide(ids[3]!, "court order", T0);
  await store.close();
  return file;
}

/** Everything that the pages show. */
async function contents(store: Store) {
  const { reader } = store;
  const articles = await reader.articles({ limit: 200 });
  const versions = [];
  for (const { article } of articles.items) {
    versions.push(await reader.version(article.id, 2), await reader.captures(article.id, { limit: 9 }));
    versions.push(await reader.articleUrls(article.id), await reader.articleTrace(article.id));
  }
  return {
    articles,
    versions,
    counts: await reader.counts(),
    feeds: await reader.feeds(),
    health: await reader.health(T0 + DAY_MS),
    changes: await reader.changes({ limit: 200 }),
    hidden: await reader.hiddenArticles(),
    found: await reader.search("京都 知事", { limit: 200 }),
    edited: await reader.search("edited 7", { limit: 9 }),
    site: { ...(await reader.site("daily.example")) },
    due: await reader.nextDueAt(T0),
  };
}

it("takes everything over, reads the same afterwards, and goes on numbering where the file was", async () => {
  const file = await filledFile(60);
  const url = await server.emptyDatabase();
  const steps: string[] = [];
  const reports = await moveStore(file, url, { onProgress: ({ doing, table }) => steps.push(`${doing} ${table}`) });
  assert.ok(reports.find(({ table }) => table === "version")!.rows === 118);
  assert.ok(steps.includes("copying paragraph") && steps.includes("verifying paragraph"));
  const [from, to] = [await openStore(file), await openStore(url)];
  assert.deepEqual(await contents(to), await contents(from));
  assert.deepEqual(await to.check(), []);
  const { sourceId } = (await to.reader.articleByUrl("https://host1.example/1"))!;
  const next = await Promise.all(
    [from, to].map((store) => store.writer.addArticles(sourceId, [found("https://new.example/")], T0)),
  );
  assert.deepEqual(next[1], next[0]);
  await openVersion(to, next[1]![0]!, 0, textOf("New", "Shared by all — 東京都の新しい知事", "brand new"));
  assert.deepEqual(await to.check(), []);
  await Promise.all([from.close(), to.close()]);
});

it("takes the authority of feed ids along, and leaves it open where the file has none yet", async () => {
  const authorityAt = async (place: string, otherwise: string): Promise<string> => {
    const store = await openStore(place);
    const authority = await store.writer.settleAuthority(otherwise);
    await store.close();
    return authority;
  };
  const file = await filledFile(8);
  const url = await server.emptyDatabase();
  // A database that was opened before has drawn one of its own.
  assert.notEqual(await authorityAt(url, "x.example"), await authorityAt(file, "x.example"));
  await moveStore(file, url);
  assert.equal(await authorityAt(url, "x.example"), await authorityAt(file, "x.example"));

  const earlier = freshFile();
  await makeEarlier(earlier, file, "0012");
  const other = await server.emptyDatabase();
  await moveStore(earlier, other);
  assert.equal(await authorityAt(other, "news.example"), "news.example");
});

it("goes on where it was killed, and no one works with half of it meanwhile", async () => {
  const file = await filledFile(400);
  const url = await server.emptyDatabase();
  const mover = new URL("./child-mover.ts", import.meta.url).pathname;
  for (const killAt of ["copying paragraph", "copying version", "verifying capture"]) {
    const child = spawn(process.execPath, [mover, file, url], { stdio: ["ignore", "pipe", "inherit"] });
    let reached = false;
    for await (const line of createInterface(child.stdout)) {
      reached ||= line.startsWith(killAt);
      if (reached) child.kill("SIGKILL");
    }
    assert.ok(reached, killAt);
    await assert.rejects(openStore(url), failsWith("store-half-moved"));
  }
  const again: string[] = [];
  await moveStore(file, url, { onProgress: ({ doing, table, rows }) => again.push(`${doing} ${table} ${rows}`) });
  assert.ok(
    again.every((step) => !step.startsWith("copying")),
    "all was copied before",
  );
  const [from, to] = [await openStore(file), await openStore(url)];
  assert.deepEqual(await contents(to), await contents(from));
  await Promise.all([from.close(), to.close()]);
});

it("refuses a database that holds data, and one that a changed file began to fill", async () => {
  const file = await filledFile(8);
  const full = await server.freshDatabase();
  const store = await openStore(full);
  await addSource(store);
  await store.close();
  await assert.rejects(moveStore(file, full), failsWith("store-not-empty"));

  const url = await server.emptyDatabase();
  const stopping = new AbortController();
  const onProgress = ({ table }: { readonly table: string }) => {
    if (table === "article") stopping.abort();
  };
  await assert.rejects(moveStore(file, url, { onProgress, signal: stopping.signal }), failsWith("aborted"));
  const writing = await openStore(file);
  await writing.writer.scheduleLook((await writing.reader.articleByUrl("https://host1.example/1"))!.id, T0 + 99);
  await writing.close();
  await assert.rejects(moveStore(file, url), failsWith("move-changed"));
});

it("leaves the file as it is, and lets no one write to it meanwhile", async () => {
  const file = await filledFile(8);
  const before = sha256(readFileSync(file));
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  await assert.rejects(moveStore(file, await server.emptyDatabase()), failsWith("store-locked"));
  other.exec("rollback");
  other.close();
  await moveStore(file, await server.emptyDatabase());
  assert.equal(sha256(readFileSync(file)), before);
});

it("notices a row that is not as it was", async () => {
  const file = await filledFile(8);
  const url = await server.emptyDatabase();
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let damaged: Promise<unknown> = Promise.resolve();
  const onProgress = ({ doing, table }: { readonly doing: string; readonly table: string }) => {
    if (doing === "verifying" && table === "host")
      damaged = client.query("update paragraph set text = text || '!' where id = 5");
  };
  await assert.rejects(moveStore(file, url, { onProgress }), failsWith("move-differs"));
  await damaged;
  await client.end();
});
