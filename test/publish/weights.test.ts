import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { isWell } from "#model/trouble";
import { sourcesView } from "#view/health";
import { texts } from "./dom.ts";
import { openMany, SOURCES } from "./many.ts";
import { NOW } from "./seed.ts";
import { siteOver } from "./site.ts";

/** A second on a slow phone, before anything is packed. */
const MAX_BYTES = 60_000;

suite(`a press of ${SOURCES} sources`, async () => {
  const { store, source, article, broken, failing } = await openMany();
  after(() => store.close());
  const { get, text } = siteOver(store);

  for (const path of [
    "/",
    "/?order=rank",
    "/?source=harbour",
    `/?source=${source}`,
    `/articles/${article}`,
    "/sources",
    "/sources?page=2",
    "/sources?q=post",
    `/sources/${source}`,
    "/search?q=council",
    "/health",
    "/health?page=40",
  ])
    test(`${path} stays light`, async (t) => {
      const bytes = Buffer.byteLength(await text(path));
      t.diagnostic(`${bytes} bytes`);
      assert.ok(bytes > 3000 && bytes <= MAX_BYTES, `${bytes} bytes`);
    });

  test("/sources and /health show the sick ones first, then page by page each of them once", async () => {
    for (const path of ["/sources", "/health"]) {
      const links = [...(await text(path)).matchAll(/<(?:h2|th scope="row")><a href="\/sources\/(\d+)"/g)];
      assert.equal(links.length, 100, path);
      assert.equal(Number(links[0]![1]), broken, path);
      assert.match(await text(`${path}?page=40`), new RegExp(`/sources/${failing - 2}"`), path);
      assert.match(await text(`${path}?page=40`), /Page 40 of 40/);
    }
    const context = { reader: store.reader, now: NOW } as unknown as Parameters<typeof sourcesView>[0];
    const pages = await Promise.all(Array.from({ length: 40 }, (_, i) => sourcesView(context, i + 1)));
    const sources = pages.flatMap((page) => page.sources);
    assert.equal(new Set(sources.map((each) => each.source.id)).size, SOURCES);
    assert.equal(sources[1]!.source.id, failing, "a feed that failed once comes after those that are not well");
    assert.deepEqual(sources.map(({ troubles }) => isWell(troubles)).slice(0, 3), [false, true, true]);
  });

  test("the JSON of the list leads through all pages; that of health is whole", async () => {
    const { sources } = (await (await get("/health.json")).json()) as { sources: object[] };
    assert.equal(sources.length, SOURCES);
    const first = (await (await get("/sources.json?q=harbour")).json()) as { found: number; next: string };
    assert.deepEqual([first.found, first.next], [SOURCES, "http://localhost/sources.json?q=harbour&page=2"]);
    const last = (await (await get("/sources.json?page=40")).json()) as { sources: object[]; next: null };
    assert.deepEqual([last.sources.length, last.next], [100, null]);
  });

  test("the front page has a box to type a name into, and offers a handful of matches", async () => {
    assert.match(await text("/"), /<input id="source" name="source" type="search" value=""/);
    const several = await text("/?source=valley");
    assert.match(several, /4,000 sources have .*valley.* in their name or address/);
    assert.equal(texts(several, "li").filter((each) => /Harbour Evening Post/.test(each)).length, 8);
    assert.match(several, /href="\/sources\?q=valley">All 4,000 sources/);
    assert.match(await text("/?source=4000TH+VALLEY"), /Latest changes at The 4000th Valley and Harbour Evening Post/);
  });
});
