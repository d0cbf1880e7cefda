import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DomUtils, parseDocument } from "htmlparser2";
import { type ParserError, parse } from "parse5";
import { canonical } from "#lib/canonical";
import { DAY_MS, DrivenClock, HOUR_MS, SECOND_MS } from "#lib/clock";
import { type Article, active, pathAt, textAt } from "#newsroom/article";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import type { NoiseKind } from "#newsroom/noise";
import { openPress } from "#newsroom/press";
import type { StoryText } from "#newsroom/story";
import { type Answer, ask, START_AT } from "./ask.ts";

const SCALE = { hosts: 6, articles: 60 };
const clock = new DrivenClock(START_AT - DAY_MS);
const articles = [...openPress(START_AT, 7, SCALE).houses()].flatMap((house) => [...house.articles()]);
let newsroom: Newsroom;

before(async () => {
  newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 7, scale: SCALE, slowMs: 1 });
});
after(() => newsroom.close());

const OBSTACLES: readonly NoiseKind[] = [
  "gone",
  "server-error",
  "bot-challenge",
  "soft-error",
  "consent-wall",
  "pay-wall",
];

test("each page has the text of the truth just before and just after each edit", async () => {
  const instants = articles.flatMap((article) =>
    article.changesAt.slice(1).flatMap((at) => [
      { article, at: at - SECOND_MS },
      { article, at },
    ]),
  );
  instants.sort((a, b) => a.at - b.at);
  let looked = 0;
  for (const { article, at } of instants) {
    clock.advanceTo(at);
    if (OBSTACLES.some((kind) => active(article, kind, at))) continue;
    const answer = await ask(newsroom.port, article.site.host, pathAt(article, at));
    assert.equal(answer.status, 200, article.slug);
    assertShows(answer, article, textAt(article, at)!, at);
    looked++;
  }
  assert.ok(looked > 220, `${looked} looks`);
});

function assertShows(answer: Answer, article: Article, text: StoryText, at: number): void {
  const page = squeezed(visibleText(answer, article));
  const headline = active(article, "headline-test", at) ? "" : text.headline;
  for (const line of [headline, text.standfirst ?? "", ...text.corrections]) {
    assert.ok(page.includes(squeezed(line)), `${article.slug} at ${new Date(at).toISOString()} lacks: ${line}`);
  }
  let from = 0;
  for (const block of text.blocks) {
    const found = page.indexOf(squeezed(block.text), from);
    assert.ok(found >= 0, `${article.slug} at ${new Date(at).toISOString()} lacks, or has out of order: ${block.text}`);
    from = found + 1;
  }
}

const squeezed = (text: string): string => canonical(text).replace(/\s/g, "");

function visibleText(answer: Answer, article: Article): string {
  const html = article.site.charset === "utf-8" ? answer.text : new TextDecoder("windows-1252").decode(answer.bytes);
  const readable = html.replace(/<(script|style)\b.*?<\/\1>/gs, "");
  return DomUtils.textContent(parseDocument(readable).children);
}

/** Of the tables of an old page: no doctype, attributes without care. The modern templates have none at all. */
const TOLERATED: Readonly<Record<string, readonly string[]>> = {
  archive: ["missing-doctype"],
  regional: ["non-conforming-doctype", "non-void-html-element-start-tag-with-trailing-solidus"],
};

test("the templates parse without errors, but for what belongs to their age", async () => {
  for (const host of ["daily", "wire", "regional", "archive", "shiomi", "marfa", "h0001", "h0002", "h0003"]) {
    const article = articles.find((a) => a.site.host === host && a.publishedAt < clock.now() && !obstructed(a))!;
    for (const path of ["/", pathAt(article, clock.now())]) {
      const errors: string[] = [];
      const onParseError = (error: ParserError) => errors.push(error.code);
      parse((await ask(newsroom.port, host, path)).text, { onParseError });
      const unexpected = errors.filter((code) => !TOLERATED[host]?.includes(code));
      assert.deepEqual(unexpected, [], host + path);
    }
  }
});

const obstructed = (article: Article): boolean => OBSTACLES.some((kind) => active(article, kind, clock.now()));

test("a page changes from minute to minute although no one edits it", async () => {
  clock.advance(HOUR_MS);
  const article = articles.find((a) => a.slug === "otter-in-the-post-office")!;
  const first = await ask(newsroom.port, "regional", pathAt(article, clock.now()));
  clock.advance(5 * 60 * SECOND_MS);
  const second = await ask(newsroom.port, "regional", pathAt(article, clock.now()));
  assert.notEqual(first.text, second.text);
  assertShows(second, article, textAt(article, clock.now())!, clock.now());
});

test("structured data is JSON and says what the page says", async () => {
  for (const host of ["daily", "wire", "shiomi"]) {
    const article = articles.find((a) => a.site.host === host && !obstructed(a))!;
    const { text } = await ask(newsroom.port, host, pathAt(article, clock.now()));
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)![1]!;
    assert.ok(JSON.stringify(JSON.parse(json)).includes(JSON.stringify(textAt(article, clock.now())!.headline)), host);
  }
});
