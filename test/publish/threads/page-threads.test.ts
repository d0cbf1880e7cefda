import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { createActions } from "#actions/actions";
import { loadConfig } from "#config/load";
import { systemClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import { createApp } from "#publish/app";
import { Sessions } from "#publish/http/sessions";
import { DEFAULT_SETTINGS } from "#publish/http/settings";
import { createPageThreads, type PageThreads } from "#publish/threads/page-threads";
import { openPageThreads } from "../../../src/cli/page-threads.ts";
import { tokenStore } from "../../../src/cli/token-store.ts";
import { seed } from "../seed.ts";

const HOST = { host: "localhost" };

const nothing = () => Promise.reject(new Error("not asked for"));

async function opened(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "variorum-threads-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const seeded = await seed(join(folder, "variorum.db"));
  t.after(() => seeded.store.close());
  const settings = DEFAULT_SETTINGS;
  const loaded = loadConfig({
    environment: { settings: {} } as never,
    flags: { dataDir: folder, pageThreads: "2" },
    cwd: folder,
  });
  assert.ok(loaded.ok);
  const threads = openPageThreads({ config: loaded.value.config, settings, authority: "localhost" }, silentLog)!;
  t.after(() => threads.close());
  const { store } = seeded;
  const sessions = new Sessions(systemClock, tokenStore(store));
  const operator = createActions({ engine: { add: nothing, addOpml: nothing }, store, clock: systemClock } as never);
  const siteWith = (pageThreads: PageThreads | null) => {
    const deps = { reader: store.reader, operator, clock: systemClock, sessions, settings, authority: "localhost" };
    const app = createApp({ ...deps, ...(pageThreads && { pageMaker: pageThreads }) });
    return (path: string, headers: Record<string, string> = {}, method = "GET", body?: URLSearchParams) =>
      app.request(`http://localhost${path}`, { method, headers: { ...HOST, ...headers }, ...(body && { body }) });
  };
  return { ...seeded, threads, threaded: siteWith(threads), plain: siteWith(null), sessions };
}

const said = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});

test("pages made in threads are the same to the byte, again and for readers who have them", async (t) => {
  const { threaded, plain, ids, sources } = await opened(t);
  const change = `/articles/${ids.ferry}/changes/1..2`;
  const paths = [
    ...[
      "/",
      "/?order=rank",
      "/sources",
      `/sources/${sources.ledger}`,
      "/health",
      "/search?q=ferry",
      "/ledger",
      "/about",
    ],
    ...[`/articles/${ids.ferry}`, change, `${change}?view=inline`, `/articles/${ids.ferry}/evolution`],
    ...[`/articles/${ids.arabic}/versions/1`, `/articles/${ids.japanese}.json`, `${change}.json`],
    ...["/feed.atom", "/feed.rss", "/feed.json", `/articles/${ids.ferry}/feed.atom`, "/search/feed.atom?q=ferry"],
    ...[`/articles/${ids.hidden}`, "/articles/999", "/nothing", "/search?q=", `/articles/${ids.ferry}/changes/2..2`],
  ];
  for (const path of paths) {
    const expected = await said(await plain(path));
    assert.deepEqual(await said(await threaded(path)), expected, path);
    assert.deepEqual(await said(await threaded(path)), expected, `${path} again`);
    assert.deepEqual(
      await said(await threaded(path, {}, "HEAD")),
      await said(await plain(path, {}, "HEAD")),
      `HEAD ${path}`,
    );
    const { etag } = expected.headers;
    if (!etag) continue;
    const conditional = await said(await threaded(path, { "if-none-match": etag }));
    assert.deepEqual([conditional.status, conditional.body], [304, ""], path);
  }
});

test("what a thread has packed is sent again from memory, and only to those who take it", async (t) => {
  const { threaded, plain, ids } = await opened(t);
  const path = `/articles/${ids.ferry}`;
  const packed = async () => {
    const response = await threaded(path, { "accept-encoding": "gzip" });
    assert.equal(response.headers.get("content-encoding"), "gzip");
    return gunzipSync(await response.bytes()).toString();
  };
  const body = await (await plain(path)).text();
  assert.equal(await packed(), body);
  assert.equal(await packed(), body);
  const whole = await threaded(path);
  assert.equal(whole.headers.get("content-encoding"), null);
  assert.equal(await whole.text(), body);
});

