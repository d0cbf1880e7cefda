import assert from "node:assert/strict";
import { test } from "node:test";
import { DrivenClock, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { type Article, active, pathAt } from "#newsroom/article";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import { openPress } from "#newsroom/press";
import { offsetMs, type When } from "#newsroom/times";
import { type Answer, ask, START_AT } from "./ask.ts";

const articles = [...openPress(START_AT, 7, { hosts: 0, articles: 0 }).houses()].flatMap((house) => [
  ...house.articles(),
]);

const bySlug = (slug: string, host: string): Article =>
  articles.find((article) => article.slug === slug && article.site.host === host)!;

interface Setting {
  readonly newsroom: Newsroom;
  readonly clock: DrivenClock;
  readonly get: (article: Article, headers?: Record<string, string>) => Promise<Answer>;
}

async function at(when: When, run: (setting: Setting) => Promise<void>): Promise<void> {
  const clock = new DrivenClock(START_AT + offsetMs(when));
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 7, slowMs: 1 });
  const get = (article: Article, headers?: Record<string, string>) =>
    ask(newsroom.port, article.site.host, pathAt(article, clock.now()), headers);
  try {
    await run({ newsroom, clock, get });
  } finally {
    await newsroom.close();
  }
}

const CASES: readonly (readonly [string, When, string, string, number, RegExp])[] = [
  ["consent wall", "9:10", "daily", "night-trams-return", 200, /value your privacy/],
  ["error page with status 200", "4:10", "wire", "kestria-lifts-grain-ban", 200, /Something went wrong/],
  ["server error", "8:10", "wire", "storm-ingrid-nears-west-coast", 503, /Unavailable/],
  ["bot challenge", "7:10", "wire", "tidewater-fever-vaccine-trial", 403, /Checking your browser/],
  ["too many requests", "12:10", "wire", "sarova-coalition-talks", 429, /Checking your browser/],
  ["missing for a while", "5:30", "regional", "flood-wall-vote", 404, /not found/i],
  ["back again", "6:20", "regional", "flood-wall-vote", 200, /flood wall/],
  ["gone for good", "23:00", "regional", "quarry-owner-named-in-report", 410, /removed/],
  ["pay wall", "5:30", "daily", "central-bank-holds-rate", 200, /Subscribe to continue reading/],
  ["plain quotes", "7:00", "daily", "the-lemon-seller-changes-hands", 200, /&quot;School of Corrow&quot;/],
  ["another byline", "5:30", "daily", "ferry-strikes-pier-at-port-ansel", 200, /Oona Penrose/],
  ["slow", "2:30", "daily", "ferry-strikes-pier-at-port-ansel", 200, /Halcyon/],
  ["redesign", "17:00", "daily", "ferry-strikes-pier-at-port-ansel", 200, /hc__title/],
];

for (const [name, when, host, slug, status, pattern] of CASES) {
  test(`noise: ${name}`, () =>
    at(when, async ({ get }) => {
      const answer = await get(bySlug(slug, host));
      assert.equal(answer.status, status);
      assert.match(answer.text, pattern);
    }));
}

test("a tested headline alternates from request to request", () =>
  at("14:30", async ({ get }) => {
    const article = bySlug("minister-met-tunnel-bidder", "daily");
    const answers = [await get(article), await get(article), await get(article)];
    const headlines = answers.map((answer) => /<h1[^>]*>(.*?)<\/h1>/.exec(answer.text)![1]);
    assert.notEqual(headlines[0], headlines[1]);
    assert.equal(headlines[0], headlines[2]);
  }));

test("a moved article answers 301 at its old address, and 404 at the new one before it moves", () =>
  at("12:00", async ({ newsroom, clock }) => {
    const article = bySlug("the-lemon-seller-changes-hands", "daily");
    const old = pathAt(article, clock.now());
    const next = pathAt(article, clock.now() + HOUR_MS);
    assert.equal((await ask(newsroom.port, "daily", old)).status, 200);
    assert.equal((await ask(newsroom.port, "daily", next)).status, 404);
    clock.advance(HOUR_MS);
    const answer = await ask(newsroom.port, "daily", old);
    assert.equal(answer.status, 301);
    assert.equal(new URL(answer.headers["location"]!).pathname, next);
    assert.equal((await ask(newsroom.port, "daily", next)).status, 200);
  }));

test("honest validators: 304 until the text changes", () =>
  at("2:30", async ({ get, clock }) => {
    const article = bySlug("ferry-strikes-pier-at-port-ansel", "daily");
    const first = await get(article);
    const byTag = { "if-none-match": first.headers["etag"]! };
    const byDate = { "if-modified-since": first.headers["last-modified"]! };
    assert.equal((await get(article, byTag)).status, 304);
    assert.equal((await get(article, byDate)).status, 304);
    clock.advance(15 * MINUTE_MS);
    assert.equal((await get(article, byTag)).status, 200);
    assert.equal((await get(article, byDate)).status, 200);
  }));

test("stale validators: 304 although the text has changed, until the noise ends", () =>
  at("4:20", async ({ get, clock }) => {
    const article = bySlug("storm-ingrid-nears-west-coast", "archive");
    const headers = { "if-none-match": (await get(article)).headers["etag"]! };
    const before = await get(article);
    clock.advance(10 * MINUTE_MS);
    assert.ok(active(article, "stale-304", clock.now()));
    assert.equal((await get(article, headers)).status, 304);
    assert.notEqual((await get(article)).text, before.text);
    clock.advance(40 * MINUTE_MS);
    assert.equal((await get(article, headers)).status, 200);
  }));

test("restless validators: another ETag on every request, never a 304", () =>
  at("3:10", async ({ get }) => {
    const article = bySlug("otter-in-the-post-office", "regional");
    const first = await get(article);
    const second = await get(article, { "if-none-match": first.headers["etag"]! });
    assert.equal(second.status, 200);
    assert.notEqual(first.headers["etag"], second.headers["etag"]);
  }));

test("wrong charset: the header contradicts the page, the bytes side with the page", () =>
  at("10:30", async ({ get }) => {
    const answer = await get(bySlug("lotsen-streik-port-ansel", "wire"));
    assert.match(answer.headers["content-type"]!, /ISO-8859-1/);
    assert.match(answer.text, /charset="UTF-8"/);
    assert.match(answer.text, /größten/);
  }));

test("windows-1252 is declared by the page alone", () =>
  at("2:00", async ({ get }) => {
    const answer = await get(bySlug("tidewater-fever-vaccine-trial", "archive"));
    assert.equal(answer.headers["content-type"], "text/html");
    assert.match(new TextDecoder("windows-1252").decode(answer.bytes), /‘promising’/);
  }));

test("a bumped date moves the claimed modification, not the text", () =>
  at("7:59", async ({ get, clock }) => {
    const article = bySlug("central-bank-holds-rate", "daily");
    const modified = (answer: Answer) => /"dateModified":"(.*?)"/.exec(answer.text)![1]!;
    const before = modified(await get(article));
    clock.advance(2 * MINUTE_MS);
    assert.ok(modified(await get(article)) > before);
  }));
