import assert from "node:assert/strict";
import { test } from "node:test";
import { addArticle, lookOf, textOf, versionOf } from "../contract/fixtures.ts";
import { playLively } from "./lively.ts";
import { ORIGIN, openSite } from "./site.ts";

/** Stands in headline, text and address of the hidden article and nowhere else. */
const SECRET = /zanzibarite/i;

test("every address of a hidden article answers 410 and tells nothing about it", async (t) => {
  const { get, ids } = await openSite(t);
  const own = [
    "",
    ".json",
    "/looks",
    "/looks.json",
    "/evolution",
    "/evolution.json",
    "/variants/0123456789abcdef",
    "/variants/0123456789abcdef.json",
    "/versions/1",
    "/versions/1.json",
    "/versions/99",
    "/changes?from=1&to=2",
    "/changes/1..2",
  ];
  const views = [
    "/changes/1..2.json",
    "/changes/1..2?view=inline",
    "/changes/x",
    "/feed.atom",
    "/feed.rss",
    "/feed.json",
  ];
  for (const path of [...own, ...views]) {
    for (const accept of ["text/html", "application/json"]) {
      const answer = await get(`/articles/${ids.hidden}${path}`, { accept });
      assert.equal(answer.status, 410, `${path} as ${accept}`);
      assert.doesNotMatch(await answer.text(), SECRET, path);
    }
  }
});

test("variants and held texts of a hidden article are as hidden as its versions", async (t) => {
  const { get, store, sources, now } = await openSite(t);
  const { headlines, held, live } = await playLively(store, sources.ledger);
  const paths: string[] = [];
  for (const id of [headlines, held]) {
    const { variants } = (await (await get(`/articles/${id}.json`)).json()) as { variants: { url: string }[] };
    assert.ok(variants.length > 0);
    for (const { url } of variants) paths.push(new URL(url).pathname);
    for (const path of ["", "/looks", "/versions/1"]) paths.push(`/articles/${id}${path}`);
  }
  for (const path of paths) assert.equal((await get(path)).status, 200, path);
  for (const id of [headlines, held, live]) await store.writer.hide(id, "a court asked for it", now);
  for (const path of paths.flatMap((each) => [each, `${each}.json`])) {
    const answer = await get(path);
    assert.equal(answer.status, 410, path);
    assert.doesNotMatch(await answer.text(), /Market|quay|toll|per cent/, path);
  }
  const lists = ["/", "/?order=rank", "/sources", `/sources/${sources.ledger}`, "/feed.atom", "/feed.json", "/health"];
  const searches = ["market", "quay", '"21 per cent"', "storm", "bridge"].flatMap((words) => [
    `/search?q=${encodeURIComponent(words)}`,
    `/search/feed.atom?q=${encodeURIComponent(words)}`,
  ]);
  for (const path of [...lists, ...searches])
    assert.doesNotMatch(await (await get(path)).text(), /market hall|would you context|harbour toll|storm live/i, path);
});

test("a hidden article is absent from lists, feeds, search and JSON", async (t) => {
  const { get, sources } = await openSite(t);
  const paths = [
    "/",
    "/?before=100",
    `/?source=${sources.ledger}`,
    "/sources",
    "/health",
    "/health.json",
    "/robots.txt",
  ];
  const source = ["", "/feed.atom", "/feed.rss", "/feed.json"].map((end) => `/sources/${sources.ledger}${end}`);
  const feeds = ["/feed.atom", "/feed.rss", "/feed.json"];
  for (const path of [...paths, ...source, ...feeds]) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.doesNotMatch(await answer.text(), SECRET, path);
  }
  for (const path of ["/search?q=lawyer", "/search/feed.atom?q=lawyer", "/search/feed.json?q=lawyer"]) {
    assert.doesNotMatch(await (await get(path)).text(), SECRET, path);
  }
});

test("a feed that had the article before it was hidden is not confirmed by 304", async (t) => {
  const { get, store, ids, now } = await openSite(t);
  await store.writer.unhide(ids.hidden);
  const before = await get("/feed.atom");
  assert.match(await before.text(), SECRET);
  await store.writer.hide(ids.hidden, "again", now);
  const after = await get("/feed.atom", { "if-none-match": before.headers.get("etag")! });
  assert.equal(after.status, 200);
  assert.doesNotMatch(await after.text(), SECRET);
});

test("the operator sees what is hidden and why, on the operator's page alone", async (t) => {
  const { get, signIn } = await openSite(t);
  const cookie = await signIn();
  const page = await (await get("/operator", { cookie })).text();
  assert.match(page, SECRET);
  assert.match(page, /a court asked for it/);
  assert.equal((await get("/operator")).status, 403);
});

test("the operator is asked about an article that started hidden, and the answer counts", async (t) => {
  const { app, get, store, ids, sources, signIn, now } = await openSite(t);
  const because = { code: "like-hidden", article: ids.hidden, share: 0.87, sameHeadline: true } as const;
  const add = async (slug: string) => {
    const id = await addArticle(store, `https://ledger.example/${slug}`, sources.ledger);
    const version = versionOf(0, textOf(`Report of the ${slug}`, "The text."));
    await store.writer.recordLook(
      lookOf(id, now, { outcome: "changed", decision: "first", version, startsHidden: because }),
    );
    return id;
  };
  const [kept, shown] = [await add("kept"), await add("shown")];
  const cookie = await signIn();
  const page = await (await get("/operator", { cookie })).text();
  assert.match(page, /Show these articles\?[\s\S]*https:\/\/ledger\.example\/kept[\s\S]*It has 87 % of the words of/);
  assert.match(page, /and the same headline[\s\S]*<button>Show<\/button>[\s\S]*<button>Keep hidden<\/button>/);
  assert.equal((await get(`/articles/${kept}`)).status, 410);
  const csrf = page.match(/name="csrf" value="([^"]+)"/)![1]!;
  const post = (path: string, form: Record<string, string>) =>
    app.request(ORIGIN + path, {
      method: "POST",
      headers: { host: new URL(ORIGIN).host, origin: ORIGIN, cookie },
      body: new URLSearchParams({ csrf, ...form }),
    });
  const reason = page.match(/name="reason" value="([^"]+)"/)![1]!;
  assert.equal((await post(`/articles/${kept}/hide`, { reason })).status, 303);
  assert.equal((await post(`/articles/${shown}/unhide`, {})).status, 303);
  assert.equal((await get(`/articles/${kept}`)).status, 410);
  assert.equal((await get(`/articles/${shown}`)).status, 200);
  const after = await (await get("/operator", { cookie })).text();
  assert.doesNotMatch(after, /Show these articles\?/);
  assert.match(after, /Report of the kept[\s\S]*a court asked for it/);
});
