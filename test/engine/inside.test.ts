import assert from "node:assert/strict";
import { type AddressInfo, createServer } from "node:net";
import { suite, type TestContext, test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { NO_PATTERNS } from "#model/source";
import { openRig, page, type Rig } from "./rig.ts";

/** A service inside that counts who knocks; the rig may ask names below .localhost at its own port, and nothing else. */
async function inside(t: TestContext): Promise<{ readonly base: string; knocks: () => number }> {
  let knocks = 0;
  const server = createServer((socket) => {
    knocks += 1;
    socket.end("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, knocks: () => knocks };
}

const rss = (...links: readonly string[]) =>
  `<rss version="2.0"><channel><title>Gazette</title>${links.map((link) => `<item><title>A ${link.length}</title><link>${link}</link></item>`).join("")}</channel></rss>`;
const index = (...maps: readonly string[]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.map((map) => `<sitemap><loc>${map}</loc></sitemap>`).join("")}</sitemapindex>`;

async function watch(rig: Rig, path: string, kind: "rss" | "sitemap-index" | "page") {
  const { store, base, clock } = rig;
  const { id } = await store.writer.addSource(
    { name: "Gazette", homeUrl: `${base}/`, patterns: NO_PATTERNS },
    clock.now(),
  );
  await store.writer.addFeed(id, { url: base + path, kind, title: null }, 15 * MINUTE_MS, clock.now());
  return id;
}

suite("what points inside", () => {
  /** What a publisher may write, with PATH of the article or feed that is watched. */
  const cases: readonly (readonly [what: string, set: (rig: Rig, inner: string) => Promise<unknown>])[] = [
    [
      "the links of a feed",
      async (rig, inner) => {
        rig.pages.set("/feed", {
          body: rss(`${inner}/a`, "http://169.254.169.254/latest/", "http://[::1]/b"),
          headers: { "content-type": "text/xml" },
        });
        await watch(rig, "/feed", "rss");
      },
    ],
    [
      "a feed that redirects",
      async (rig, inner) => {
        rig.pages.set("/feed", { status: 302, headers: { location: `${inner}/feed` } });
        await watch(rig, "/feed", "rss");
      },
    ],
    [
      "the sitemaps of an index",
      async (rig, inner) => {
        rig.pages.set("/map", { body: index(`${inner}/news-sitemap.xml`), headers: { "content-type": "text/xml" } });
        await watch(rig, "/map", "sitemap-index");
      },
    ],
    [
      "the links of a section page",
      async (rig, inner) => {
        const links = Array.from(
          { length: 9 },
          (_, i) => `<a href="${inner}/2026/05/04/long-story-number-${i}">The long story with the number ${i}</a>`,
        );
        rig.pages.set("/section", `<!doctype html><title>Gazette</title><main>${links.join("")}</main>`);
        await watch(rig, "/section", "page");
      },
    ],
    [
      "a robots.txt that redirects",
      async (rig, inner) => {
        rig.pages.set("/robots.txt", { status: 301, headers: { location: `${inner}/robots.txt` } });
        rig.pages.set("/a", page());
        await rig.article("/a");
      },
    ],
    [
      "the canonical address of an article",
      async (rig, inner) => {
        rig.pages.set("/a", page({ canonical: `${inner}/a` }));
        await rig.article("/a");
      },
    ],
    [
      "a page that leads on by itself (meta refresh, base, AMP, hub, icon, preload)",
      async (rig, inner) => {
        const head = `<meta http-equiv="refresh" content="0;url=${inner}/r"><base href="${inner}/"><link rel="amphtml" href="${inner}/amp">
<link rel="hub" href="${inner}/hub"><link rel="icon" href="${inner}/i"><link rel="preload" href="${inner}/p"><link rel="next" href="${inner}/2">`;
        rig.pages.set("/a", page().replace("<head>", `<head>${head}`));
        await rig.article("/a");
      },
    ],
    [
      "headers that lead on by themselves (Refresh, Link, Content-Location, Alt-Svc)",
      async (rig, inner) => {
        rig.pages.set("/a", {
          body: page(),
          headers: {
            refresh: `0; url=${inner}/r`,
            link: `<${inner}/c>; rel="canonical", <${inner}/hub>; rel="hub"`,
            "content-location": `${inner}/l`,
            "alt-svc": `h2="${new URL(inner).host}"; ma=86400`,
          },
        });
        await rig.article("/a");
      },
    ],
    [
      "an article that redirects",
      async (rig, inner) => {
        rig.pages.set("/a", { status: 302, headers: { location: `${inner}/a` } });
        await rig.article("/a");
      },
    ],
  ];
  for (const [what, set] of cases)
    test(`${what}: no one knocks there`, async (t) => {
      const secret = await inside(t);
      const rig = await openRig(t);
      await set(rig, secret.base);
      await rig.engine.driveTo(rig.clock, rig.clock.now() + DAY_MS);
      assert.ok(rig.requests.length > 0);
      assert.equal(secret.knocks(), 0);
      const { items } = await rig.store.reader.articles({ limit: 50 });
      for (const { article } of items)
        assert.ok(article.url.startsWith(rig.base) || article.status === "refused", article.url);
    });

  for (const [what, set] of cases.filter(([name]) => !name.includes("redirects")))
    test(`${what}: no one knocks there, though the operator may watch that place`, async (t) => {
      const secret = await inside(t);
      const allowPrivate = [new URL(secret.base).host];
      const isOwn = (url: string) => url.startsWith(secret.base);
      const rig = await openRig(t, { isOwn }, ":memory:", { allowPrivate });
      await set(rig, secret.base);
      await rig.engine.driveTo(rig.clock, rig.clock.now() + DAY_MS);
      assert.ok(rig.requests.length > 0);
      assert.equal(secret.knocks(), 0);
      const { items } = await rig.store.reader.articles({ limit: 50 });
      assert.deepEqual(
        items.filter(({ article }) => isOwn(article.url)),
        [],
      );
    });

  test("and a page outside that is added by hand leads to nothing that the operator may watch inside", async (t) => {
    const secret = await inside(t);
    const isOwn = (url: string) => url.startsWith(secret.base);
    const rig = await openRig(t, { isOwn }, ":memory:", { allowPrivate: [new URL(secret.base).host] });
    rig.pages.set("/robots.txt", `User-agent: *\nSitemap: ${secret.base}/news-sitemap.xml\n`);
    rig.pages.set(
      "/",
      `<!doctype html><title>Gazette</title><link rel="alternate" type="application/rss+xml" href="${secret.base}/feed"><p>Nothing.</p>`,
    );
    const driven = rig.engine.add(`${rig.base}/`);
    while (await Promise.race([driven.then(() => false), new Promise((resolve) => setImmediate(resolve, true))]))
      rig.clock.wakeNext();
    assert.equal(secret.knocks(), 0);
    assert.deepEqual(await rig.store.reader.feeds((await rig.store.reader.sources())[0]?.id ?? (0 as never)), []);
  });

  test("and what is added by hand from a page or a robots.txt: no one knocks there either", async (t) => {
    const secret = await inside(t);
    const rig = await openRig(t);
    rig.pages.set("/robots.txt", `User-agent: *\nSitemap: ${secret.base}/news-sitemap.xml\n`);
    rig.pages.set(
      "/",
      `<!doctype html><title>Gazette</title><link rel="alternate" type="application/rss+xml" href="${secret.base}/feed"><p>Nothing.</p>`,
    );
    const added = await rig.engine.add(`${rig.base}/`);
    assert.equal(added.ok, false);
    assert.equal(secret.knocks(), 0);
    for (const url of [`${secret.base}/`, "http://127.1/", "http://0x7f.1/", "169.254.169.254"])
      assert.equal((await rig.engine.add(url)).ok, false, url);
    assert.equal(secret.knocks(), 0);
  });
});

test("a robots.txt without end is read to its limit, and nothing else is asked while it is there", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/robots.txt", { body: Buffer.alloc(8 * 2 ** 20, "Disallow: /nowhere\n") });
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 2 * HOUR_MS);
  assert.ok(rig.requests.length > 1);
  assert.ok(rig.requests.every(({ path }) => path === "/robots.txt"));
  rig.pages.set("/robots.txt", { body: Buffer.alloc(3 * 2 ** 20, "Disallow: /nowhere\n") });
  await rig.engine.driveTo(rig.clock, rig.clock.now() + DAY_MS);
  assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
  assert.equal((await rig.store.reader.robots(rig.base))!.text.length, 512_000);
});

suite("sitemaps without end", () => {
  const xml = (body: string) => ({ body, headers: { "content-type": "application/xml" } });

  test("an index that names itself, and two that name each other, add no more than one feed each", async (t) => {
    const rig = await openRig(t);
    rig.pages.set("/a.xml", xml(index(`${rig.base}/a.xml`, `${rig.base}/b.xml`)));
    rig.pages.set("/b.xml", xml(index(`${rig.base}/a.xml`, `${rig.base}/c.xml`)));
    rig.pages.set("/c.xml", xml(index(`${rig.base}/d.xml`)));
    const id = await watch(rig, "/a.xml", "sitemap-index");
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 3 * HOUR_MS);
    const paths = (await rig.store.reader.feeds(id)).map(({ url }) => new URL(url).pathname);
    assert.deepEqual(paths, ["/a.xml", "/b.xml", "/c.xml", "/d.xml"]);
  });

  test("an index that names others each time fills a source to its bound and no further", async (t) => {
    const rig = await openRig(t);
    const id = await watch(rig, "/map.xml", "sitemap-index");
    for (let hour = 0; hour < 60; hour++) {
      rig.pages.set("/map.xml", xml(index(...Array.from({ length: 9 }, (_, i) => `${rig.base}/m${hour}-${i}.xml`))));
      await rig.engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
    }
    assert.equal((await rig.store.reader.feeds(id)).length, 100);
  });
});
