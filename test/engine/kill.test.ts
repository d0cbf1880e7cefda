import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { workerName } from "#engine/worker-name";
import { createFetcher } from "#fetch/fetcher";
import { systemClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import { openStore } from "#store/open";
import { page } from "./rig.ts";

const HOSTS = 12;
const ARTICLES_PER_HOST = 12;
const KILLS = 4;
const REQUESTS_PER_LIFE = 30;

test("kill -9 in the middle of a pass: the next start goes on, nothing lost, nothing twice", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-kill-"));
  const file = join(folder, "variorum.db");
  let asked = 0;
  let wake: () => void = () => {};
  const server = createServer((request, response) => {
    asked++;
    if (asked % REQUESTS_PER_LIFE === 0) wake();
    if (request.url === "/robots.txt") return response.writeHead(404).end();
    const headline = `Story ${request.url} of ${request.headers.host?.split(".")[0]}`;
    return response.writeHead(200, { "content-type": "text/html" }).end(page({ headline }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  t.after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  const before = await openStore(file);
  for (let host = 0; host < HOSTS; host++) {
    const homeUrl = `http://h${host}.localhost:${port}/`;
    const { id } = await before.writer.addSource({ name: `Host ${host}`, homeUrl, patterns: NO_PATTERNS }, Date.now());
    const urls = Array.from({ length: ARTICLES_PER_HOST }, (_, i) => `${homeUrl}news/story-${i}`);
    const found = urls.map((url) => ({ url, title: null, publishedAt: null, updatedAt: null }));
    await before.writer.addArticles(id, found, Date.now());
  }
  await before.close();

  for (let life = 0; life < KILLS; life++) {
    const enough = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const script = fileURLToPath(new URL("./kill-child.ts", import.meta.url));
    const child = spawn(process.execPath, [script, file, String(port)], { stdio: "inherit" });
    await Promise.race([enough, once(child, "exit")]);
    assert.equal(child.exitCode, null, "the worker ended by itself");
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  const store = await openStore(file);
  const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate: [`*.localhost:${port}`] }, systemClock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
  const engine = createEngine({ store, fetcher, clock: systemClock, log: silentLog, settings, owner: workerName() });
  const killed = await store.reader.counts();
  assert.ok(killed.versions > 0 && killed.versions < HOSTS * ARTICLES_PER_HOST, `${killed.versions} versions before`);
  await engine.recover();
  await engine.checkDue();
  const counts = await store.reader.counts();
  assert.equal(counts.articles, HOSTS * ARTICLES_PER_HOST);
  assert.equal(counts.versions, HOSTS * ARTICLES_PER_HOST);
  assert.equal(counts.captures, HOSTS * ARTICLES_PER_HOST);
  assert.deepEqual(await store.check(), []);
  await engine.close();
  await fetcher.close();
  await store.close();
});