test("a hidden article is gone at once, also from pages that were made", async (t) => {
  const { threaded, store, ids, now } = await opened(t);
  const path = `/articles/${ids.ferry}`;
  assert.equal((await threaded(path)).status, 200);
  assert.match(await (await threaded("/feed.atom")).text(), /Skerrow/);
  await store.writer.hide(ids.ferry, "a court asked for it", now);
  assert.equal((await threaded(path)).status, 410);
  assert.doesNotMatch(await (await threaded("/feed.atom")).text(), /Skerrow/);
  assert.doesNotMatch(await (await threaded("/")).text(), /Skerrow/);
  await store.writer.unhide(ids.ferry);
  assert.equal((await threaded(path)).status, 200);
});

test("a signed-in operator's pages are not made in threads", async (t) => {
  const { threads, threaded, sessions, ids } = await opened(t);
  await threads.close();
  const path = `/articles/${ids.ferry}`;
  assert.equal((await threaded(path)).status, 503, "the threads have ended");
  const token = new URL(await sessions.newLink("http://localhost")).searchParams.get("token")!;
  const signedIn = await threaded("/sign-in", { origin: "http://localhost" }, "POST", new URLSearchParams({ token }));
  const cookie = signedIn.headers.get("set-cookie")!.split(";")[0]!;
  const own = await threaded(path, { cookie });
  assert.equal(own.status, 200);
  assert.match(own.headers.get("cache-control")!, /no-store/);
});

function fragile(t: TestContext) {
  const file = new URL("./fragile-thread.ts", import.meta.url);
  const threads = createPageThreads({ file, threads: 1, workerData: null, log: silentLog, clock: systemClock });
  t.after(() => threads.close());
  const visit = (path: string, init: RequestInit = {}) =>
    ({
      path,
      request: new Request(`http://localhost${path}`, { headers: HOST, ...init }),
      from: "127.0.0.1",
      web: {},
    }) as never;
  return { threads, make: (path: string, init?: RequestInit) => threads.make(visit(path, init)) };
}

test("a thread that ends is started again; who waited for it may come again", async (t) => {
  const { make } = fragile(t);
  assert.equal((await make("/articles/1")).status, 200);
  const ended = await make("/articles/13");
  assert.equal(ended.status, 503);
  assert.ok(Number(ended.headers.get("retry-after")) > 0);
  assert.equal(await (await make("/articles/2")).text(), "/articles/2 0 no cookie");
});

test("a page that fails in its thread, or whose body breaks off, is a fault of the site, and the thread goes on", async (t) => {
  const { threads } = fragile(t);
  const { store, sessions } = await opened(t);
  const operator = createActions({ engine: { add: nothing, addOpml: nothing }, store, clock: systemClock } as never);
  const said: string[] = [];
  const log = { ...silentLog, error: (facts: object) => void said.push(String((facts as { err: unknown }).err)) };
  const deps = { reader: store.reader, operator, clock: systemClock, sessions, settings: DEFAULT_SETTINGS, log };
  const app = createApp({ ...deps, authority: "localhost", pageMaker: threads });
  const ask = (path: string) => app.request(`http://localhost${path}`, { headers: HOST });
  for (const [path, why] of [
    ["/articles/21", /no page/],
    ["/articles/22", /the rest cannot be read/],
  ] as const) {
    const failed = await ask(path);
    assert.equal(failed.status, 500);
    assert.doesNotMatch(await failed.text(), why);
    assert.match(said.pop()!, why);
  }
  assert.equal(await (await ask("/articles/5")).text(), "/articles/5 0 no cookie");
  assert.deepEqual(said, []);
});

test("damage that a thread has seen is not forgotten when the thread is started again", async (t) => {
  const { threads, make } = fragile(t);
  const gone = new AbortController();
  const slow = make("/articles/7", { signal: gone.signal });
  gone.abort();
  await slow;
  await make("/articles/1");
  assert.equal(threads.damage(), "a damaged page");
  assert.equal((await make("/articles/13")).status, 503);
  assert.equal(await (await make("/articles/1")).text(), "/articles/1 0 no cookie", "another thread");
  assert.equal(threads.damage(), "a damaged page");
});

test("a page whose reader has gone is not made to the end, and cookies stay here", async (t) => {
  const { threads, make } = fragile(t);
  const gone = new AbortController();
  const slow = make("/articles/7", { signal: gone.signal });
  await make("/articles/1");
  assert.equal(threads.damage(), null);
  gone.abort();
  assert.equal((await slow).status, 503);
  const after = await make("/articles/1", { headers: { ...HOST, cookie: "session=secret" } });
  assert.equal(await after.text(), "/articles/1 1 no cookie");
  assert.equal(threads.damage(), "a damaged page");
});
