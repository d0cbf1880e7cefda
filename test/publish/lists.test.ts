import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { DAY_MS, MINUTE_MS } from "#lib/clock";
import { chooseSource } from "#view/source-choice";
import { texts } from "./dom.ts";
import { NOW } from "./seed.ts";
import { openSite, type TestSite } from "./site.ts";

suite("lists as JSON", () => {
  test("lists answer in JSON by Accept or by address, an address without JSON with 406", async (t) => {
    const { get, sources } = await openSite(t);
    for (const [path, json] of [
      ["/", "/changes.json"],
      ["/?order=rank&days=7", "/changes.json?order=rank&days=7"],
      ["/search?q=ferry", "/search.json?q=ferry"],
      ["/sources", "/sources.json"],
      [`/sources/${sources.ledger}`, `/sources/${sources.ledger}.json`],
      ["/health", "/health.json"],
      ["/ledger", "/ledger.json"],
    ] as const) {
      const asked = await get(path, { accept: "application/json" });
      assert.equal(asked.status, 200, path);
      assert.deepEqual(await asked.json(), await (await get(json)).json(), path);
    }
    for (const [path, status] of [
      ["/about", 406],
      ["/search", 400],
      ["/?source=nowhere", 400],
      ["/sources/99", 404],
    ] as const) {
      const answer = await get(path, { accept: "application/json" });
      assert.equal(answer.status, status, path);
      assert.equal(((await answer.json()) as { error: { status: number } }).error.status, status);
    }
  });

  test("`next` leads through all changes, each of them once", async (t) => {
    const { get, store, sources } = await openSite(t);
    const all = (await store.reader.changes({ limit: 200 })).items.map(
      ({ change }) => `${change.articleId} ${change.to}`,
    );
    const newest = (await store.reader.changes({ limit: 1 })).next!;
    type Changes = { changes: { to: number; article: { id: number } }[]; next: string | null };
    const rest = (await (await get(`/changes.json?before=${newest}`)).json()) as Changes;
    assert.deepEqual(
      rest.changes.map(({ article, to }) => `${article.id} ${to}`),
      all.slice(1),
    );
    const own = (await (await get(`/changes.json?source=${sources.sahifa}`)).json()) as Changes;
    assert.ok(own.changes.length > 0 && own.changes.length < all.length);
  });
});

test("a source is found by its number, by words of its name without case and accents, or by its address", async (t) => {
  const { store, sources } = await openSite(t);
  for (const [asked, id] of [
    [String(sources.sahifa), sources.sahifa],
    ["SAHIFAT al-minaʾ", sources.sahifa],
    ["الميناء", sources.sahifa],
    ["mina.example", sources.sahifa],
    ["ledger harbour", sources.ledger],
  ] as const) {
    const choice = await chooseSource(store.reader, asked);
    assert.equal(choice.kind === "one" && choice.source.id, id, asked);
  }
  assert.deepEqual(await chooseSource(store.reader, ""), { kind: "all" });
  assert.equal((await chooseSource(store.reader, "99")).kind, "none");
  const several = await chooseSource(store.reader, "example");
  assert.equal(several.kind === "several" && several.found, 2);
});

test("a name that no source has is said, and the box keeps it", async (t) => {
  const { text } = await openSite(t);
  const page = await text("/?source=%3Cb%3Enowhere");
  assert.match(page, /No source has <q dir="auto">&lt;b&gt;nowhere<\/q>/);
  assert.match(page, /value="&lt;b&gt;nowhere"/);
  assert.deepEqual(texts(page, "h3"), []);
});

suite("a feed that failed", () => {
  const poll = async (site: TestSite, times: number) => {
    const [feed] = await site.store.reader.feeds(site.sources.ledger);
    for (let i = 0; i < times; i++)
      await site.store.writer.recordPoll(feed!.id, {
        polledAt: NOW - 3 * MINUTE_MS,
        ok: false,
        error: { code: "http-status", status: 404 },
        dueAt: NOW + 10 * MINUTE_MS,
        etag: null,
        lastModified: null,
      });
  };
  type Source = { well: boolean; troubles: { code: string; feeds: number }[]; feeds: { failures: number }[] };

  test("says so at once, why, and when it is tried again", async (t) => {
    const site = await openSite(t);
    await poll(site, 1);
    const page = await site.text(`/sources/${site.sources.ledger}`);
    assert.match(
      texts(page, "td").join("|"),
      /failed 3 minutes ago: [Tt]he server answered 404; next try in 10 minutes/,
    );
    for (const path of ["/health", "/sources"]) {
      assert.match(await site.text(path), /1 feed failed last time/, path);
      assert.doesNotMatch(await site.text(path), /class="warning"/, path);
    }
    const source = (await (await site.get(`/sources/${site.sources.ledger}.json`)).json()) as Source;
    assert.deepEqual([source.well, source.troubles[0]!.code, source.feeds[0]!.failures], [true, "feeds-failing", 1]);
  });

  test("is broken after three times, and its source not well", async (t) => {
    const site = await openSite(t);
    await poll(site, 3);
    const page = await site.text(`/sources/${site.sources.ledger}`);
    assert.match(
      texts(page, "td").join("|"),
      /broken, failed 3 times in a row: [Tt]he server answered 404; next try in/,
    );
    const health = await site.text("/health");
    assert.match(health, /One source is not well/);
    assert.match(health, /<strong class="warning">1 feed broken<\/strong>/);
    const source = (await (await site.get(`/sources/${site.sources.ledger}.json`)).json()) as Source;
    assert.deepEqual([source.well, source.troubles[0]!.code, source.troubles[0]!.feeds], [false, "feeds-broken", 1]);
  });
});

test("a version says from when on there is a proof, and links to it when its day is closed", async (t) => {
  const { text, get, ids, store } = await openSite(t);
  const path = `/articles/${ids.ferry}/versions/1`;
  assert.match(texts(await text(path), "dd").join("|"), /Proof from 22 Nov 2026, 00:00 UTC/);
  assert.doesNotMatch(await text(path), /proof\.json/);
  assert.match(await (await get(`${path}/proof.json`)).text(), /22 Nov 2026, 00:00 UTC/);
  await store.closeDay(NOW + DAY_MS);
  assert.match(await text(path), new RegExp(`<a href="${path}/proof\\.json">Proof</a>`));
  assert.equal((await get(`${path}/proof.json`)).status, 200);
});
