import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { lookUntilDecided, openRig, page, type Rig } from "../engine/rig.ts";
import { joinBoth, joinedStrands, LEADS, NEW, OLD, twoStrands } from "../engine/strands.ts";
import { testServer } from "../store/postgres/server.ts";
import { siteOver } from "./site.ts";

const server = testServer();

const PLACES = [
  ["SQLite", async () => ":memory:"],
  ["PostgreSQL", () => server.freshDatabase()],
] as const;

interface ArticleRecord {
  readonly id: number;
  readonly url: string;
  readonly knownAs: readonly string[];
  readonly versions: readonly { readonly number: number; readonly place: number; readonly url: string }[];
  readonly changes: readonly { readonly id: string }[];
  readonly joined: readonly { readonly id: number; readonly elder: number; readonly why: string }[];
}

for (const [database, place] of PLACES) {
  const open = async (t: TestContext): Promise<Rig> => openRig(t, {}, await place());

  test(`the younger article's page, JSON and feeds lead to the elder's, over ${database}`, async (t) => {
    const rig = await open(t);
    const before = await twoStrands(rig);
    const site = siteOver(rig.store);
    assert.equal((await site.get(`/articles/${before.younger}`)).status, 200, "alone it has a page of its own");
    const { elder, younger } = before;
    await joinBoth(rig, before);
    for (const ending of ["", ".json"]) {
      const answer = await site.get(`/articles/${younger}${ending}`);
      assert.deepEqual([answer.status, answer.headers.get("location")], [302, `/articles/${elder}${ending}`]);
    }
    const asked = await site.get(`/articles/${younger}`, { accept: "application/json" });
    assert.equal(asked.headers.get("location"), `/articles/${elder}.json`);
    for (const format of ["atom", "rss", "json"]) {
      const [own, elders] = await Promise.all(
        [younger, elder].map((id) => site.text(`/articles/${id}/feed.${format}`)),
      );
      assert.equal(own, elders, "who follows the younger article goes on with the whole history");
    }
    for (const path of ["/looks", "/looks.json", "/evolution", "/evolution.json"])
      assert.equal((await site.get(`/articles/${younger}${path}`)).status, 200, path);
  });

  test(`one history of both: each text once, pages say what was joined and why, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder, younger } = await joinedStrands(rig);
    const { get, text } = siteOver(rig.store);
    const record = (await (await get(`/articles/${elder}.json`)).json()) as ArticleRecord;
    assert.deepEqual([record.id, record.url], [elder, rig.base + NEW]);
    assert.deepEqual(record.knownAs, [rig.base + NEW, rig.base + OLD].toSorted());
    assert.deepEqual(
      record.versions.map(({ number, place, url }) => [number, place, url]),
      [
        [1, 1, `http://localhost/articles/${elder}/versions/1`],
        [1, 2, `http://localhost/articles/${younger}/versions/1`],
      ],
    );
    assert.deepEqual(
      record.joined.map(({ id, elder, why }) => [id, elder, why]),
      [[younger, elder, "redirect"]],
    );
    const html = await text(`/articles/${elder}`);
    assert.match(html, /Changed<\/dt><dd>once/);
    assert.match(html, new RegExp(`Article ${younger} was joined with article ${elder}`));
    assert.match(html, /the address of one redirects to the other for good/);
    const evolution = (await (await get(`/articles/${elder}/evolution.json`)).json()) as {
      readonly versions: readonly number[];
    };
    assert.deepEqual(evolution.versions, [1, 2]);
    assert.ok(JSON.stringify(evolution).includes(LEADS[0]!), "the wording of the older strand is kept");
    assert.match(await text(`/articles/${elder}/evolution`), /weeks from Monday/);
    assert.match(await text("/"), new RegExp(`/articles/${younger}/changes/${elder}-1\\.\\.1`));
  });

  test(`a change over a join has a page, a record and one entry in every feed, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder, younger } = await joinedStrands(rig);
    const { get, text } = siteOver(rig.store);
    const path = `/articles/${younger}/changes/${elder}-1..1`;
    const html = await text(path);
    assert.match(html, /Versions 1 and 2 of/);
    assert.match(html, /<del[^>]*>(?:<span[^>]*>removed: <\/span>)?two<\/del>/);
    assert.match(html, /<dt>Version 1<\/dt>[\s\S]*<dt>Version 2<\/dt>/);
    assert.doesNotMatch(html, /Edited in \w+ steps/, "the one follows the other");
    assert.match(html, new RegExp(`href="/articles/${elder}/versions/1"`));
    const change = (await (await get(`${path}.json`)).json()) as {
      readonly id: string;
      readonly old: { readonly place: number };
      readonly new: { readonly place: number };
      readonly summary: { readonly paragraphsEdited: number };
    };
    assert.deepEqual([change.id, change.old.place, change.new.place], [`${elder}-1..1`, 1, 2]);
    assert.equal(change.summary.paragraphsEdited, 1);
    for (const view of ["inline", "changes"]) assert.equal((await get(`${path}?view=${view}`)).status, 200);
    const chosen = await get(`/articles/${elder}/changes?from=${younger}-1&to=1`);
    assert.equal(chosen.headers.get("location"), path, "in whatever order the two are given");

    const [source] = await rig.store.reader.sources();
    for (const list of ["", `/sources/${source!.id}`, `/articles/${elder}`]) {
      const atom = parseAtomFeed(await text(`${list}/feed.atom`)).entries!;
      assert.deepEqual(
        atom.map(({ id, links }) => [id!.replace(/^tag:[^:]+:/, "/"), links![0]!.href]),
        [[path, `http://localhost${path}`]],
        list,
      );
      assert.match(atom[0]!.content!.value!, /<del>two<\/del>/);
      assert.deepEqual(
        parseRssFeed(await text(`${list}/feed.rss`)).items!.map(({ guid }) => guid!.value),
        atom.map(({ id }) => id),
      );
      assert.deepEqual(
        parseJsonFeed(JSON.parse(await text(`${list}/feed.json`))).items!.map(({ id }) => id),
        atom.map(({ id }) => id),
      );
    }
  });

  test(`entries of before keep their ids and pages when their article is joined, and again when it is not, over ${database}`, async (t) => {
    const rig = await open(t);
    const { younger } = await twoStrands(rig);
    rig.pages.set(NEW, page({ lead: LEADS[2]!, canonical: rig.base + NEW }));
    await lookUntilDecided(rig, younger);
    const { text, get } = siteOver(rig.store);
    const ids = async () => parseAtomFeed(await text("/feed.atom")).entries!.map(({ id }) => id);
    const [before, ...others] = await ids();
    assert.deepEqual(others, []);
    rig.pages.set(OLD, { status: 301, headers: { location: rig.base + NEW } });
    const elder = (await rig.store.reader.articleByUrl(rig.base + OLD))!.id;
    await rig.engine.look(elder);
    const joined = await ids();
    assert.equal(joined.length, 2);
    assert.ok(joined.includes(before!), "what was announced is not announced again under another id");
    const own = `/articles/${younger}/changes/1..2`;
    assert.match(await text(own), /Versions 2 and 3 of/);
    await rig.store.writer.separate(younger, rig.clock.now());
    assert.deepEqual(await ids(), [before]);
    assert.match(await text(own), /Versions 1 and 2 of/);
    assert.equal((await get(`/articles/${younger}`)).status, 200);
    const record = (await (await get(`/articles/${elder}.json`)).json()) as ArticleRecord;
    assert.deepEqual(
      record.versions.map(({ url }) => url),
      [`http://localhost/articles/${elder}/versions/1`],
    );
    assert.equal(
      (await get(`/articles/${younger}/changes/${elder}-1..1`)).status,
      404,
      "there is no such pair any more",
    );
  });

  test(`a search finds a joined article once, at its place in the history, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder, younger } = await joinedStrands(rig);
    const { get, text } = siteOver(rig.store);
    const hits = async (words: string, more = "") => {
      const answer = await get(`/search.json?q=${encodeURIComponent(words)}${more}`);
      return ((await answer.json()) as { hits: readonly { article: { id: number }; version: { place: number } }[] })
        .hits;
    };
    for (const [words, place] of [
      ["spokeswoman", 2],
      ["two weeks from Monday", 1],
      ["three weeks", 2],
    ] as const) {
      const found = await hits(words);
      assert.deepEqual(
        found.map(({ article, version }) => [article.id, version.place]),
        [[elder, place]],
        words,
      );
    }
    assert.match(await text("/search?q=three+weeks"), /in the latest version|Version 2|version 2/);
    const entries = parseAtomFeed(await text("/search/feed.atom?q=spokeswoman")).entries!;
    assert.equal(entries.length, 1);
    await rig.store.writer.separate(younger, rig.clock.now());
    assert.deepEqual((await hits("spokeswoman")).map(({ article }) => article.id).toSorted(), [elder, younger]);
  });

  test(`a hit page by page: each joined article once over all pages, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder } = await joinedStrands(rig);
    const other = await rig.article("/news/pumps");
    rig.pages.set("/news/pumps", page({ headline: "Pumps run on", lead: "The pumps of the dock run on all night." }));
    await lookUntilDecided(rig, other);
    const found: number[] = [];
    for (let before: number | undefined; ; ) {
      const { items, next } = await rig.store.reader.search("spokeswoman", { limit: 1, before });
      found.push(...items.map(({ article }) => article.id));
      if (next === null) break;
      before = next;
    }
    assert.deepEqual(found, [other, elder]);
  });

  test(`a hit in a text that repeats another strand's is at that one's place, and current, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder, younger } = await twoStrands(rig);
    rig.pages.set(OLD, page({ lead: LEADS[1]! }));
    await lookUntilDecided(rig, elder);
    rig.pages.set(OLD, { status: 301, headers: { location: rig.base + NEW } });
    rig.clock.advance(HOUR_MS);
    await rig.engine.look(elder);
    assert.equal((await rig.store.reader.history(elder)).repeated.length, 1);
    const { items } = await rig.store.reader.search("three weeks", { limit: 5 });
    assert.deepEqual(
      items.map(({ article, version, current }) => [article.id, version.place, current]),
      [[elder, 2, true]],
    );
    const { get, text } = siteOver(rig.store);
    for (const [id, number] of [
      [elder, 2],
      [younger, 1],
    ])
      assert.match(await text(`/articles/${id}/versions/${number}`), /Version 2/, "a repeated text keeps its page");
    assert.equal((await get(`/articles/${elder}/changes/1..2`)).status, 200, "and so does the change to it");
  });

  test(`a revert of a joined article is told with the places of its history, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder, younger } = await joinedStrands(rig);
    rig.pages.set(NEW, page({ lead: LEADS[2]!, canonical: rig.base + NEW }));
    await lookUntilDecided(rig, younger);
    rig.clock.advance(HOUR_MS);
    rig.pages.set(NEW, page({ lead: LEADS[1]!, canonical: rig.base + NEW }));
    await rig.engine.look(younger);
    const { get, text } = siteOver(rig.store);
    const html = await text(`/articles/${elder}`);
    assert.match(html, new RegExp(`to the text of <a href="/articles/${younger}/versions/1">version 2</a>`));
    const record = (await (await get(`/articles/${elder}.json`)).json()) as {
      readonly returned: { readonly version: number; readonly insteadOf: number };
    };
    assert.deepEqual([record.returned.version, record.returned.insteadOf], [2, 3]);
    const [, pair] = /<a href="([^"]+)">What that takes back/.exec(html)!;
    assert.match(await text(pair!), /Versions 2 and 3 of/);
  });

  test(`an article that is joined is hidden and shown as one, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder, younger } = await joinedStrands(rig);
    const { get } = siteOver(rig.store);
    for (const asked of [elder, younger]) {
      await rig.store.writer.hide(asked, "withdrawn", rig.clock.now());
      for (const path of [`/articles/${elder}`, `/articles/${younger}`, `/articles/${younger}/versions/1`])
        assert.equal((await get(path)).status, 410, path);
      assert.equal((await rig.store.reader.search("spokeswoman", { limit: 5 })).items.length, 0);
      assert.equal((await rig.store.reader.changes({ limit: 5 })).items.length, 0);
      await rig.store.writer.unhide(asked);
      assert.equal((await get(`/articles/${elder}`)).status, 200);
      assert.equal((await get(`/articles/${younger}`)).status, 302);
    }
  });

  test(`proofs of both strands are the same after the join, and hold, over ${database}`, async (t) => {
    const rig = await open(t);
    const { elder, younger } = await twoStrands(rig);
    await rig.store.closeDay(rig.clock.now());
    const { text } = siteOver(rig.store);
    const proofs = () => Promise.all([elder, younger].map((id) => text(`/articles/${id}/versions/1/proof.json`)));
    const before = await proofs();
    rig.pages.set(OLD, { status: 301, headers: { location: rig.base + NEW } });
    await rig.engine.look(elder);
    assert.deepEqual(await proofs(), before);
    rig.clock.advance(DAY_MS);
    await rig.store.closeDay(rig.clock.now());
    assert.deepEqual(await proofs(), before);
    await rig.store.writer.separate(younger, rig.clock.now());
    assert.deepEqual(await proofs(), before);
  });
}
